"""The promise of the word "sure", kept on pages made up by chance (fixed seeds): seldom wrong, and not blind either."""

import numpy as np
import pytest

from coaching.statistics import changed, clustered_difference, surely
from tests.coaching.statistics.simulated import World, over_encounters, page

PAGES = 250
SAME_MIX = World(encounters=200, apart=10, mix=0)
FEW = World(encounters=60, apart=10, mix=0.6)
SOME = World(encounters=200, apart=10, mix=0.6)
MANY = World(encounters=1_000, apart=12, mix=0.6)


def _alarms(world, reading, judge=surely, pages=PAGES, seed=6):
    """The share of pages with something "sure" on them."""
    chance = np.random.default_rng(seed)
    return sum(any(judge(page(world, chance).ps(reading))) for _page in range(pages)) / pages


def _one_by_one(ps):
    return [p <= 0.05 for p in ps]


@pytest.mark.parametrize("world", [SAME_MIX, FEW, SOME, MANY])
def test_fewer_than_one_page_in_twenty_is_sure_of_what_is_not(world):
    assert _alarms(world, changed) < 0.05


def test_one_by_one_half_of_all_pages_would_be_wrong():
    assert _alarms(SAME_MIX, over_encounters, judge=_one_by_one, pages=60) > 0.5


def test_encounters_alone_take_a_change_of_people_for_a_change_in_people():
    assert _alarms(SOME, over_encounters, pages=100) > 0.15
    assert _alarms(MANY, over_encounters, pages=60) > 0.5


def _finds(world, reading, pages=100):
    """How often the score itself, the first look of a page, is sure."""
    chance = np.random.default_rng(6)
    return sum(surely(page(world, chance).ps(reading))[0] for _page in range(pages)) / pages


def test_ten_points_are_found_among_200_encounters_most_of_the_time():
    world = World(encounters=200, apart=10, mix=0.3, change=10)
    assert _finds(world, changed) > 0.75


def test_people_as_a_sample_would_miss_most_of_such_changes():
    """Why a change is not judged by the clustered difference: ten people are a small sample, even of themselves."""
    world = World(encounters=200, apart=10, mix=0.3, change=10)
    assert _finds(world, clustered_difference) < 0.6
