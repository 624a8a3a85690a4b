"""The cast, the same in every test: Ada logs, Ben sits beside her, Sana supervises them, Otto supervises another team, Ivy administers."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from coaching.guidelines.rules import clear_rules
from microconnect.people.models import Role, Team, User
from tests.factories import MembershipFactory, TeamFactory, UserFactory


@pytest.fixture(autouse=True)
def _forget_rules():
    """Each test's guidelines are its own, whatever number their version gets."""
    clear_rules()
    yield
    clear_rules()


@pytest.fixture(autouse=True)
def _shipped_rows(request: pytest.FixtureRequest) -> None:
    """Tests with real commits empty the tables afterwards: put back what the migrations shipped (the first scorecard)."""
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    if commits or "live_server" in request.fixturenames or "transactional_db" in request.fixturenames:
        request.getfixturevalue("django_db_serialized_rollback")


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def harbour(db) -> Team:
    return TeamFactory(name="Harbour Street", slug="harbour-street")


@pytest.fixture
def mill(db) -> Team:
    return TeamFactory(name="Mill Lane", slug="mill-lane")


@pytest.fixture
def ada(harbour: Team) -> User:
    return _member("Ada Okafor", harbour)


@pytest.fixture
def ben(harbour: Team) -> User:
    return _member("Ben Lindqvist", harbour)


@pytest.fixture
def sana(harbour: Team) -> User:
    return _member("Sana Mirza", harbour, Role.SUPERVISOR)


@pytest.fixture
def otto(mill: Team) -> User:
    return _member("Otto Brandt", mill, Role.SUPERVISOR)


@pytest.fixture
def ivy(db) -> User:
    return UserFactory(name="Ivy Chen", is_administrator=True)


@pytest.fixture
def dora(harbour: Team) -> User:
    """Dora left: her account is closed, her encounters stay."""
    dora = _member("Dora Novak", harbour)
    dora.is_active = False
    dora.save()
    return dora


@pytest.fixture
def as_user():
    """A signed-in test client: `as_user(ada).get(...)`."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


def _member(name: str, team: Team, role: Role = Role.FRONTLINE) -> User:
    user = UserFactory(name=name)
    MembershipFactory(user=user, team=team, role=role)
    return user
