"""Being sure is arithmetic: known values from printed tables and worked examples, and what must hold for any numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.statistics import (
    Sums,
    against,
    difference,
    mean_interval,
    share_interval,
    sums_of,
    surely,
    t_quantile,
    t_tails,
)

scores = st.lists(st.integers(0, 100), min_size=2, max_size=60)
three_levels = st.lists(st.sampled_from([0, 50, 100]), max_size=200)


@pytest.mark.parametrize(
    ("freedom", "printed"),
    [
        (1, 12.706),
        (2, 4.303),
        (4, 2.776),
        (5, 2.571),
        (9, 2.262),
        (10, 2.228),
        (30, 2.042),
        (120, 1.980),
        (10_000, 1.960),
    ],
)
def test_t_quantiles_are_those_of_the_printed_table(freedom, printed):
    assert t_quantile(freedom) == pytest.approx(printed, abs=0.0011)


def test_t_quantile_of_another_level_is_the_printed_one():
    assert t_quantile(10, 0.99) == pytest.approx(3.169, abs=0.002)


@pytest.mark.parametrize(("t", "freedom", "p"), [(2.228, 10, 0.05), (12.706, 1, 0.05), (3.169, 10, 0.01), (0, 7, 1.0)])
def test_tails_of_t_are_those_of_the_printed_table(t, freedom, p):
    assert t_tails(t, freedom) == pytest.approx(p, abs=0.0002)


@given(st.floats(4, 5_000), st.sampled_from([0.9, 0.95, 0.99]))
def test_quantile_and_tails_undo_each_other(freedom, level):
    assert t_tails(t_quantile(freedom, level), freedom) == pytest.approx(1 - level, rel=0.02)


def test_mean_and_interval_of_five_scores_are_as_worked_by_hand():
    sums = sums_of([60, 65, 70, 75, 80])
    assert sums.mean == 70
    assert sums.variance == 62.5
    assert mean_interval(sums) == pytest.approx((60.184, 79.816), abs=0.01)


def test_one_score_has_a_mean_but_no_interval():
    assert sums_of([70]).mean == 70
    assert mean_interval(sums_of([70])) is None


def test_wilson_interval_is_the_published_one():
    assert share_interval(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=0.0001)  # Newcombe 1998, table I


def test_wilson_interval_of_none_out_of_ten_is_not_a_point():
    low, high = share_interval(0, 10)
    assert low == pytest.approx(0, abs=1e-12)
    assert high == pytest.approx(0.2775, abs=0.0001)


def test_five_perfect_scores_are_not_certainty():
    low, high = mean_interval(sums_of([100] * 5)) or (None, None)
    assert low == pytest.approx(56.55, abs=0.01)
    assert high == pytest.approx(100)


def test_welch_is_the_textbook_one():
    # The worked example of two samples of fifteen that is handed around with t = -2.46 and P = 0.021.
    one = sums_of([27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4])
    other = sums_of([27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4])
    found = difference(other, one)
    assert found is not None
    assert found.by == pytest.approx(-2.153, abs=0.02)
    assert found.p == pytest.approx(0.021, abs=0.0005)
    assert found.interval[1] < 0


def test_a_difference_needs_two_scores_on_both_sides():
    assert difference(sums_of([50]), sums_of([50, 60])) is None


def test_scores_all_alike_are_never_a_sure_change():
    found = difference(sums_of([0, 0, 0]), sums_of([100, 100, 100]))
    assert found is not None
    assert found.p == 1


@given(scores, scores)
def test_turning_a_difference_round_turns_its_sign_and_nothing_else(one, other):
    there, back = difference(sums_of(one), sums_of(other)), difference(sums_of(other), sums_of(one))
    assert there is not None
    assert back is not None
    assert there.by == pytest.approx(-back.by)
    assert there.p == pytest.approx(back.p, abs=1e-9)
    assert there.interval == pytest.approx((-back.interval[1], -back.interval[0]))


@given(scores, scores)
def test_the_interval_excludes_zero_just_where_p_is_small(one, other):
    found = difference(sums_of(one), sums_of(other))
    assert found is not None
    low, high = found.interval
    assert 0 <= found.p <= 1
    if found.error and found.freedom >= 4:
        assert (low > 0 or high < 0) == (found.p < 0.05) or found.p == pytest.approx(0.05, abs=0.002)


@given(scores, scores, st.sampled_from([0.05, 0.01, 0.0025]))
def test_the_quick_look_agrees_with_p(one, other, level):
    found = difference(sums_of(one), sums_of(other))
    assert found is not None
    assert found.is_surer_than(level) == (found.p < level)


def test_like_is_compared_with_like():
    """Somebody mostly on the phone, where everybody scores lower, is not below the others."""
    phone, counter = sums_of([40, 45, 50, 55, 60]), sums_of([70, 75, 80, 85, 90])
    mine = [(phone, phone + phone), (counter, counter)]
    found = against(mine)
    assert found is not None
    assert found.by == pytest.approx(0)
    assert not found.is_surer_than(0.05)


def test_nobody_is_compared_with_too_few_others():
    assert against([(sums_of([50, 60, 70]), sums_of([50]))]) is None
    assert against([(sums_of([50]), sums_of([50, 60]))]) is None


@given(scores, scores)
def test_sums_add_up_like_the_scores_themselves(one, other):
    together, apart = sums_of(one + other), sums_of(one) + sums_of(other)
    assert together == apart
    assert apart - sums_of(other) == sums_of(one)


@given(scores)
def test_an_interval_holds_its_mean_and_stays_within_the_scale(held):
    sums = sums_of(held)
    interval = mean_interval(sums)
    assert interval is not None
    assert 0 <= interval[0] <= sums.mean + 1e-9
    assert sums.mean - 1e-9 <= interval[1] <= 100


@given(three_levels)
def test_three_sums_give_back_how_many_were_zero_fifty_and_hundred(held):
    assert sums_of(held).levels == (held.count(0), held.count(50), held.count(100))


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_inside_its_interval(count, others):
    n = count + others
    low, high = share_interval(count / n, n)
    assert 0 <= low <= count / n + 1e-12
    assert count / n - 1e-12 <= high <= 1


def test_holm_is_stricter_the_more_is_looked_at():
    assert surely([0.04]) == [True]
    assert surely([0.04, 0.9]) == [False, False]
    assert surely([0.01, 0.04]) == [True, True]
    assert surely([0.0026, *[0.5] * 19]) == [False] * 20
    assert surely([*[0.5] * 19, 0.0024]) == [False] * 19 + [True]


@given(st.lists(st.floats(0, 1), max_size=30))
def test_holm_never_calls_sure_what_alone_would_not_be(ps):
    assert all(p <= 0.05 + 1e-12 for p, sure in zip(ps, surely(ps), strict=True) if sure)


def test_nothing_counted_has_no_mean():
    with pytest.raises(ZeroDivisionError):
        _ = Sums().mean
    assert math.isclose(Sums().variance, 0)
