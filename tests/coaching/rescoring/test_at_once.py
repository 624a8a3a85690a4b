"""Scoring again while everybody else goes on: nobody waits for somebody who waits for them, and nothing is lost."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from django.db import connections, transaction

from coaching.assessments import services
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_many
from coaching.guidelines.services import drafting
from coaching.rescoring import storing
from coaching.rescoring.models import EarlierScore
from interactions.models import Encounter
from interactions.services import edit_encounter, undo_encounter
from microconnect.jobs.models import Job, Status
from microconnect.jobs.running import run_now
from tests.factories import EncounterFactory, GuidelineFactory, publish_draft

pytestmark = pytest.mark.usefixtures("transactional_db")

PATIENCE = 20  # seconds


@pytest.fixture
def job(transactional_db, ada, ben, harbour, now) -> Job:
    """Two by Ada and two by Ben, in the other order of their assessments' keys, and guidelines that change all four."""
    for nth, person in enumerate((ben, ada, ben, ada)):
        EncounterFactory(
            person=person, team=harbour, occurred_at=now - timedelta(hours=nth + 1), greeting=f"Hello you lot {nth}"
        )
    for encounter in Encounter.objects.order_by("pk"):
        assess_many([encounter.pk], now=now)
    GuidelineFactory(phrases="you lot")
    version = publish_draft(now=now, counts_from=now.date() - timedelta(days=2))
    parameters = {"version": version.pk, "first_day": str(version.counts_from)}
    return Job.objects.create(kind="rescore_by_guidelines", parameters=parameters)


class Other(threading.Thread):
    """Does something on another connection, and keeps what went wrong."""

    def __init__(self, do: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self._do = do
        self.error: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            self._do()
        except Exception as error:  # noqa: BLE001 - looked at by the test
            self.error = error
        finally:
            connections["default"].close()

    def ended(self) -> Exception | None:
        self.join(PATIENCE)
        assert not self.is_alive()
        return self.error


def pausing(monkeypatch, module, name: str, *, nth: int = 1) -> threading.Event:
    """The nth call of `module.name` says that it is there, and goes on a little later: somebody may be waiting for it."""
    is_there = threading.Event()
    call, calls = getattr(module, name), count(1)

    def paused(*args, **kwargs):
        if next(calls) == nth:
            is_there.set()
            time.sleep(0.7)
        return call(*args, **kwargs)

    monkeypatch.setattr(module, name, paused)
    return is_there


def stored(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


def test_what_is_taken_back_in_the_middle_stops_neither_the_undo_nor_the_job(job, monkeypatch, ada, now):
    """The undo holds the encounter and wants its assessment; the job has the assessment and notes about the encounter."""
    is_there = pausing(monkeypatch, storing, "_keep_earlier")
    running = Other(lambda: run_now(job))
    assert is_there.wait(PATIENCE)
    mine = Encounter.objects.filter(person=ada).latest("pk")
    undoing = Other(lambda: undo_encounter(by=ada, public_id=mine.public_id, now=now))
    assert (running.ended(), undoing.ended()) == (None, None)
    assert stored(job).status == Status.DONE
    assert not Encounter.objects.filter(pk=mine.pk).exists()
    assert EarlierScore.objects.count() == Assessment.objects.count() == 3


def test_assessing_the_same_ones_at_the_same_time_stops_neither(job, now):
    """`assess_encounters` goes from person to person, the job by the keys of assessments: both want what the other has."""
    everything = list(Encounter.objects.values_list("pk", flat=True))
    middle = Assessment.objects.order_by("pk")[1]
    is_held, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            Assessment.objects.select_for_update().get(pk=middle.pk)
            is_held.set()
            may_go.wait(PATIENCE)

    holding = Other(hold)
    assert is_held.wait(PATIENCE)
    others = [Other(lambda: run_now(job)), Other(lambda: assess_many(everything, now=now))]
    time.sleep(0.7)  # both have begun, and wait
    may_go.set()
    assert [holding.ended(), *(other.ended() for other in others)] == [None] * 3
    assert stored(job).status == Status.DONE
    assert set(Assessment.objects.values_list("guideline_version", flat=True)) == {stored(job).parameters["version"]}


def test_counting_the_same_days_at_the_same_time_stops_neither(job, monkeypatch, ada, ben, harbour, now):
    """Ben's come out otherwise and Ada's are read whole: the job counts his days first, everybody else counts hers first."""
    Assessment.objects.filter(encounter__person=ada).update(engine_version="1.0")
    new = [EncounterFactory(person=person, team=harbour, occurred_at=now) for person in (ada, ben)]
    is_there = pausing(monkeypatch, storing, "refresh_weeks", nth=1)
    running = Other(lambda: run_now(job))
    assert is_there.wait(PATIENCE)
    assessing = Other(lambda: assess_many([each.pk for each in new], now=now))
    assert (running.ended(), assessing.ended()) == (None, None)
    assert stored(job).status == Status.DONE
    assert Assessment.objects.count() == 6


def test_an_edit_in_the_middle_of_assessing_counts_whatever_is_stored_last(job, monkeypatch, ada, now):
    """Assessing has read the text of before; the edit must not be hidden behind it."""
    mine = Encounter.objects.filter(person=ada).latest("pk")
    is_there = pausing(monkeypatch, services, "backgrounds_of")
    assessing = Other(lambda: assess_many([mine.pk], now=now))
    assert is_there.wait(PATIENCE)
    edit_encounter(by=ada, encounter=mine, facts={"greeting": "Hi Maria"}, revision=1, now=now)
    assert assessing.ended() is None
    assert Assessment.objects.get(encounter=mine).revision == 2


def test_what_is_taken_back_in_the_middle_of_assessing_stays_away(job, monkeypatch, ada, now):
    mine = Encounter.objects.filter(person=ada).latest("pk")
    Assessment.objects.filter(encounter=mine).delete()
    is_there = pausing(monkeypatch, services, "backgrounds_of")
    assessing = Other(lambda: assess_many([mine.pk], now=now))
    assert is_there.wait(PATIENCE)
    undo_encounter(by=ada, public_id=mine.public_id, now=now)
    assert assessing.ended() is None
    assert not Encounter.objects.filter(pk=mine.pk).exists()


def test_what_is_logged_while_something_is_published_is_scored_again_too(job, monkeypatch, ada, harbour, now):
    """Whoever read the rules of before has stored by them before the new ones count, so the job finds it."""
    run_now(job)
    new = EncounterFactory(person=ada, team=harbour, occurred_at=now, greeting="Hello you lot")
    is_there = pausing(monkeypatch, services, "backgrounds_of")
    assessing = Other(lambda: assess_many([new.pk], now=now))
    assert is_there.wait(PATIENCE)
    drafting.begin(by=None)
    version = publish_draft(now=now, counts_from=now.date() - timedelta(days=2))
    parameters = {"version": version.pk, "first_day": str(version.counts_from)}
    run_now(Job.objects.create(kind="rescore_by_guidelines", parameters=parameters))
    assert assessing.ended() is None
    assert set(Assessment.objects.values_list("guideline_version", flat=True)) == {version.pk}
