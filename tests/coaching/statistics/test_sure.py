"""The word "sure": Holm by hand, and what it promises."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.statistics import (
    Difference,
    Verdict,
    difference,
    share_difference,
    sums_of,
    surely,
    verdicts,
)

SURE, TOO_EARLY = Verdict.SURE, Verdict.TOO_EARLY


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
    assert verdicts([Difference(12, 3, 60)]) == [SURE]
    assert verdicts([Difference(3, 3, 60)]) == [TOO_EARLY]
    assert verdicts([share_difference((0, 20), (15, 20))]) == [SURE]
    assert verdicts([None]) == [TOO_EARLY]


def test_a_page_is_judged_together_and_what_is_missing_does_not_count():
    certain, likely = Difference(12, 3, 60), Difference(6.3, 3, 60)
    assert verdicts([None, likely, certain]) == [TOO_EARLY, SURE, SURE]
    assert verdicts([None, *[likely] * 2]) == [TOO_EARLY] * 3
    assert verdicts([]) == []
    assert verdicts([difference(sums_of([50]), sums_of([70]))]) == [TOO_EARLY]
