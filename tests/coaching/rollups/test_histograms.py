"""Durations in buckets: they add up, and quantiles are near the true ones."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rollups.histograms import bucket_of, quantile, seconds_of

durations = st.lists(st.integers(0, 86_400), min_size=1, max_size=200)


def histogram_of(seconds: list[int]) -> Counter[str]:
    return Counter(bucket_of(each) for each in seconds)


@given(durations, st.sampled_from([0.1, 0.5, 0.9]))
def test_a_quantile_is_within_five_percent(seconds, share):
    rank = max(1, -int(-share * len(seconds) // 1))
    true = sorted(seconds)[rank - 1]
    assert quantile(histogram_of(seconds), share) == pytest.approx(true, rel=0.0501)


@given(st.integers(0, 86_400))
def test_a_bucket_holds_its_own_middle(seconds):
    bucket = bucket_of(seconds)
    assert seconds_of(bucket) == pytest.approx(seconds, rel=0.0501)


@given(durations, durations)
def test_two_histograms_add_up_to_that_of_all(some, others):
    assert histogram_of(some) + histogram_of(others) == histogram_of(some + others)


def test_nothing_timed_has_no_quantile():
    assert quantile({}, 0.5) is None
