"""How findings become a number: weights, bonus, cap, rounding, and when there is none."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.engine.facts import SpeedTargets
from coaching.engine.finding import Finding
from coaching.engine.practices import PRACTICES
from coaching.engine.rounding import round_half_up
from coaching.engine.scoring import DEFAULT_SCORECARD, Scorecard, score, value_of

KEYS = [practice.key for practice in PRACTICES]
CARD = Scorecard(weights={"a": 1, "b": 1, "c": 1, "x": 5, "y": 20}, bonus=frozenset("xy"), critical=frozenset("a"))

scores = st.one_of(st.none(), st.integers(0, 100), st.floats(0, 100))
found = st.dictionaries(st.sampled_from(KEYS), scores).map(
    lambda by_key: tuple(Finding(key, value, "") for key, value in by_key.items())
)


def findings(**by_key: float | None) -> list[Finding]:
    return [Finding(key, value, "") for key, value in by_key.items()]


@given(found, st.randoms())
def test_the_order_of_practices_does_not_matter(given_findings: tuple[Finding, ...], chance: random.Random) -> None:
    shuffled = list(given_findings)
    chance.shuffle(shuffled)
    one, other = score(given_findings), score(shuffled)

    assert (one.value, one.base, one.bonus, one.capped_by) == (
        other.value,
        other.base,
        other.bonus,
        other.capped_by,
    )


@given(found, st.sampled_from(KEYS))
def test_a_practice_that_is_not_judged_changes_nothing(given_findings: tuple[Finding, ...], key: str) -> None:
    without = [finding for finding in given_findings if finding.practice != key]
    one, other = score(without), score([*without, Finding(key, None, "")])

    assert (one.value, one.base, one.bonus, one.judged) == (
        other.value,
        other.base,
        other.bonus,
        other.judged,
    )


@given(found)
def test_a_score_lies_between_0_and_100(given_findings: tuple[Finding, ...]) -> None:
    value = score(given_findings).value

    assert value is None or 0 <= value <= 100


@given(found)
def test_the_parts_add_up_to_the_base(given_findings: tuple[Finding, ...]) -> None:
    made = score(given_findings)
    base = sum((part.points for part in made.parts if not part.is_bonus), Fraction(0))

    assert base == (made.base or 0)
    assert all(part.points >= 0 and part.lost >= 0 for part in made.parts)


@given(st.integers(0, 10_000), st.integers(1, 100))
def test_rounding_goes_up_at_a_half(numerator: int, denominator: int) -> None:
    value = Fraction(numerator, denominator)
    rounded = round_half_up(value)

    assert value - Fraction(1, 2) < rounded <= value + Fraction(1, 2)


def test_a_half_point_rounds_up() -> None:
    assert score(findings(b=100, c=50, a=50, unknown=0), Scorecard({"a": 1, "b": 1, "c": 2})).value == 63


def test_weights_weigh() -> None:
    card = CARD.with_weights(b=8)

    assert score(findings(a=100, b=50, c=0), card).value == 50
    assert CARD.weight("b") == 1


def test_a_weight_of_0_switches_a_practice_off() -> None:
    made = score(findings(a=0, b=100, c=100, d=0), CARD.with_weights(a=0, d=1, e=1))

    assert made.capped_by is None
    assert made.judged == 3
    assert [part.counts for part in made.parts] == [False, True, True, True]
    assert (made.parts[0].points, made.parts[0].lost) == (0, 0)


def test_a_bonus_adds_its_share_of_its_weight_and_leaves_the_denominator() -> None:
    made = score(findings(a=50, b=50, c=50, x=50), CARD)

    assert made.value == 53  # 50 + 2.5, rounded half-up
    assert made.bonus == Fraction(5, 2)


def test_all_bonuses_together_add_at_most_10() -> None:
    assert score(findings(a=50, b=50, c=50, x=100, y=100), CARD).value == 60


def test_no_bonus_lifts_a_score_over_100() -> None:
    assert score(findings(a=100, b=100, c=100, x=100), CARD).value == 100


def test_a_bonus_of_0_takes_nothing() -> None:
    assert score(findings(a=80, b=80, c=80, x=0), CARD).value == 80


@pytest.mark.parametrize(("critical", "value", "capped_by"), [(49, 50, "a"), (49.9, 50, "a"), (50, 83, None)])
def test_a_critical_practice_caps_below_50_and_not_at_50(critical: float, value: int, capped_by: str | None) -> None:
    made = score(findings(a=critical, b=100, c=100), CARD)

    assert (made.value, made.capped_by) == (value, capped_by)


def test_the_cap_holds_after_the_bonus_and_lifts_nobody() -> None:
    assert score(findings(a=0, b=100, c=100, x=100), CARD).value == 50
    assert score(findings(a=0, b=0, c=30, x=0), CARD).value == 10


def test_fewer_than_three_judged_practices_make_no_score() -> None:
    made = score(findings(a=100, b=100, c=None, x=100, y=100), CARD)

    assert made.value is None
    assert made.base == 100
    assert made.judged == 2
    assert score(findings(a=100, b=100, c=100), CARD).value == 100


def test_nothing_judged_has_no_base() -> None:
    made = score([], CARD)

    assert (made.value, made.base, made.bonus) == (None, None, 0)


def test_the_default_scorecard_carries_the_catalogue() -> None:
    assert DEFAULT_SCORECARD.weight("personal_greeting") == 15
    assert DEFAULT_SCORECARD.bonus == {"generosity", "proactive"}
    assert DEFAULT_SCORECARD.critical == {"in_bounds"}
    assert sum(DEFAULT_SCORECARD.weights.values()) == 165
    assert DEFAULT_SCORECARD.targets("ear").wait_seconds == 60
    assert DEFAULT_SCORECARD.targets("pigeon") == SpeedTargets()


cards = st.builds(
    Scorecard,
    weights=st.dictionaries(st.sampled_from(KEYS), st.integers(0, 100)),
    bonus=st.frozensets(st.sampled_from(KEYS), max_size=4),
    critical=st.frozensets(st.sampled_from(KEYS), max_size=4),
    critical_cap=st.integers(0, 100),
    minimum_judged=st.integers(1, 20),
)


@given(found, cards)
def test_the_number_alone_is_the_number_with_its_making(given_findings: tuple[Finding, ...], card: Scorecard) -> None:
    by_key = {finding.practice: finding.score for finding in given_findings if finding.score is not None}

    assert value_of(by_key, card) == score(given_findings, card).value
