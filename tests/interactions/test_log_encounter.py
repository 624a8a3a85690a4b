"""Logging stores one encounter with its promises and audit row, once, however often it is sent."""

import uuid
from datetime import datetime, timedelta, timezone

import pytest
from django.db import IntegrityError, transaction

from interactions.models import Channel, Encounter, Outcome, Promise
from interactions.services import AlreadyLogged, PromiseDraft, log_encounter
from microconnect.audit.models import AuditEntry

FACTS = {"channel": Channel.FACE, "outcome": Outcome.SORTED, "greeting": "Morning Maria! Did the lake freeze over?"}


def test_an_encounter_its_promise_and_its_audit_row_are_stored_together(ada, harbour, now):
    draft = PromiseDraft("Ring the depot", now + timedelta(days=1))
    encounter, is_new = log_encounter(by=ada, team=harbour, facts=FACTS, promises=[draft], now=now)
    assert is_new
    assert encounter.person == ada
    assert encounter.occurred_at == encounter.received_at == now
    assert list(encounter.promises.values_list("what", "made_at")) == [("Ring the depot", now)]
    assert list(AuditEntry.objects.about(encounter).values_list("action", "actor")) == [("encounter_logged", ada.pk)]


def test_sending_twice_gives_the_first_encounter(ada, harbour, now):
    public_id = uuid.uuid4()
    first, _ = log_encounter(by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now)
    again, is_new = log_encounter(
        by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now + timedelta(minutes=3)
    )
    assert (again.pk, is_new) == (first.pk, False)
    assert Encounter.objects.count() == 1
    assert AuditEntry.objects.about(first).count() == 1


def test_the_same_id_with_other_words_is_refused(ada, harbour, now):
    public_id = uuid.uuid4()
    log_encounter(by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now)
    with pytest.raises(AlreadyLogged):
        log_encounter(by=ada, team=harbour, facts={**FACTS, "greeting": "Hello"}, public_id=public_id, now=now)


def test_the_same_id_of_another_person_is_refused(ada, ben, harbour, now):
    public_id = uuid.uuid4()
    log_encounter(by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now)
    with pytest.raises(AlreadyLogged):
        log_encounter(by=ben, team=harbour, facts=FACTS, public_id=public_id, now=now)


def test_another_breach_is_not_mistaken_for_a_repeat(ada, harbour, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        log_encounter(by=ada, team=harbour, facts={**FACTS, "outcome": "maybe"}, now=now)
    assert not Encounter.objects.exists()


def test_a_promise_that_breaks_the_rules_leaves_no_encounter_behind(ada, harbour, now):
    early = PromiseDraft("Yesterday's news", now - timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        log_encounter(by=ada, team=harbour, facts=FACTS, promises=[early], now=now)
    assert not Encounter.objects.exists()
    assert not Promise.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    ("zone", "day", "hour"),
    [
        ("Pacific/Auckland", "2026-03-11", 3),
        ("Europe/London", "2026-03-10", 14),
        ("America/Lima", "2026-03-10", 9),
        ("Asia/Kolkata", "2026-03-10", 20),
    ],
)
def test_the_day_and_its_hour_are_the_teams_own(ada, harbour, zone, day, hour):
    harbour.time_zone = zone
    at = datetime(2026, 3, 10, 14, 30, tzinfo=timezone.utc)  # noqa: UP017 - reads as what it is
    encounter, _ = log_encounter(by=ada, team=harbour, facts=FACTS, now=at)
    assert encounter.occurred_on.isoformat() == day
    assert encounter.occurred_hour == hour
