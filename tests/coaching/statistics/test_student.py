"""Student's t against scipy, for any freedom that Welch's formula can come to."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from coaching.statistics import t_quantile, t_tails

freedoms = st.floats(1, 100_000)


@given(freedoms, st.floats(0.5, 0.9999))
def test_quantile_is_scipys(freedom, level):
    assert t_quantile(freedom, level) == pytest.approx(stats.t.ppf((1 + level) / 2, freedom), rel=1e-7)


@given(st.floats(-40, 40), freedoms)
def test_tails_are_scipys(t, freedom):
    assert t_tails(t, freedom) == pytest.approx(2 * stats.t.sf(abs(t), freedom), rel=1e-6, abs=1e-200)


def test_infinite_freedom_is_the_normal_distribution():
    assert t_quantile(math.inf) == pytest.approx(1.959963985)
    assert t_tails(-1.959963985, math.inf) == pytest.approx(0.05)
