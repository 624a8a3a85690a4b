"""Each person beside themselves: what a change of who is there cannot move."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from coaching.statistics import (
    Sums,
    added,
    changed,
    clustered_difference,
    difference,
    each_with_themselves,
    sums_of,
)

scores = st.lists(st.integers(0, 100), min_size=2, max_size=15)
pairs = st.lists(st.tuples(scores, scores), min_size=1, max_size=8)


def _sums(held):
    return [(sums_of(before), sums_of(after)) for before, after in held]


def _p(found):
    return found.p


def _by_least_squares(held):
    """The same change from a regression on people and period: the coefficient of the period."""
    rows = [(nth, late, s) for nth, pair in enumerate(held) for late in (0, 1) for s in pair[late]]
    design = np.array([[float(nth == p) for p in range(len(held))] + [late] for nth, late, _s in rows])
    y = np.array([s for _n, _l, s in rows], dtype=float)
    fitted, *_rest = np.linalg.lstsq(design, y)
    return fitted[-1]


@given(pairs)
def test_the_change_is_that_of_a_regression_with_a_level_for_each_person(held):
    found = each_with_themselves(_sums(held))
    assert found is not None
    assert found.by == pytest.approx(_by_least_squares(held), abs=1e-6)


@given(scores, scores)
def test_for_one_person_it_is_scipys_pooled_t_test(before, after):
    assume(len(set(before)) > 1 or len(set(after)) > 1)
    one, other = sums_of(before), sums_of(after)
    found = each_with_themselves([(one, other)])
    theirs = stats.ttest_ind_from_stats(
        *(other.mean, math.sqrt(other.variance), other.n), *(one.mean, math.sqrt(one.variance), one.n), equal_var=True
    )
    assert found is not None
    assert found.freedom == pytest.approx(len(before) + len(after) - 2)
    assert found.p == pytest.approx(theirs.pvalue, abs=1e-6)


@given(pairs)
def test_the_larger_of_two_errors_counts(held):
    found = each_with_themselves(_sums(held))
    assert found is not None
    weights = np.array([len(b) * len(a) / (len(b) + len(a)) for b, a in held])
    scatters = np.array([np.var(b) * len(b) + np.var(a) * len(a) for b, a in held])
    free = np.array([len(b) + len(a) - 2 for b, a in held])
    pooled = scatters.sum() / free.sum()
    own = (weights * scatters / free).sum() / weights.sum()
    assert found.error == pytest.approx(math.sqrt(max(pooled, own) / weights.sum()), abs=1e-6)
    assert found.freedom <= free.sum()


def test_who_is_there_does_not_matter():
    """Nobody changed; the one who scores low was on holiday."""
    high = ([80, 90] * 10, [80, 90] * 10)
    low = ([40, 50] * 10, [40, 50])
    naive = difference(sums_of(high[0] + low[0]), sums_of(high[1] + low[1]))
    assert naive is not None
    assert naive.p < 0.01
    found = changed(_sums([high, low]))
    assert found is not None
    assert found.by == pytest.approx(0)
    assert found.p > 0.9


def test_the_less_sure_of_two_readings_is_given():
    """Encounters together are unsure here, since people differ; each with themselves is surer."""
    pairs = _sums([([40, 50, 60] * 5, [55, 65, 60] * 5), ([70, 75, 80] * 5, [80, 85, 90] * 5)])
    both = [difference(pairs[0][0] + pairs[1][0], pairs[0][1] + pairs[1][1]), each_with_themselves(pairs)]
    assert changed(pairs) == max((found for found in both if found), key=_p)


@given(pairs)
def test_whichever_it_is_nothing_is_surer_than_either_reading(held):
    sums = _sums(held)
    found, apart = changed(sums), each_with_themselves(sums)
    together = difference(added(b for b, _a in sums), added(a for _b, a in sums))
    assert found is not None
    assert apart is not None
    assert together is not None
    less_sure = pytest.approx(max(apart.p, together.p))
    assert found.p == less_sure if apart.by * together.by >= 0 else found.p > 0.3


def test_where_everybody_rose_and_the_figures_fell_nothing_is_sure():
    """Those who score low were mostly there after, those who score high before; both readings alone are sure."""
    low, high = ([20, 25, 30] * 2, [35, 40, 45] * 60), ([80, 85, 90] * 60, [95, 100] * 3)
    pairs = _sums([low, high])
    assert all(
        one.p < 0.001 for one in (difference(*map(added, zip(*pairs, strict=True))), each_with_themselves(pairs)) if one
    )
    found = changed(pairs)
    assert found is not None
    assert found.by < 0
    assert found.p > 0.3
    assert found.interval[0] < 0 < found.interval[1]


def test_people_who_left_and_people_who_came_are_two_groups():
    left, came = [sums_of([40, 50]), sums_of([45, 60])], [sums_of([80, 85]), sums_of([75, 95])]
    pairs = [*((one, Sums()) for one in left), *((Sums(), one) for one in came)]
    assert each_with_themselves(pairs) is None
    groups = left[0] + left[1], came[0] + came[1]
    readings = [difference(*groups), clustered_difference(pairs), each_with_themselves([groups])]
    assert changed(pairs) == max((found for found in readings if found), key=_p)


def test_too_little_to_say_is_said_by_none():
    assert changed([]) is None
    assert changed([(sums_of([50, 60]), Sums())]) is None
    assert changed([(sums_of([50]), sums_of([60]))]) is None
    assert changed([(sums_of([50, 60]), Sums()), (Sums(), sums_of([70, 80]))]) is None


def test_one_person_alone_is_compared_with_themselves():
    found = changed([(sums_of([50, 60, 55] * 5), sums_of([70, 80, 75] * 5))])
    assert found is not None
    assert found.p < 0.001


@given(pairs)
def test_scores_all_alike_are_never_sure(held):
    found = changed(_sums([([0] * len(before), [100] * len(after)) for before, after in held]))
    assert found is not None
    assert found.p == 1


def test_a_person_with_a_single_score_on_either_side_counts_as_spread_as_the_others():
    steady, once = (sums_of([60, 70]), sums_of([65, 75])), (sums_of([50]), sums_of([55]))
    found = each_with_themselves([steady, once])
    assert found is not None
    assert found.by == pytest.approx(5)
    assert found.error == pytest.approx(math.sqrt(50 / 1.5))
    assert found.freedom == 2
