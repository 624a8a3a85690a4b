"""The word "sure": Holm by hand, and what it promises."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.statistics import (
    Difference,
    difference,
    share_difference,
    sums_of,
    sure_of,
    surely,
)


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
    assert sure_of([Difference(12, 3, 60)]) == [True]
    assert sure_of([Difference(3, 3, 60)]) == [False]
    assert sure_of([share_difference((0, 20), (15, 20))]) == [True]
    assert sure_of([None]) == [False]


def test_a_page_is_judged_together_and_what_is_missing_does_not_count():
    certain, likely = Difference(12, 3, 60), Difference(6.3, 3, 60)
    assert sure_of([None, likely, certain]) == [False, True, True]
    assert sure_of([None, *[likely] * 2]) == [False] * 3
    assert sure_of([]) == []
    assert sure_of([difference(sums_of([50]), sums_of([70]))]) == [False]
