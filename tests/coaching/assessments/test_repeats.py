"""Somebody came back: the encounter they came back about is scored anew, and again when that turns out otherwise."""

import pytest

from coaching.assessments.models import Assessment
from interactions.services import edit_encounter, log_encounter

FACTS = {"channel": "face", "outcome": "sorted", "greeting": "Morning Maria!"}


@pytest.fixture
def log(ada, harbour, now, django_capture_on_commit_callbacks):
    def log(**facts):
        with django_capture_on_commit_callbacks(execute=True):
            return log_encounter(by=ada, team=harbour, facts={**FACTS, **facts}, now=now)[0]

    return log


@pytest.fixture
def edit(ada, now, django_capture_on_commit_callbacks):
    def edit(encounter, revision=1, **facts):
        with django_capture_on_commit_callbacks(execute=True):
            edit_encounter(by=ada, encounter=encounter, facts=facts, revision=revision, now=now)

    return edit


def _right_first_time(encounter):
    return Assessment.objects.get(encounter=encounter).scores["right_first_time"]


def test_an_edit_that_points_elsewhere_scores_both_again(log, edit):
    first, second = log(), log()
    repeat = log(repeat_of=first)
    assert (_right_first_time(first), _right_first_time(second), _right_first_time(repeat)) == (0, 100, 50)
    edit(repeat, repeat_of=second)
    assert (_right_first_time(first), _right_first_time(second), _right_first_time(repeat)) == (100, 0, 50)
    edit(repeat, revision=2, repeat_of=None)
    assert (_right_first_time(first), _right_first_time(second), _right_first_time(repeat)) == (100, 100, 100)


def test_an_edit_of_the_words_alone_leaves_the_earlier_encounter_alone(log, edit):
    first = log()
    repeat = log(repeat_of=first)
    before = Assessment.objects.get(encounter=first).assessed_at
    edit(repeat, greeting="Hello again, Maria")
    assert Assessment.objects.get(encounter=first).assessed_at == before
