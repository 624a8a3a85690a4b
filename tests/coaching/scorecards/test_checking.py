"""What is refused beside which field, and what is only worth a second look."""

from dataclasses import replace

import pytest

from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import DEFAULT_SCORECARD
from coaching.scorecards.checking import problems_in
from coaching.scorecards.forms import ScorecardForm

pytestmark = pytest.mark.django_db

KEYS = [practice.key for practice in PRACTICES]
BONUS = sorted(DEFAULT_SCORECARD.bonus)
ALL_OFF = {f"on_{key}": None for key in KEYS}


@pytest.mark.parametrize(
    "typed", ["-1", "101", "1e9", "9" * 20, "9" * 5000, "NaN", "inf", "ten", "1.5", "", "0x10", "1\x00"]
)
@pytest.mark.parametrize("field", ["weight_reset", "critical_cap", "minimum_judged", "target_low", "target_high"])
def test_what_is_no_number_of_the_scale_is_refused_beside_it(sent, field, typed):
    form = ScorecardForm(sent(**{field: typed}))
    assert not form.is_valid()
    assert [*form.errors] == [field]
    assert "whole number from" in form.errors[field][0]


@pytest.mark.parametrize("typed", ["-1", "101", "NaN", "9" * 20])
def test_a_channels_weight_is_held_to_the_same_scale(sent, typed):
    assert [*ScorecardForm(sent(ear_reset=typed)).errors] == ["ear_reset"]


@pytest.mark.parametrize("typed", ["", "0", "0:00", "-1", "NaN", "soon", "1441", "9" * 20])
def test_a_target_is_a_time_of_more_than_nothing(sent, typed):
    assert [*ScorecardForm(sent(wait_ear=typed)).errors] == ["wait_ear"]


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        (ALL_OFF, "__all__", "All practices are off"),
        ({**ALL_OFF, **{f"on_{key}": "on" for key in BONUS}}, "__all__", "Only bonus practices are on"),
        ({f"weight_{key}": "0" for key in KEYS}, "__all__", "All practices are off"),
        ({"on_in_bounds": None}, "critical_in_bounds", "It is off, so it cannot hold a score down"),
        ({"critical_generosity": "on"}, "critical_generosity", "A bonus never takes anything away"),
        (
            {**ALL_OFF, "on_reset": "on", "on_speed": "on", "critical_in_bounds": None},
            "minimum_judged",
            "Only 2 practices",
        ),
        ({"minimum_judged": "19"}, "minimum_judged", "Only 18 practices are weighed"),
        ({"target_low": "85", "target_high": "70"}, "target_high", "The band ends where it begins, or before"),
        ({"target_low": "70", "target_high": "70"}, "target_high", "Choose more than 70"),
        ({"on_charm": "on"}, "__all__", "We don’t know the practice or channel “on_charm”"),
        ({"weight_charm": "5"}, "__all__", "“weight_charm”"),
        ({"pigeon_reset": "5"}, "__all__", "“pigeon_reset”"),
        ({"wait_pigeon": "5"}, "__all__", "“wait_pigeon”"),
        ({"name": ""}, "name", "Give it a name"),
        ({"name": "x" * 81}, "name", "at most 80"),
        ({"name": "a\x00b"}, "name", "Null characters"),
    ],
)
def test_what_contradicts_itself_is_refused_in_words(sent, changes, field, said):
    form = ScorecardForm(sent(**changes))
    assert not form.is_valid()
    assert [*form.errors] == [field]
    assert said in form.errors[field][0]


def test_what_was_shown_can_be_sent_back_and_says_the_same(sent):
    form = ScorecardForm(sent())
    assert form.is_valid(), form.errors
    assert form.scorecard == DEFAULT_SCORECARD


def test_a_practice_may_count_in_one_channel_only(sent):
    form = ScorecardForm(sent(on_speed=None, ear_speed="20", click_reset="0"))
    assert form.is_valid(), form.errors
    card = form.scorecard
    assert [card.for_channel(channel).weight("speed") for channel in ("face", "ear", "click")] == [0, 20, 0]
    assert [card.for_channel(channel).weight("reset") for channel in ("face", "ear", "click")] == [5, 5, 0]


@pytest.mark.parametrize(
    ("scorecard", "said"),
    [
        (replace(DEFAULT_SCORECARD, critical_cap=100), "holds nothing down"),
        (DEFAULT_SCORECARD.with_weights(generosity=30), "add 10 points at most"),
        (
            replace(DEFAULT_SCORECARD.with_weights(**dict.fromkeys(KEYS, 1)).with_weights(reset=100)),
            "weighs more than all",
        ),
        (
            replace(DEFAULT_SCORECARD, channels={"click": {**dict.fromkeys(KEYS, 0), "reset": 5, "speed": 5}}),
            "In chat, only 2 practices are weighed and 3 are asked for",
        ),
    ],
)
def test_what_is_odd_is_told_and_does_not_block(scorecard, said):
    problems = problems_in(scorecard)
    assert any(said in problem.text for problem in problems)
    assert not any(problem.blocks for problem in problems)


def test_there_is_nothing_to_say_about_what_is_shipped():
    assert problems_in(DEFAULT_SCORECARD) == []
