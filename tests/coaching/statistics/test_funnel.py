"""Funnel limits against scipy's binomial, and limits and places that say the same."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from coaching.statistics import (
    FAR_LEVEL,
    LEVEL,
    Zone,
    place_share,
    share_limits,
)

levels = st.sampled_from([LEVEL, FAR_LEVEL])


@given(st.floats(0.01, 0.99), st.integers(1, 3_000), levels)
def test_share_limits_are_scipys_quantiles(centre, n, level):
    outside = (1 - level) / 2
    low, high = share_limits(centre, n, level=level)
    assert round(low * n) == stats.binom.ppf(outside, n, centre)
    assert round(high * n) == n - stats.binom.ppf(outside, n, 1 - centre)


@given(st.floats(0, 1), st.integers(1, 60), levels)
def test_a_count_is_inside_just_where_its_dot_is_between_the_lines(centre, n, level):
    low, high = share_limits(centre, n, level=level)
    for count in range(n + 1):
        between = round(low * n) <= count <= round(high * n)
        assert between == (place_share(count, n, centre).p >= 1 - level)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0.001, 0.999))
def test_the_place_of_a_share_is_twice_scipys_smaller_tail(counted, centre):
    count, n = counted
    tails = stats.binom.cdf(count, n, centre), stats.binom.sf(count - 1, n, centre)
    assert place_share(count, n, centre).p == pytest.approx(min(1, 2 * min(tails)), rel=1e-6, abs=1e-200)


def test_none_of_three_is_inside_and_none_of_thirty_is_not():
    """Where a fifth is usual, zero of three says nothing; the normal approximation would draw a line below 0."""
    assert place_share(0, 3, 0.2).zone == Zone.INSIDE
    assert place_share(0, 20, 0.2).zone == Zone.OUTSIDE
    assert place_share(0, 40, 0.2).zone == Zone.FAR_OUTSIDE
    assert not place_share(0, 40, 0.2).is_above
    assert place_share(30, 40, 0.2).is_above


def test_where_nobody_or_everybody_does_it_one_other_is_far_outside():
    assert share_limits(0, 10) == (0, 0)
    assert share_limits(1, 10) == (1, 1)
    assert place_share(0, 10, 0).zone == place_share(10, 10, 1).zone == Zone.INSIDE
    assert place_share(1, 10, 0).zone == place_share(9, 10, 1).zone == Zone.FAR_OUTSIDE
    assert share_limits(0.3, 0) == (0, 1)


@given(st.floats(0.05, 0.95), st.integers(1, 500))
def test_far_limits_lie_around_the_near_ones_and_those_around_the_centre(centre, n):
    (low, high), (far_low, far_high) = share_limits(centre, n), share_limits(centre, n, level=FAR_LEVEL)
    assert 0 <= far_low <= low <= high <= far_high <= 1
    assert low * n <= math.ceil(centre * n)
    assert high * n >= math.floor(centre * n)
