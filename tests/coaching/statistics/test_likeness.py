"""How alike groups are, read once and used for weeks whose groups are not read."""

from random import Random

import pytest

from coaching.statistics import added, clustered_interval, likeness, mean_interval, sums_of


def _teams(*, apart: float, count: int = 60, each: int = 40) -> list:
    rng = Random(7)
    middles = [rng.gauss(70, apart) for _team in range(count)]
    return [sums_of([min(100, max(0, rng.gauss(middle, 10))) for _ in range(each)]) for middle in middles]


def _width(interval: tuple[float, float] | None) -> float:
    assert interval
    return interval[1] - interval[0]


def test_for_all_of_it_the_interval_is_the_clustered_one():
    teams = _teams(apart=5)
    assert likeness(teams).interval(added(teams)) == pytest.approx(clustered_interval(teams), abs=1e-6)


def test_of_a_quarter_of_the_scores_it_comes_near_the_clustered_one():
    teams, week = _teams(apart=5), _teams(apart=5, each=10)
    told, true = likeness(teams).interval(added(week)), clustered_interval(week)
    assert _width(told) == pytest.approx(_width(true), rel=0.15)


def test_alike_teams_give_nearly_the_interval_of_their_scores():
    teams = _teams(apart=0)
    told, plain = likeness(teams).interval(added(teams)), mean_interval(added(teams))
    assert _width(told) == pytest.approx(_width(plain), rel=0.25)


@pytest.mark.parametrize("groups", [[], [sums_of([60, 70, 80])], [sums_of([70]), sums_of([80])]])
def test_where_likeness_cannot_be_told_scores_stand_for_themselves(groups):
    week = sums_of([60, 70, 80])
    assert likeness(groups).interval(week) == mean_interval(week)
