"""Advice follows the scorecard that counts: its weights, its bonuses, and those of the channel one looks at."""

from dataclasses import replace

import pytest

from coaching.dashboards.advice import most_to_gain
from coaching.dashboards.choices import Choice
from coaching.dashboards.figures import figures_of
from coaching.dashboards.queries.practices import PracticeSums, practices_of_one
from coaching.engine.scoring import DEFAULT_SCORECARD
from coaching.scorecards.models import ScorecardVersion, clear_scorecards
from coaching.scorecards.storage import scorecard_to_json
from coaching.statistics import Sums
from tests.coaching.dashboards.rows import TODAY


@pytest.fixture
def practices() -> PracticeSums:
    """Ten encounters, all of them without "Make the greeting your own" and without "Give a little more than asked"."""
    return practices_of_one(1, "face", {"personal_greeting": Sums(10, 0, 0), "generosity": Sums(10, 0, 0)})


def test_what_weighs_most_gains_most(practices):
    assert most_to_gain(1, practices, DEFAULT_SCORECARD) == "personal_greeting"


def test_what_is_a_bonus_by_the_scorecard_is_not_asked_for(practices):
    card = replace(DEFAULT_SCORECARD, bonus=frozenset({"personal_greeting"}))
    assert most_to_gain(1, practices, card) == "generosity"


def test_what_is_off_is_not_asked_for(practices):
    assert most_to_gain(1, practices, DEFAULT_SCORECARD.with_weights(personal_greeting=0)) is None


def test_a_dashboard_of_one_channel_weighs_as_that_channel_does(harbour, now):
    card = replace(DEFAULT_SCORECARD, channels={"ear": {"reset": 40}})
    ScorecardVersion.objects.published().update(rules=scorecard_to_json(card))
    clear_scorecards()
    weights = [figures_of(harbour, Choice(TODAY, channel=each), now).scorecard.weight("reset") for each in ("", "ear")]
    assert weights == [5, 40]
