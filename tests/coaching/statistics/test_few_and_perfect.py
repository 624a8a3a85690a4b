"""A handful of scores that happen to be all alike, of a practice that most people show: no certainty, wherever it is met."""

import numpy as np
import pytest

from coaching.dashboards.advice import SURE_P
from coaching.dashboards.person.changing import SCORE, own_changes
from coaching.engine.practices import PRACTICES
from coaching.statistics import Sums, against, against_group, surely

LOOKS = len(PRACTICES)
TIMES = 400
OFTEN = [0.6, 0.8, 0.9, 0.95]  # how often the practice is shown, by everybody


@pytest.fixture
def chance():
    return np.random.default_rng(6)


def _shown(n: int, often: float, chance) -> Sums:
    count = int(chance.binomial(n, often))
    return Sums(n, 100 * count, 10_000 * count)


@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize(("own", "others"), [(10, 100), (15, 300), (30, 600)])
def test_nobody_is_praised_or_corrected_for_being_like_the_others(often, own, others, chance):
    compared = [against([(_shown(own, often, chance), _shown(others, often, chance))]) for _time in range(TIMES)]
    assert sum(found.is_surer_than(SURE_P) for found in compared if found) <= TIMES * SURE_P * 2


@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize(("people", "each"), [(2, 3), (3, 4), (5, 5), (5, 20)])
def test_a_small_team_like_all_others_does_not_surely_differ(often, people, each, chance):
    compared = [
        against_group([_shown(each, often, chance) for _person in range(people)], _shown(2_000, often, chance))
        for _time in range(TIMES)
    ]
    sure = [surely([found.p, *[1.0] * (LOOKS - 1)])[0] for found in compared if found]
    assert sum(sure) <= TIMES * 0.05 / LOOKS * 2


@pytest.mark.parametrize("often", OFTEN)
@pytest.mark.parametrize(("before", "recent"), [(5, 60), (60, 5), (8, 40), (5, 20)])
def test_somebody_new_who_goes_on_as_they_began_has_not_changed(often, before, recent, chance):
    practice = PRACTICES[0].key
    nothing = Sums(), Sums()
    sure = [
        own_changes(nothing, {practice: _shown(before, often, chance)}, {practice: _shown(recent, often, chance)})
        for _time in range(TIMES)
    ]
    assert sum(changes[practice].is_sure for changes in sure) <= TIMES * 0.05
    assert not any(changes[SCORE].is_sure for changes in sure)


def test_what_is_far_from_the_others_is_found_all_the_same():
    found = against([(Sums(30, 1_500, 150_000), Sums(300, 27_000, 2_700_000))])
    assert found is not None
    assert found.is_surer_than(SURE_P)


def test_a_team_far_from_all_others_is_found_all_the_same():
    people = [Sums(20, 100 * count, 10_000 * count) for count in (8, 9, 10, 11, 12)]
    found = against_group(people, Sums(2_000, 180_000, 18_000_000))
    assert found is not None
    assert found.p < 0.001
