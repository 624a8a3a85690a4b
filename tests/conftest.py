"""The cast, the same in every test.

Ada logs, Ben sits beside her, Sana supervises them, Otto supervises another team, Ivy administers; Dora has left.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import Client

from coaching.guidelines.rules import clear_rules
from coaching.scorecards.models import ScorecardVersion, clear_scorecards
from microconnect.people.models import Role, Team, User
from tests.factories import MembershipFactory, TeamFactory, UserFactory


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """SQLite in a file, as people run it: one in memory is shared by all threads, transactions and all."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _empty_the_audit_trail_too(django_db_setup: None) -> Iterator[None]:
    """Tests with real commits empty the tables afterwards; just for that moment the trail lets it happen."""
    from tests.audit.tampering import unprotected

    operations = type(connection.ops)  # not this connection's only: beside a browser, tests get another one
    flush = operations.execute_sql_flush

    def flush_unprotected(self: BaseDatabaseOperations, statements: list[str]) -> None:
        with unprotected():
            flush(self, statements)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", flush_unprotected)
        yield


@pytest.fixture(autouse=True)
def _forget_versions():
    """Each test's guidelines and scorecards are its own, whatever number their version gets."""
    _forget()
    yield
    _forget()


@pytest.fixture
def transactional_db(transactional_db: None) -> None:
    """Tests with real commits empty the tables afterwards: put back the scorecard that the migrations shipped."""
    if not ScorecardVersion.objects.exists():
        shipped = import_module("coaching.migrations.0002_publish_first_scorecard").SHIPPED
        ScorecardVersion.objects.create(
            name="Shipped", rules=shipped, status="published", number=1, published_at=datetime.now(UTC)
        )


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


def _forget() -> None:
    clear_rules()
    clear_scorecards()


def _member(name: str, team: Team, role: Role = Role.FRONTLINE) -> User:
    user = UserFactory(name=name)
    MembershipFactory(user=user, team=team, role=role)
    return user
