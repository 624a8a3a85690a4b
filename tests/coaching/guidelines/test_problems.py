"""What a draft is told before it is published: what blocks, and what deserves a second look."""

import time
from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.utils import timezone

from coaching.guidelines.models import GreetingGuideline, Strength, TrickyCase
from coaching.guidelines.problems import problems_of
from coaching.guidelines.rules import rules_of
from coaching.guidelines.services import drafting
from coaching.guidelines.starters import STARTERS
from tests.factories import GuidelineFactory, TeamFactory

EXAMPLES = {"matching_examples": "Hello you people", "other_examples": "What people say"}


def _told(*, blocks: bool | None = None) -> list[str]:
    draft = drafting.begin(by=None)
    problems = problems_of(draft, rules_of(draft), timezone.localdate())
    return [problem.text for problem in problems if blocks is None or problem.blocks == blocks]


def test_a_draft_with_fitting_examples_is_told_nothing(db):
    GuidelineFactory(**EXAMPLES)
    assert _told() == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_needed(name, db):
    GuidelineFactory(**{**EXAMPLES, name: ""})
    [told] = _told(blocks=True)
    assert told.startswith("Add a greeting that")


@pytest.mark.parametrize(
    ("name", "example", "words"),
    [
        ("matching_examples", "Hello", "is to meet it, and does not"),
        ("other_examples", "you people", "must not meet it"),
    ],
)
def test_examples_are_tried(name, example, words, db):
    GuidelineFactory(**{**EXAMPLES, name: example})
    [told] = _told(blocks=True)
    assert words in told


def test_tricky_cases_are_tried(harbour):
    guideline = GuidelineFactory(**EXAMPLES)
    TrickyCase.objects.create(version=guideline.version, greeting="Hi you people", expected="out")
    assert _told() == []
    guideline.teams.add(harbour)
    assert _told(blocks=True) == ["“Hi you people” was to come out as out of bounds and is in bounds."]


def test_a_case_of_a_team_and_channel_is_tried_there(harbour):
    guideline = GuidelineFactory(**EXAMPLES, channels=["ear"])
    guideline.teams.add(harbour)
    case = {"version": guideline.version, "greeting": "Hi you people", "expected": "out"}
    TrickyCase.objects.create(**case, team=harbour, channel="ear")
    assert _told(blocks=True) == []
    TrickyCase.objects.create(**case, team=harbour, channel="face")
    assert len(_told(blocks=True)) == 1


def test_days_that_are_over_are_pointed_out(db):
    GuidelineFactory(**EXAMPLES, active_until=timezone.localdate() - timedelta(days=1))
    assert _told(blocks=False) == ["Its days are over, so it never holds again."]


def test_what_can_never_match_is_pointed_out(db):
    GuidelineFactory(**EXAMPLES, phrases="you people\n—")
    assert _told(blocks=False) == ["“—” can never match anything that people say."]


def test_words_on_both_sides_are_pointed_out(db):
    GuidelineFactory(title="Mates", strength=Strength.ENCOURAGED, phrases="you people", **EXAMPLES)
    GuidelineFactory(title="Crowds", **EXAMPLES)
    assert _told(blocks=False) == [
        "“you people” is also out of bounds, by “Crowds”. Where both hold, out of bounds wins."
    ]


@pytest.mark.parametrize(
    "apart",
    [
        {"channels": ["ear"]},
        {"active_from": timezone.localdate() + timedelta(days=10)},
    ],
)
def test_words_that_never_meet_are_no_contradiction(apart, db):
    here = {"channels": ["face"], "active_until": timezone.localdate() + timedelta(days=5)}
    GuidelineFactory(title="Mates", strength=Strength.ENCOURAGED, phrases="you people", **EXAMPLES, **here)
    GuidelineFactory(title="Crowds", **EXAMPLES, **apart)
    assert _told() == []


def test_words_for_other_teams_are_no_contradiction(harbour, mill):
    mates = GuidelineFactory(title="Mates", strength=Strength.ENCOURAGED, phrases="you people", **EXAMPLES)
    mates.teams.add(mill)
    GuidelineFactory(title="Crowds", **EXAMPLES).teams.add(harbour)
    assert _told() == []


def test_what_leaves_no_greeting_in_bounds_is_pointed_out(db):
    name = {"matching_examples": "Hello, it is Ada here", "other_examples": "Hello"}
    GuidelineFactory(title="Name", strength=Strength.REQUIRED, phrases="it is ada", channels=["ear"], **name)
    GuidelineFactory(title="No names", strength=Strength.NEVER, phrases="ada", channels=["ear"], **name)
    assert "No greeting that we tried stays in bounds: By phone." in _told(blocks=False)
    assert not any("Face to face" in told for told in _told())


def test_a_required_element_that_can_be_said_leaves_greetings_in_bounds(db):
    GuidelineFactory(
        strength=Strength.REQUIRED,
        match="pattern",
        phrases="(my name is|this is) *",
        matching_examples="This is Ada",
        other_examples="Hello",
    )
    assert _told() == []


@pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.key)
def test_ready_made_sets_can_be_published_as_they_are(starter, db):
    for values in starter.guidelines:
        GuidelineFactory(**{"strength": None, **values})
    assert _told() == []
    assert len(starter.guidelines) >= 5


def _seconds_for(count: int, teams: Sequence[int]) -> float:
    """Processor time of looking through so many guidelines, half of them in bounds, every other one for one team."""
    draft = drafting.begin(by=None)
    draft.guidelines.all().delete()
    sides = (Strength.ENCOURAGED, Strength.NEVER)
    made = GreetingGuideline.objects.bulk_create(
        GreetingGuideline(
            version=draft,
            title=f"Guideline {nth}",
            strength=sides[nth % 2],
            phrases=f"the kettle of word{nth}",
            matching_examples=f"Is it the kettle of word{nth}?",
            other_examples="Hello",
        )
        for nth in range(count)
    )
    scoped = GreetingGuideline.teams.through
    scoped.objects.bulk_create(
        scoped(greetingguideline_id=each.pk, team_id=teams[nth % len(teams)])
        for nth, each in enumerate(made)
        if nth % 2
    )
    rules = rules_of(draft)
    began = time.process_time()
    assert problems_of(draft, rules, timezone.localdate()) == []
    return time.process_time() - began


def test_four_times_the_guidelines_take_four_times_as_long_and_not_sixteen(db):
    teams = [TeamFactory().pk for _ in range(100)]
    _seconds_for(100, teams[:25])  # what is loaded once is loaded
    assert _seconds_for(1_200, teams) < 9 * _seconds_for(300, teams[:25])
