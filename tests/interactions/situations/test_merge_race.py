"""Somebody logs the folded situation while it is being folded: whichever commits first, nothing is left behind."""

import uuid
from collections.abc import Callable

import pytest
from django.db import connection, connections

from interactions.models import Encounter, Situation
from interactions.retrying import retrying
from interactions.services import log_encounter
from interactions.situations.services import ChangedMeanwhile, merge_situations
from tests.at_once import at_once, before_it_commits
from tests.factories import EncounterFactory, SituationFactory

pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.fixture
def situations(transactional_db) -> tuple[Situation, Situation]:
    return SituationFactory(name="Return"), SituationFactory(name="Refund")


@pytest.fixture
def log(ada, harbour, situations, now) -> Callable[[], object]:
    facts = {"channel": "face", "outcome": "sorted", "situation": situations[1]}
    return lambda: log_encounter(by=ada, team=harbour, facts=facts, public_id=uuid.uuid4(), now=now)


@pytest.fixture
def merge(ivy, situations, now) -> Callable[[], object]:
    keep, fold = situations
    return lambda: merge_situations(by=ivy, keep=keep, fold=[fold], now=now)


def _while(holding: Callable[[], object], then: Callable[[], object]) -> None:
    before_it_commits(holding, lambda: retrying(then))


def test_a_merge_waits_for_the_encounter_that_is_just_being_stored(log, merge, situations):
    _while(log, merge)
    assert [encounter.situation for encounter in Encounter.objects.all()] == [situations[0]]


def test_an_encounter_waits_for_the_merge_and_lands_in_the_kept_one(log, merge, situations):
    _while(merge, log)
    assert [encounter.situation for encounter in Encounter.objects.all()] == [situations[0]]


def test_without_holding_the_situation_the_encounter_would_be_left_behind(merge, situations, ada, harbour):
    """The control: an encounter stored as it came, without looking what counts for its situation."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer at a time in anyway")
    _while(lambda: EncounterFactory(person=ada, team=harbour, situation=situations[1]), merge)
    assert [encounter.situation for encounter in Encounter.objects.all()] == [situations[1]]


def test_without_looking_again_a_late_encounter_would_name_the_folded_one(merge, situations, ada, harbour):
    """The control on both databases: it comes after the merge, and nobody asks what counts now."""
    merge()
    EncounterFactory(person=ada, team=harbour, situation=situations[1])
    assert Encounter.objects.get().situation == situations[1]


def test_encounters_with_the_kept_one_are_stored_while_the_merge_goes_on(merge, situations, ada, harbour, now):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer at a time in anyway")
    facts = {"channel": "face", "outcome": "sorted", "situation": situations[0]}
    stored = []

    def merge_slowly() -> None:
        merge()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.2)")

    def log_at_once() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '300ms'")
        stored.append(log_encounter(by=ada, team=harbour, facts=facts, now=now))

    try:
        _while(merge_slowly, log_at_once)
    finally:
        connections["default"].close()
    assert len(stored) == 1


def test_two_that_fold_each_other_make_no_cycle_and_no_deadlock(situations, ivy, now):
    one, other = situations

    def fold(fold: Situation, keep: Situation) -> int:
        return retrying(lambda: merge_situations(by=ivy, keep=keep, fold=[fold], now=now))

    ended = at_once(lambda: fold(one, other), lambda: fold(other, one), refused_by=ChangedMeanwhile)
    assert sum(isinstance(each, ChangedMeanwhile) for each in ended) == 1
    assert Situation.objects.filter(merged_into=None).count() == 1
