"""Facts in, findings in the catalogue's order and a score out; then what landed and what to try next."""

import subprocess
import sys
from dataclasses import replace

import pytest

from coaching.engine.assess import ENGINE_VERSION, assess, best_next, landed
from coaching.engine.facts import EncounterFacts
from coaching.engine.practice import Phase
from coaching.engine.practices import BY_KEY, PRACTICES
from coaching.engine.scoring import DEFAULT_SCORECARD

GOOD = EncounterFacts(
    greeting="Morning Maria! Did the lake freeze over in the end?",
    empathy="Three hours in that queue with the little one, no wonder you’re worn out.",
    resolution="So the parcel went to the old flat? I’ll ring the depot myself and see where it is.",
    closing="Anything else? Have a nice day.",
    outcome="sorted",
)


def test_findings_stand_in_the_order_of_the_catalogue() -> None:
    assert [finding.practice for finding in assess(GOOD).findings] == [practice.key for practice in PRACTICES]


def test_the_catalogue_holds_twenty_practices_in_the_order_of_the_phases() -> None:
    phases = [practice.phase for practice in PRACTICES]

    assert len(BY_KEY) == len(PRACTICES) == 20
    assert phases == sorted(phases, key=list(Phase).index)


def test_the_same_facts_give_the_same_assessment() -> None:
    assert assess(GOOD) == assess(replace(GOOD))
    assert ENGINE_VERSION


def test_an_empty_encounter_is_not_judged_at_all() -> None:
    assessment = assess(EncounterFacts())

    assert [finding for finding in assessment.findings if finding.is_judged] == []
    assert all(finding.reason for finding in assessment.findings)
    assert assessment.score.value is None
    assert best_next(assessment) is None
    assert landed(assessment) == ()


def test_a_good_encounter_shows_what_landed_and_one_thing_to_try() -> None:
    assessment = assess(GOOD)

    assert assessment.finding("ownership").score == 100
    keys = [practice.key for practice in landed(assessment)]
    assert keys[:3] == ["personal_greeting", "customers_shoes", "right_first_time"]
    assert best_next(assessment) is BY_KEY["confirmation"]


def test_the_thing_to_try_is_where_most_is_to_gain() -> None:
    assessment = assess(replace(GOOD, outcome="not_yet"))

    assert best_next(assessment) is BY_KEY["right_first_time"]


def test_the_thing_to_try_follows_the_weights() -> None:
    card = DEFAULT_SCORECARD.with_weights(right_first_time=0, confirmation=0)

    assert best_next(assess(replace(GOOD, outcome="not_yet"), card), card) is BY_KEY["real"]


WHOLE = EncounterFacts(state_before="calm", outcome="sorted", left_better="yes")


def test_when_all_is_well_a_bonus_is_worth_trying() -> None:
    assert best_next(assess(WHOLE)) is BY_KEY["generosity"]


def test_a_bonus_that_was_only_claimed_comes_first() -> None:
    assert best_next(assess(replace(WHOLE, personal_touches=frozenset({"told_ahead"})))) is BY_KEY["proactive"]


def test_when_every_bonus_is_off_nothing_is_left_to_try() -> None:
    card = DEFAULT_SCORECARD.with_weights(generosity=0, proactive=0)

    assert best_next(assess(WHOLE, card), card) is None


def test_an_unknown_practice_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        assess(GOOD).finding("charm")


def test_the_engine_imports_no_django_and_nothing_of_ours() -> None:
    check = (
        "import coaching.engine.assess, sys;"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('django', 'interactions', 'microconnect')];"
        "assert not bad, bad"
    )
    subprocess.run([sys.executable, "-c", check], check=True)  # noqa: S603 (our own interpreter, our own words)
