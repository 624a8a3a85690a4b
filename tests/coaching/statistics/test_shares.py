"""Shares against scipy: Wilson, Clopper and Pearson, Fisher; Newcombe's interval against his own table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from coaching.statistics import exact_share_interval, fisher_exact, share_difference, share_interval

counted = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counted, st.sampled_from([0.9, 0.95, 0.998]))
def test_wilson_is_scipys(counted, level):
    count, n = counted
    theirs = stats.binomtest(count, n).proportion_ci(level, method="wilson")
    assert share_interval(count / n, n, level=level) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(counted, st.sampled_from([0.9, 0.95, 0.998]))
def test_clopper_and_pearson_are_scipys(counted, level):
    count, n = counted
    theirs = stats.binomtest(count, n).proportion_ci(level, method="exact")
    assert exact_share_interval(count, n, level=level) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(counted, counted)
def test_fisher_is_scipys(one, other):
    (count, n), (others, m) = one, other
    theirs = stats.fisher_exact([[count, n - count], [others, m - others]]).pvalue
    assert fisher_exact(one, other) == pytest.approx(theirs, rel=1e-6, abs=1e-14)


def test_fisher_of_the_lady_tasting_tea():
    assert fisher_exact((3, 4), (1, 4)) == pytest.approx(34 / 70)
    assert fisher_exact((4, 4), (0, 4)) == pytest.approx(2 / 70)


def test_fisher_of_large_counts_is_scipys():
    theirs = stats.fisher_exact([[52_000, 48_000], [51_500, 48_500]]).pvalue
    assert fisher_exact((52_000, 100_000), (51_500, 100_000)) == pytest.approx(theirs, rel=1e-6)


def test_fisher_of_what_never_happened_or_always_did_is_one():
    assert fisher_exact((0, 9), (0, 5)) == 1
    assert fisher_exact((9, 9), (5, 5)) == 1
    assert fisher_exact((0, 0), (3, 5)) == 1


@pytest.mark.parametrize(
    ("after", "before", "published"),  # Newcombe 1998 (differences), table II, method 10
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((10, 10), (0, 20), (0.6791, 1.0)),
    ],
)
def test_newcombes_interval_is_the_published_one(after, before, published):
    found = share_difference(before, after)
    assert found is not None
    assert found.interval == pytest.approx(published, abs=0.0001)


@given(counted, counted)
def test_a_difference_of_shares_lies_inside_its_interval(before, after):
    found = share_difference(before, after)
    assert found is not None
    low, high = found.interval
    assert -1 - 1e-9 <= low <= found.by + 1e-9
    assert found.by - 1e-9 <= high <= 1 + 1e-9
    assert 0 <= found.p <= 1


def test_a_share_of_nobody_cannot_have_changed():
    assert share_difference((0, 0), (3, 5)) is None
    assert share_difference((3, 5), (0, 0)) is None


def test_nothing_counted_leaves_every_share_possible():
    assert exact_share_interval(0, 0) == (0, 1)
