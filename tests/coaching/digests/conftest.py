"""The mails go out on a Monday morning, about the week from 16 to 22 November."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from microconnect.notices.models import MailKind
from microconnect.notices.services import wish_for_mail
from microconnect.people.models import User
from tests.coaching.dashboards.rows import logged
from tests.coaching.digests.post import Post

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
THURSDAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def post(settings, monkeypatch) -> type[Post]:
    settings.EMAIL_BACKEND = "tests.coaching.digests.post.Post"
    settings.PUBLIC_URL = "https://coach.example/"
    monkeypatch.setattr(Post, "away", None)
    monkeypatch.setattr(Post, "says", {})
    monkeypatch.setattr(Post, "opened", 0)
    return Post


@pytest.fixture
def wants(db, now):
    """`wants(ada)`: since a month ago, her own week; or another kind of mail."""

    def wants(person: User, kind: MailKind = MailKind.OWN_WEEK) -> User:
        wish_for_mail(by=person, kind=kind, wanted=True, now=now - timedelta(days=30))
        return person

    return wants


@pytest.fixture
def ada_logged(ada, harbour, wants):
    """Ada had a week worth a mail, and wants it."""
    logged(ada, harbour, THURSDAY, [60, 65, 70, 75, 80])
    logged(ada, harbour, THURSDAY - timedelta(weeks=1), [50, 55, 60, 65, 70])
    return wants(ada)
