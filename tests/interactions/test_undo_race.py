"""Undo meets the encounter that it takes back while that is just being stored: whichever commits first, it is gone."""

import uuid

import pytest
from django.db import connection

from interactions.models import Encounter, UndoneEncounter
from interactions.retrying import retrying
from interactions.services import InTheMaking, TakenBack, log_encounter, undo_encounter
from tests.at_once import before_it_commits

pytestmark = pytest.mark.usefixtures("transactional_db")

FACTS = {"channel": "face", "outcome": "sorted", "greeting": "Morning Maria"}


def test_an_undo_waits_for_the_encounter_that_is_just_being_stored(ada, harbour, now):
    public_id = uuid.uuid4()

    def undo() -> None:
        for _ in range(3):  # as a device does that was told to come back
            try:
                retrying(lambda: undo_encounter(by=ada, public_id=public_id, now=now))
            except InTheMaking:
                continue
            break

    before_it_commits(lambda: log_encounter(by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now), undo)
    assert not Encounter.objects.exists()
    assert UndoneEncounter.objects.filter(public_id=public_id).exists()


def test_an_encounter_waits_for_the_undo_that_is_just_being_stored(ada, harbour, now):
    public_id = uuid.uuid4()
    log_encounter(by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now)
    outcomes = []

    def send_again() -> None:
        try:
            retrying(lambda: log_encounter(by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now))
        except (TakenBack, InTheMaking) as told:
            outcomes.append(type(told))

    before_it_commits(lambda: undo_encounter(by=ada, public_id=public_id, now=now), send_again)
    assert outcomes  # never "stored", never an error of ours
    assert not Encounter.objects.exists()


def test_without_waiting_the_encounter_would_stay(ada, harbour, now):
    """The control: what an undo that only looks and notes would leave behind."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer at a time in anyway")
    public_id = uuid.uuid4()

    def look_and_note() -> None:
        assert not Encounter.objects.filter(public_id=public_id).exists()
        UndoneEncounter.objects.create(public_id=public_id, person=ada)

    before_it_commits(
        lambda: log_encounter(by=ada, team=harbour, facts=FACTS, public_id=public_id, now=now), look_and_note
    )
    assert Encounter.objects.exists()
