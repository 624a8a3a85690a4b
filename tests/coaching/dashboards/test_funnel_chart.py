"""Where dots and lines of a funnel stand."""

import re

import pytest

from coaching.dashboards.charts.funnel import BOTTOM, LEFT, RIGHT, TOP, Dot, Shape, funnel


def points(line: str) -> list[tuple[float, float]]:
    pairs = (point.split(",") for point in line.split())
    return [(float(x), float(y)) for x, y in pairs]


def test_more_encounters_stand_further_right_and_a_larger_share_further_up():
    few, many = funnel([Dot(10, 0.1, spoken="few"), Dot(80, 0.6, spoken="many")], 0.3).marks
    assert float(few.x) < float(many.x)
    assert float(few.y) > float(many.y)


def test_the_lines_narrow_towards_the_centre():
    chart = funnel([Dot(5, 0.2), Dot(400, 0.3)], 0.3)
    centre = float(chart.centre_y)
    lower, upper = map(points, chart.inner)
    assert upper[0][1] < upper[-1][1] < centre < lower[-1][1] < lower[0][1]
    assert points(chart.outer[1])[-1][1] < upper[-1][1]


def test_a_line_is_left_out_where_there_is_no_limit_rather_than_drawn_along_the_edge():
    chart = funnel([Dot(5, 0.05), Dot(60, 0.05)], 0.05)
    for line in [*chart.inner, *chart.outer]:
        assert [y for _x, y in points(line)].count(BOTTOM) <= 1


@pytest.mark.parametrize("n", [1, 5, 7, 20, 99, 1000, 123_456])
def test_everything_stays_on_the_paper_with_few_round_labels(n):
    chart = funnel([Dot(n, 1.0, spoken="all"), Dot(n, 0.0, spoken="none")], 0.5)
    assert all(LEFT <= float(mark.x) <= RIGHT and TOP <= float(mark.y) <= BOTTOM for mark in chart.marks)
    assert 3 <= len(chart.columns) <= 7


def test_a_crowd_is_one_path():
    chart = funnel([Dot(n, 0.2) for n in range(5, 305)], 0.2)
    assert len(re.findall(r"M[\d.]+,[\d.]+h0", chart.crowd)) == 300
    assert not chart.marks


def test_shapes_tell_dots_apart_without_colour():
    dots = [Dot(20, 0.5, shape=shape, spoken=shape) for shape in Shape]
    inside, outside, far, own = funnel(dots, 0.3).marks
    assert not inside.path
    assert outside.path == far.path != own.path


def test_names_of_neighbours_do_not_cover_each_other():
    one, other = funnel([Dot(20, 0.5, label="Ada", spoken="a"), Dot(21, 0.5, label="Ben", spoken="b")], 0.3).marks
    assert float(one.name_y) < float(one.y)
    assert float(other.name_y) > float(other.y)


def test_without_dots_the_lines_are_there_all_the_same():
    assert len(funnel([], 0.3).inner) == 2
