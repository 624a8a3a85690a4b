"""The score over some weeks in table cells and characters."""

from coaching.dashboards.charts import Reading
from coaching.digests.chart import COLUMNS, WEEKS, chart_of


def _week(value: float | None = 70.0, n: int = 10) -> Reading:
    return Reading("9 Nov", value, value - 5, value + 5, n) if value is not None else Reading("9 Nov", n=n)


def test_cells_and_characters_fill_the_line_wherever_the_mean_lies():
    for value in range(101):
        chart = chart_of([Reading("a", value, max(0, value - 7.3), min(100, value + 9.1), 9), _week(50.0)])
        assert chart is not None
        for row in chart.rows:
            cells = row.cells
            assert cells is not None
            widths = (cells.before, cells.low, cells.mark, cells.high, cells.after)
            assert sum(widths) == 100
            assert min(widths) >= 0
            assert len(row.line) == COLUMNS
            assert row.line.count("●") == 1


def test_one_week_is_no_trend():
    assert chart_of([_week()]) is None
    assert chart_of([_week(), _week(None, 3)]) is None
    assert chart_of([]) is None


def test_it_begins_with_the_first_week_that_can_be_shown_and_keeps_gaps():
    chart = chart_of([_week(None, 0), _week(), _week(None, 3), _week(None, 0), _week()])
    assert chart is not None
    assert [row.said for row in chart.rows] == [
        "between 65 and 75",
        "3 judged: too few",
        "nothing logged",
        "between 65 and 75",
    ]


def test_it_shows_the_last_eight_weeks():
    chart = chart_of([_week() for _nth in range(13)])
    assert chart is not None
    assert len(chart.rows) == WEEKS
