"""Rollups equal the encounters behind them, however often and in whatever order they are made."""

import threading
import uuid
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, connections, transaction

from coaching.assessments import services as assessing
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_encounter
from coaching.rollups import services
from coaching.rollups.models import ActivityDay, PracticeDay
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter
from interactions.services import edit_encounter, undo_encounter
from tests.factories import EncounterFactory

WORDS = {
    "greeting": "Morning Maria! Did the lake freeze over in the end?",
    "empathy": "Three hours in that queue, no wonder you're worn out.",
    "closing": "Give my best to the lake.",
}


def _rows(model) -> list[str]:
    fields = [field.attname for field in model._meta.fields if field.name != "id"]
    return sorted(str(row) for row in model.objects.values_list(*fields))


def _log(person, team, now, **facts) -> Encounter:
    encounter = EncounterFactory(person=person, team=team, occurred_at=now, **facts)
    assess_encounter(encounter, now=now)
    return encounter


def test_a_day_sums_its_encounters(ada, harbour, now):
    scores = [_log(ada, harbour, now, **WORDS).assessment.score or 0 for _ in range(2)]
    _log(ada, harbour, now)  # nothing to judge by
    day = ActivityDay.objects.get()
    assert (day.encounters, day.connections, day.judged) == (3, 2, 2)
    assert (day.total, day.squares) == (sum(scores), sum(score * score for score in scores))
    greeting = PracticeDay.objects.get(practice="personal_greeting")
    assert (greeting.judged, greeting.total, greeting.squares) == (2, 200, 20_000)


def test_channels_and_people_are_kept_apart(ada, ben, harbour, now):
    _log(ada, harbour, now)
    _log(ada, harbour, now, channel="ear")
    _log(ben, harbour, now)
    assert ActivityDay.objects.count() == 3
    assert set(ActivityDay.objects.values_list("encounters", flat=True)) == {1}


def test_making_a_day_again_changes_nothing(ada, harbour, now):
    encounter = _log(ada, harbour, now, **WORDS)
    before = _rows(ActivityDay), _rows(PracticeDay)
    with transaction.atomic():
        services.refresh_days([(ada.pk, harbour.pk, encounter.occurred_on)] * 2)
    assert (_rows(ActivityDay), _rows(PracticeDay)) == before


def test_what_is_no_longer_there_leaves_the_day(ada, harbour, now):
    encounter = _log(ada, harbour, now, **WORDS)
    Encounter.objects.update(channel="ear", greeting="")
    encounter.refresh_from_db()
    assess_encounter(encounter, now=now)
    assert ActivityDay.objects.get().channel == "ear"
    assert not PracticeDay.objects.filter(channel="face").exists()
    assert not PracticeDay.objects.filter(practice="personal_greeting").exists()


def test_an_encounter_moved_to_another_day_leaves_the_old_one(ada, harbour, now, django_capture_on_commit_callbacks):
    encounter = _log(ada, harbour, now, **WORDS)
    with django_capture_on_commit_callbacks(execute=True):
        edit_encounter(by=ada, encounter=encounter, facts={"occurred_at": now - timedelta(days=2)}, revision=1, now=now)
    assert ActivityDay.objects.get().day == encounter.occurred_on - timedelta(days=2)


# Two of one person's encounters assessed at the same moment must both be in the day's sums.


def _assess_both_at_once(pair: list[Encounter], now) -> None:
    """Each transaction stores its assessment, waits for the other to have done so, then refreshes the day.

    Raises the IntegrityError of a transaction that met the other's rows.
    """
    stored = threading.Barrier(2, timeout=0.5)
    breaches: list[IntegrityError] = []

    def work(encounter: Encounter) -> None:
        try:
            with transaction.atomic():
                version = ScorecardVersion.objects.current()
                assessing.store_assessment(encounter, scorecard_version=version, now=now)
                with suppress(threading.BrokenBarrierError):  # SQLite: the other one still queues for the write lock
                    stored.wait()
                services.refresh_days(assessing.days_of([encounter]))
        except IntegrityError as breach:
            breaches.append(breach)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=work, args=(encounter,)) for encounter in pair]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if breaches:
        raise breaches[0]


@pytest.fixture
def pair(transactional_db, ada, harbour, now) -> list[Encounter]:
    return [EncounterFactory(person=ada, team=harbour, occurred_at=now, **WORDS) for _ in range(2)]


def test_two_assessments_at_once_are_both_counted(pair, now):
    _assess_both_at_once(pair, now)
    assert ActivityDay.objects.get().judged == 2


def test_without_the_lock_one_of_them_fails_and_is_not_counted(pair, now, monkeypatch):
    """The control: this is what the lock is for."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's writers queue by themselves")
    both_have_read, sums_of = threading.Barrier(2, timeout=5), services._sums_of

    def read_then_wait(*day):
        sums = sums_of(*day)
        both_have_read.wait()
        return sums

    monkeypatch.setattr(services, "hold_people", lambda people: None)
    monkeypatch.setattr(services, "_sums_of", read_then_wait)
    with pytest.raises(IntegrityError):
        _assess_both_at_once(pair, now)
    assert ActivityDay.objects.get().judged < 2


def test_an_encounter_taken_back_is_counted_no_more(ada, harbour, now):
    public_id = uuid.uuid4()
    _log(ada, harbour, now, public_id=public_id, **WORDS)
    kept = _log(ada, harbour, now, **WORDS)
    undo_encounter(by=ada, public_id=public_id, now=now)
    assert sum(ActivityDay.objects.values_list("encounters", flat=True)) == 1
    assert list(Assessment.objects.values_list("encounter", flat=True)) == [kept.pk]
