"""Assessing: heard after the commit, pinned to what it read, done again when something changes, made up for when it failed."""

from datetime import timedelta

import pytest
from django.db import OperationalError

from coaching.assessments import receivers
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_all, assess_encounter
from coaching.assessments.waiting import waiting_in_all
from coaching.engine.assess import ENGINE_VERSION
from coaching.rollups.models import PersonWeek
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter
from interactions.services import PromiseDraft, edit_encounter, keep_promise, log_encounter
from microconnect.periods import week_of

FACTS = {
    "channel": "face",
    "outcome": "sorted",
    "greeting": "Morning Maria! Did the lake freeze over in the end?",
    "empathy": "Three hours in that queue with the little one, no wonder you're worn out.",
    "closing": "Give my best to the lake.",
    "feeling_before": 2,
    "feeling_after": 5,
}


@pytest.fixture
def log(ada, harbour, now, django_capture_on_commit_callbacks):
    """`log(**facts)`: an encounter of Ada's, logged as the page does it, with what follows the commit."""

    def log(promises=(), **facts) -> Encounter:
        with django_capture_on_commit_callbacks(execute=True):
            encounter, _ = log_encounter(by=ada, team=harbour, facts={**FACTS, **facts}, promises=promises, now=now)
        return encounter

    return log


def test_a_logged_encounter_is_assessed_and_pinned(log):
    assessment = Assessment.objects.get(encounter=log())
    assert assessment.score is not None
    assert assessment.score > 70
    assert assessment.scores["personal_greeting"] == 100
    assert assessment.revision == 1
    assert assessment.engine_version == ENGINE_VERSION
    assert assessment.scorecard_version == ScorecardVersion.objects.current()


def test_evidence_is_the_stored_words(log):
    encounter = log()
    marks = [mark for finding in encounter.assessment.findings for mark in finding.get("evidence", [])]
    worded = [(field, start, end, text) for field, start, end, text, _ref in marks if start is not None]
    assert worded
    for field, start, end, text in worded:
        assert getattr(encounter, field)[start:end] == text


def test_an_edit_is_read_again(log, ada, now, django_capture_on_commit_callbacks):
    encounter = log()
    with django_capture_on_commit_callbacks(execute=True):
        edit_encounter(by=ada, encounter=encounter, facts={"greeting": ""}, revision=1, now=now)
    assessment = Assessment.objects.get()
    assert assessment.revision == 2
    assert "personal_greeting" not in assessment.scores


def test_a_kept_promise_counts_at_once(log, ada, now, django_capture_on_commit_callbacks):
    encounter = log(promises=[PromiseDraft("Ring", now + timedelta(days=1))])
    assert "promise_kept" not in encounter.assessment.scores
    with django_capture_on_commit_callbacks(execute=True):
        keep_promise(by=ada, promise=encounter.promises.get(), now=now + timedelta(hours=1))
    assert Assessment.objects.get().scores["promise_kept"] == 100


def test_a_promise_that_falls_due_is_found_and_counted(log, now):
    log(promises=[PromiseDraft("Ring", now + timedelta(days=1))])
    late = now + timedelta(days=2)
    assert not list(waiting_in_all(now, ENGINE_VERSION))
    assert assess_all(now=late) == 1
    assert Assessment.objects.get().scores["promise_kept"] == 0
    assert assess_all(now=late) == 0


def test_somebody_who_comes_back_changes_the_first_encounter(log):
    first = log()
    assert first.assessment.scores["right_first_time"] == 100
    log(greeting="Hello again", repeat_of=first)
    assert Assessment.objects.get(encounter=first).scores["right_first_time"] == 0


def test_if_assessing_fails_the_encounter_is_safe_and_made_up_for(log, now, monkeypatch):
    def busy(*args, **kwargs):
        raise OperationalError("database is locked")

    with monkeypatch.context() as broken:
        broken.setattr(receivers, "assess_new", busy)
        encounter = log()
    assert Encounter.objects.get() == encounter
    assert not Assessment.objects.exists()
    assert assess_all(now=now) == 1
    assert Assessment.objects.get().scores["personal_greeting"] == 100


def test_assessing_twice_changes_nothing_but_the_time(log, now):
    """The second time everything is read from the database that logging had at hand."""
    promises = [PromiseDraft("Ring", now + timedelta(days=2)), PromiseDraft("Write", now + timedelta(days=1), now)]
    encounter = log(promises=promises)
    before = Assessment.objects.values().get()
    assess_encounter(encounter, now=now + timedelta(minutes=1))
    after = Assessment.objects.values().get()
    assert {k: v for k, v in before.items() if k != "assessed_at"} == {
        k: v for k, v in after.items() if k != "assessed_at"
    }


def test_a_change_that_was_quicker_than_the_first_scoring_stands(ada, harbour, now, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        encounter, _is_new = log_encounter(by=ada, team=harbour, facts=FACTS, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        edit_encounter(by=ada, encounter=encounter, facts={"greeting": ""}, revision=1, now=now)
    for announce in waiting:
        announce()
    assert Assessment.objects.get().revision == 2
    assert PersonWeek.objects.get(situation=None).encounters == 1


def test_greetings_that_became_one_greeting_name_the_earlier_ones(log, now):
    same = "Welcome to Harbour Street, what can I do for you today my friend"
    earlier = [log(greeting=same, occurred_at=now - timedelta(hours=hours)) for hours in range(1, 5)]
    finding = next(f for f in log(greeting=same).assessment.findings if f["practice"] == "personal_greeting")
    assert finding["score"] == 0
    assert {mark[4] for mark in finding["evidence"]} & {str(encounter.public_id) for encounter in earlier}


@pytest.mark.usefixtures("transactional_db")
def test_an_encounter_moved_to_another_week_leaves_the_week_it_was_in(ada, harbour, now):
    encounter, _ = log_encounter(by=ada, team=harbour, facts=FACTS, now=now)
    earlier = now - timedelta(days=9)
    edit_encounter(by=ada, encounter=encounter, facts={"occurred_at": earlier}, revision=1, now=now)
    assert [(row.week, row.encounters) for row in PersonWeek.objects.all()] == [(week_of(earlier.date()).start, 1)]


def test_of_two_changes_the_later_text_counts_whichever_is_heard_last(log, ada, now):
    encounter = log()
    edit_encounter(by=ada, encounter=encounter, facts={"greeting": "Next!"}, revision=1, now=now)
    receivers._on_changed(Encounter, encounter=encounter, previous=None)
    assert Assessment.objects.get().revision == 2
