"""The word "sure": Holm by hand, and nobody put before another where intervals overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.statistics import (
    Difference,
    Verdict,
    difference,
    overlaps,
    share_difference,
    sums_of,
    surely,
    verdict,
    verdicts,
)

SURE, TOO_EARLY = Verdict.SURE, Verdict.TOO_EARLY
ends = st.tuples(st.floats(0, 100), st.floats(0, 100)).map(sorted)


def test_holm_by_hand():
    """0.05/4 = 0.0125, 0.05/3 = 0.0167, 0.05/2 = 0.025: the third smallest, 0.03, stops it; 0.04 is not asked any more."""
    assert surely([0.03, 0.001, 0.04, 0.016]) == [False, True, False, True]
    assert surely([]) == []


@given(st.lists(st.floats(0, 1), max_size=30))
def test_holm_finds_all_that_bonferroni_finds(ps):
    assert all(sure for p, sure in zip(ps, surely(ps), strict=True) if p <= 0.0499 / len(ps))


@given(st.lists(st.floats(0, 1), max_size=30))
def test_what_is_sure_is_less_likely_chance_than_what_is_not(ps):
    judged = list(zip(ps, surely(ps), strict=True))
    assert max([p for p, sure in judged if sure], default=0) <= min([p for p, sure in judged if not sure], default=1)


def test_a_difference_is_sure_or_it_is_too_early_to_say():
    large = Difference(12, 3, 60)
    assert verdict(large) == SURE
    assert verdict(large, looks=1_000) == TOO_EARLY
    assert verdict(Difference(3, 3, 60)) == TOO_EARLY
    assert verdict(None) == TOO_EARLY
    assert verdict(share_difference((0, 20), (15, 20))) == SURE
    with pytest.raises(ValueError, match="once at least"):
        verdict(large, looks=0)


def test_a_page_is_judged_together_and_what_is_missing_does_not_count():
    certain, likely = Difference(12, 3, 60), Difference(6.3, 3, 60)
    assert verdicts([None, likely, certain]) == [TOO_EARLY, SURE, SURE]
    assert verdicts([None, *[likely] * 2]) == [TOO_EARLY] * 3
    assert verdicts([]) == []
    assert verdicts([difference(sums_of([50]), sums_of([70]))]) == [TOO_EARLY]


def test_people_are_not_ranked_where_intervals_meet():
    assert overlaps((60, 70), (70, 80))
    assert overlaps((60, 90), (70, 80))
    assert not overlaps((60, 69.9), (70, 80))
    assert overlaps(None, (70, 80))
    assert overlaps((70, 80), None)


@given(ends, ends)
def test_overlapping_goes_both_ways(one, other):
    assert overlaps(one, other) == overlaps(other, one)
    assert overlaps(one, one)
