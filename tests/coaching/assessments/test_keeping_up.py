"""Scores keep up with time: what fell due, was kept or came back while nothing listened is made up for, once."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from coaching.assessments import receivers, waiting
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_all
from coaching.assessments.waiting import waiting_in_all, waiting_in_latest
from coaching.engine.assess import ENGINE_VERSION
from coaching.rollups.models import PersonWeek
from interactions.models import Encounter
from interactions.services import PromiseDraft, edit_encounter, keep_promise, log_encounter, undo_encounter
from tests.factories import EncounterFactory

FACTS = {"channel": "face", "outcome": "sorted", "greeting": "Morning Maria! Did the lake freeze over?"}
WRITES = ("INSERT", "UPDATE", "DELETE")


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def log(ada, harbour, now, commits):
    def log(promises=(), **facts) -> Encounter:
        with commits():
            return log_encounter(by=ada, team=harbour, facts={**FACTS, **facts}, promises=promises, now=now)[0]

    return log


@pytest.fixture
def out_of_order(monkeypatch):
    """A stretch in which whatever hears of changes finds the database locked."""

    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    @contextmanager
    def out_of_order():
        with monkeypatch.context() as patch:
            patch.setattr(receivers, "assess_again", locked)
            patch.setattr(receivers, "assess_new", locked)
            yield

    return out_of_order


def _score(encounter, practice):
    return Assessment.objects.get(encounter=encounter).scores.get(practice)


def _on_dashboards(practice: str) -> tuple[int, float]:
    judged, total, _squares = PersonWeek.objects.get(situation=None).practices[practice]
    return judged, total


def _changes_nothing(at) -> bool:
    """Whether another run at this time finds nothing to do and writes nothing."""
    with time_machine.travel(at, tick=False), CaptureQueriesContext(connection) as queries:
        call_command("assess_encounters")
    return not any(query["sql"].startswith(WRITES) for query in queries)


def test_what_fell_due_during_a_night_without_a_server_is_scored_by_the_next_run(log, now, capsys):
    encounter = log(promises=[PromiseDraft("Ring", now + timedelta(hours=1)), PromiseDraft("Write", now)])
    log(promises=[PromiseDraft("Ring", now + timedelta(days=9))])
    morning = now + timedelta(hours=14)
    with time_machine.travel(morning, tick=False):
        call_command("assess_encounters")
    assert capsys.readouterr().out == "1 assessed.\n"
    assert _score(encounter, "promise_kept") == 0
    assert Assessment.objects.get(encounter=encounter).assessed_at == morning
    assert _on_dashboards("promise_kept") == (1, 0)
    assert _changes_nothing(morning)
    assert _changes_nothing(morning + timedelta(days=1))


def test_one_that_was_scored_at_the_very_moment_it_was_due_is_not_forgotten(log, now):
    due_at = now + timedelta(hours=1)
    encounter = log(promises=[PromiseDraft("Ring", due_at)])
    Assessment.objects.update(assessed_at=due_at)
    assert assess_all(now=due_at) == 0
    assert assess_all(now=due_at + timedelta(seconds=1)) == 1
    assert _score(encounter, "promise_kept") == 0
    assert _changes_nothing(due_at + timedelta(seconds=1))


def test_a_promise_kept_while_the_database_was_locked_counts_with_the_next_run(log, ada, now, commits, out_of_order):
    encounter = log(promises=[PromiseDraft("Ring", now + timedelta(hours=1))])
    with out_of_order(), commits():
        keep_promise(by=ada, promise=encounter.promises.get(), now=now + timedelta(minutes=5))
    assert _score(encounter, "promise_kept") is None
    late = now + timedelta(minutes=6)
    assert assess_all(now=late) == 1
    assert _score(encounter, "promise_kept") == 100
    assert _on_dashboards("promise_kept") == (1, 100)
    assert _changes_nothing(late)


def test_one_kept_in_time_on_a_device_counts_though_it_was_told_after_it_had_been_missed(
    log, ada, now, commits, out_of_order
):
    encounter = log(promises=[PromiseDraft("Ring", now + timedelta(hours=1))])
    assert assess_all(now=now + timedelta(hours=2)) == 1
    with out_of_order(), commits():
        keep_promise(by=ada, promise=encounter.promises.get(), now=now + timedelta(minutes=30))
    assert _score(encounter, "promise_kept") == 0
    late = now + timedelta(hours=3)
    assert assess_all(now=late) == 1
    assert _score(encounter, "promise_kept") == 100
    assert _changes_nothing(late)


def test_a_repeat_that_was_logged_moved_and_undone_unheard_is_made_up_for(log, ada, now, commits, out_of_order):
    first, second = log(), log()
    with out_of_order():
        repeat = log(repeat_of=first)
    assert assess_all(now=now) == 2  # the first, and the repeat itself
    assert (_score(first, "right_first_time"), _score(second, "right_first_time")) == (0, 100)
    with out_of_order(), commits():
        edit_encounter(by=ada, encounter=repeat, facts={"repeat_of": second}, revision=1, now=now)
    assert assess_all(now=now) == 3
    assert (_score(first, "right_first_time"), _score(second, "right_first_time")) == (100, 0)
    with out_of_order(), commits():
        undo_encounter(by=ada, public_id=repeat.public_id, now=now)
    assert assess_all(now=now) == 1
    assert (_score(first, "right_first_time"), _score(second, "right_first_time")) == (100, 100)
    assert _on_dashboards("right_first_time") == (2, 200)
    assert _changes_nothing(now)


def test_assessments_of_before_it_was_stored_are_made_again_where_somebody_came_back(log, now):
    first = log(promises=[PromiseDraft("Ring", now + timedelta(hours=1), kept_at=now)])
    log(repeat_of=first)
    assert assess_all(now=now) == 0
    Assessment.objects.update(came_back=False, promises_kept=0)
    assert list(waiting_in_all(now, ENGINE_VERSION)) == [first.pk]
    assert assess_all(now=now) == 1
    assert _changes_nothing(now)


def test_it_ends_between_two_batches_and_the_next_run_does_the_rest(ada, harbour, now):
    EncounterFactory.create_batch(5, person=ada, team=harbour)
    assert assess_all(now=now, batch=2, is_over=lambda: Assessment.objects.count() >= 2) == 2
    assert Assessment.objects.count() == 2
    assert assess_all(now=now, batch=2) == 3
    assert _changes_nothing(now)


def test_a_look_at_the_latest_finds_what_usually_waits(log, ada, harbour, now, commits, out_of_order):
    new = EncounterFactory(person=ada, team=harbour)
    promising, edited, first, due = (
        log(promises=[PromiseDraft("Ring", now + timedelta(hours=hours))]) for hours in (9, 9, 9, 1)
    )
    with out_of_order(), commits():
        keep_promise(by=ada, promise=promising.promises.get(), now=now)
        edit_encounter(by=ada, encounter=edited, facts={"greeting": "Good morning"}, revision=1, now=now)
    with out_of_order():
        repeat = log(repeat_of=first)
    late = now + timedelta(hours=2)
    everything = [each.pk for each in (new, promising, edited, first, due, repeat)]
    assert waiting_in_latest(late, ENGINE_VERSION) == everything
    assert list(waiting_in_all(late, ENGINE_VERSION)) == everything
    assert assess_all(now=late, only_latest=True) == 6
    assert _changes_nothing(late)


def test_a_look_at_the_latest_leaves_old_encounters_to_the_whole(log, ada, now, commits, out_of_order, monkeypatch):
    edited, due = log(), log(promises=[PromiseDraft("Ring", now + timedelta(hours=1))])
    log()
    monkeypatch.setattr(waiting, "STRETCH", 1)
    with out_of_order(), commits():
        edit_encounter(by=ada, encounter=edited, facts={"greeting": "Good morning"}, revision=1, now=now)
    late = now + timedelta(hours=2)
    assert waiting_in_latest(late, ENGINE_VERSION) == [due.pk]
    assert list(waiting_in_all(late, ENGINE_VERSION)) == [edited.pk, due.pk]


def test_nothing_at_all_has_no_latest(db, now):
    assert waiting_in_latest(now, ENGINE_VERSION) == list(waiting_in_all(now, ENGINE_VERSION)) == []
