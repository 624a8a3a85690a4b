"""How far people are apart, once chance is taken out."""

import random
import statistics

import pytest

from coaching.statistics import spread_between, sums_of


def test_it_is_the_variance_of_means_less_that_of_chance():
    people = [[60, 62] * 30, [80, 82] * 30, [70, 75] * 30]
    means = [statistics.fmean(scores) for scores in people]
    chance = statistics.fmean(statistics.variance(scores) / len(scores) for scores in people)
    expected = (statistics.variance(means) - chance) ** 0.5
    assert spread_between(map(sums_of, people)) == pytest.approx(expected)


def test_simulated_people_are_as_far_apart_as_they_were_made():
    draw = random.Random(3)
    found = []
    for _ in range(200):
        people = [
            [draw.gauss(draw_mean, 16) for _ in range(60)] for draw_mean in [draw.gauss(60, 8) for _ in range(10)]
        ]
        found.append((spread_between(map(sums_of, people)) or 0) ** 2)
    assert statistics.fmean(found) == pytest.approx(64, rel=0.15)


def test_people_who_are_alike_are_not_apart():
    assert spread_between([sums_of([50, 60, 70, 80, 90])] * 3) == 0


def test_one_person_or_few_scores_say_nothing():
    assert spread_between([sums_of([50] * 9)]) is None
    assert spread_between([sums_of([50] * 9), sums_of([90] * 4)]) is None
