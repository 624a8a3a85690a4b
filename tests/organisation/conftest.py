import pytest

from tests.factories import UserFactory


@pytest.fixture
def ines(db):
    """Ines administers beside Ivy."""
    return UserFactory(name="Ines Ferro", is_administrator=True)


@pytest.fixture
def client(as_user, ivy):
    return as_user(ivy)
