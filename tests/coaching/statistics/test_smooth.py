"""The smooth lines of the funnel tell the same from each other as the exact counts do."""

import pytest

from coaching.statistics import (
    FAR_LEVEL,
    LEVEL,
    Zone,
    drawn_share_limits,
    place_share,
    share_limits,
    smooth_share_limits,
)

LOOSE = 1e-9


@pytest.mark.parametrize("centre", [0.03, 0.2, 0.5, 0.85])
@pytest.mark.parametrize("n", [1, 2, 5, 8, 13, 40, 300])
def test_the_lines_agree_with_the_placing_of_every_count(centre, n):
    inner, outer = (smooth_share_limits(centre, n, level=level) for level in (LEVEL, FAR_LEVEL))
    for count in range(n + 1):
        zone, share = place_share(count, n, centre).zone, count / n
        assert (zone == Zone.INSIDE) == (inner[0] - LOOSE <= share <= inner[1] + LOOSE)
        assert (zone == Zone.FAR_OUTSIDE) != (outer[0] - LOOSE <= share <= outer[1] + LOOSE)


def test_the_line_lies_less_than_one_count_beyond_the_last_one_inside():
    for n in range(1, 80):
        low, high = share_limits(0.3, n)
        smooth_low, smooth_high = smooth_share_limits(0.3, n)
        assert 0 <= low - smooth_low < 1 / n
        assert 0 <= smooth_high - high < 1 / n


@pytest.mark.parametrize("level", [LEVEL, FAR_LEVEL])
@pytest.mark.parametrize("centre", [0.02, 0.1, 0.2, 0.5, 0.95])
def test_what_is_drawn_is_within_an_eighth_of_a_count(centre, level):
    for n in [*range(1, 200, 3), 500, 2_000, 20_000]:
        drawn = drawn_share_limits(centre, n, level=level)
        assert drawn == pytest.approx(smooth_share_limits(centre, n, level=level), abs=0.125 / n)


def test_without_anything_counted_nothing_is_outside():
    assert smooth_share_limits(0.3, 0) == (0.0, 1.0)
