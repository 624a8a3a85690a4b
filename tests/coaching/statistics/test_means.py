"""Means and their differences against scipy, and what must hold for any scores."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from coaching.statistics import Sums, added, difference, mean_interval, sums_of

exact = st.lists(st.integers(0, 400).map(lambda quarters: quarters / 4), max_size=40)
scores = st.lists(st.integers(0, 100), min_size=2, max_size=60)


def _varied(held):
    assume(len(set(held)) > 1)
    return sums_of(held)


@given(exact, exact, exact)
def test_it_does_not_matter_in_which_order_sums_are_added(one, other, third):
    a, b, c = sums_of(one), sums_of(other), sums_of(third)
    assert (a + b) + c == a + (b + c) == added([c, b, a])
    assert a + b - b == a


@given(scores)
def test_t_interval_is_scipys_within_the_scale(held):
    sums = _varied(held)
    low, high = stats.t.interval(0.95, sums.n - 1, loc=sums.mean, scale=math.sqrt(sums.error))
    assert mean_interval(sums) == pytest.approx((max(0, low), min(100, high)), abs=1e-6)


@given(scores, scores)
def test_welch_is_scipys(one, other):
    before, after = _varied(one), _varied(other)
    found = difference(before, after)
    theirs = stats.ttest_ind_from_stats(
        *(after.mean, math.sqrt(after.variance), after.n),
        *(before.mean, math.sqrt(before.variance), before.n),
        equal_var=False,
    )
    assert found is not None
    assert found.p == pytest.approx(theirs.pvalue, rel=1e-6, abs=1e-12)


@given(scores, st.integers(2, 20))
def test_the_more_of_the_same_the_narrower(held, times):
    few, many = mean_interval(sums_of(held)), mean_interval(sums_of(held * times))
    assert few is not None
    assert many is not None
    assert many[1] - many[0] <= few[1] - few[0] + 1e-9


@given(st.floats(0, 100), st.integers(2, 10_000))
def test_scores_all_alike_have_no_spread_however_they_round(score, n):
    sums = added([Sums(1, score, score * score)] * n) if n < 50 else Sums(n, n * score, n * score * score)
    assert sums.variance == 0


def test_counting_nothing_gives_no_scatter():
    assert Sums().scatter == Sums().variance == 0
    assert Sums(1, 70, 4_900).scatter == 0
