"""Telling people: each once, in one go, with what concerns them."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from microconnect.notices.models import Kind, Notice
from microconnect.notices.services import notify
from microconnect.people.models import User
from tests.factories import NoticeFactory, UserFactory

TOLD: dict[str, Any] = {"kind": Kind.BOUNDS, "title": "What is in and out of bounds changed", "url": "/guidelines/"}


def test_everybody_is_told_once_and_closed_accounts_are_not(ada, ben, dora, now):
    assert notify(people=[ada, ben, ada, dora], body="New: never say “you people”.", now=now, **TOLD) == 2
    assert set(Notice.objects.values_list("person__name", "body")) == {
        ("Ada Okafor", "New: never say “you people”."),
        ("Ben Lindqvist", "New: never say “you people”."),
    }


def test_each_can_be_told_in_words_of_their_own(ada, ben, now):
    notify(people=User.objects.visible_to(ada), body_of=lambda person: f"For {person.first_name}.", now=now, **TOLD)
    assert Notice.objects.get().body == "For Ada."


def test_nobody_is_told_of_what_did_not_happen(ada, now):
    with transaction.atomic():
        notify(people=[ada], now=now, **TOLD)
        transaction.set_rollback(True)
    assert not Notice.objects.exists()


@pytest.mark.django_db
def test_five_thousand_people_are_told_in_one_go(now):
    User.objects.bulk_create(User(email=f"{n}@shop.example", name=f"Person {n}") for n in range(5_000))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert notify(people=User.objects.get_queryset(), body="A line", now=now, **TOLD) == 5_000
    assert len(queries) <= (60 if connection.vendor == "sqlite" else 10)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "kept", "refused"),
    [
        ("kind", "scores", "gossip"),
        ("url", "/scorecards/", "https://elsewhere.example/"),
        ("url", "/guidelines/#in", "//elsewhere.example/"),
        ("url", "/", ""),
    ],
)
def test_a_notice_holds_what_can_be(field, kept, refused):
    NoticeFactory(**{field: kept})
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeFactory(person=UserFactory(name="Noor Haddad"), **{field: refused})


@pytest.mark.django_db
def test_a_notice_is_mailed_in_a_mailing_or_not_at_all(now):
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeFactory(mailed_at=now)
