"""Means of encounters clustered by person, against direct calculations with numpy and what must hold for any scores."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from coaching.statistics import (
    Sums,
    added,
    clustered_difference,
    clustered_interval,
    clustered_mean,
    difference,
    mean_interval,
    sums_of,
)

scores = st.lists(st.integers(0, 100), min_size=1, max_size=12)
people = st.lists(scores, min_size=2, max_size=12)


def _linearised(held):
    """Cochran 1977, section 6.4: the ratio of two totals over clusters."""
    n, total = np.array([len(one) for one in held]), np.array([sum(one) for one in held])
    k, residuals = len(held), total - total.sum() / n.sum() * n
    return math.sqrt(k / (k - 1) * (residuals**2).sum()) / n.sum()


def _leaving_each_out(held):
    """The jackknife word for word: the mean worked out again without each person."""
    together = [score for one in held for score in one]
    means = [np.mean([s for other in held if other is not one for s in other]) for one in held]
    k = len(held)
    return math.sqrt((k - 1) / k * sum((mean - np.mean(together)) ** 2 for mean in means))


@given(people)
def test_the_error_is_that_of_leaving_each_person_out(held):
    found = clustered_mean(sums_of(one) for one in held)
    assert found is not None
    assert found.error == pytest.approx(_leaving_each_out(held), abs=1e-9)


@given(st.integers(1, 8).flatmap(lambda n: st.lists(st.lists(st.integers(0, 100), min_size=n, max_size=n), min_size=2)))
def test_with_equally_many_encounters_it_is_the_linearised_one(held):
    found = clustered_mean(sums_of(one) for one in held)
    assert found is not None
    assert found.error == pytest.approx(_linearised(held), abs=1e-9)


@given(people)
def test_otherwise_it_is_never_narrower_than_the_linearised_one_by_much(held):
    found = clustered_mean(sums_of(one) for one in held)
    assert found is not None
    assert found.error is not None
    k = len(held)
    assert found.error >= _linearised(held) * (k - 1) / k - 1e-9


@given(st.lists(st.integers(0, 100), min_size=2, max_size=30))
def test_one_encounter_each_is_the_plain_t_interval(held):
    assert clustered_interval(sums_of([score]) for score in held) == pytest.approx(mean_interval(sums_of(held)))


@given(people)
def test_the_interval_holds_the_mean_and_stays_within_the_scale(held):
    sums = [sums_of(one) for one in held]
    interval = clustered_interval(sums)
    assert interval is not None
    assert -1e-9 <= interval[0] <= added(sums).mean + 1e-9
    assert added(sums).mean - 1e-9 <= interval[1] <= 100 + 1e-9


@given(people)
def test_the_same_people_twice_over_are_surer(held):
    once, twice = clustered_interval(map(sums_of, held)), clustered_interval(map(sums_of, held * 2))
    assert once is not None
    assert twice is not None
    assert twice[1] - twice[0] <= once[1] - once[0] + 1e-9


def test_one_person_gives_the_interval_of_their_encounters():
    alone = clustered_mean([sums_of([60, 70, 80]), Sums()])
    assert alone is not None
    assert alone.people == 1
    assert alone.error is None
    assert alone.mean == 70
    assert alone.interval == mean_interval(sums_of([60, 70, 80]))


def test_people_all_alike_give_the_interval_of_their_encounters():
    assert clustered_interval([sums_of([60, 80])] * 3) == mean_interval(sums_of([60, 80] * 3))


def test_nobody_has_no_mean():
    assert clustered_mean([]) is None
    assert clustered_interval([Sums()]) is None
    assert clustered_interval([sums_of([70])]) is None


def test_people_who_differ_make_a_team_less_sure_than_its_encounters_would():
    apart = [sums_of([50, 55] * 20), sums_of([70, 75] * 20), sums_of([85, 90] * 20)]
    by_person, by_encounter = clustered_interval(apart), mean_interval(added(apart))
    assert by_person is not None
    assert by_encounter is not None
    assert by_person[1] - by_person[0] > 4 * (by_encounter[1] - by_encounter[0])


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=3, max_size=20))
def test_one_encounter_each_before_and_after_is_scipys_paired_test(held):
    before, after = zip(*held, strict=True)
    assume(len({a - b for a, b in held}) > 1)
    found = clustered_difference((sums_of([b]), sums_of([a])) for b, a in held)
    assert found is not None
    assert found.p == pytest.approx(stats.ttest_rel(after, before).pvalue, abs=1e-6)


@given(people, people)
def test_people_on_one_side_only_add_their_errors(one, other):
    found = clustered_difference([*((sums_of(p), Sums()) for p in one), *((Sums(), sums_of(p)) for p in other)])
    assert found is not None
    k = len(one) + len(other)
    each = (
        _leaving_each_out(one) ** 2 * len(one) / (len(one) - 1),
        _leaving_each_out(other) ** 2 * len(other) / (len(other) - 1),
    )
    assert found.error == pytest.approx(math.sqrt((k - 1) / k * sum(each)), abs=1e-9)


@given(people, people)
def test_it_moved_as_far_as_the_plain_difference_says(one, other):
    pairs = [(sums_of(b), sums_of(a)) for b, a in zip(one, other, strict=False)]
    found = clustered_difference(pairs)
    plain = difference(added(b for b, _a in pairs), added(a for _b, a in pairs))
    assert found is not None
    assert plain is not None
    assert found.by == pytest.approx(plain.by)


def test_a_side_of_one_person_cannot_be_compared_by_person():
    one, two = sums_of([50, 60]), sums_of([70, 75])
    assert clustered_difference([(one, two), (Sums(), two)]) is None
    assert clustered_difference([(one, Sums()), (two, Sums())]) is None
    assert clustered_difference([]) is None
