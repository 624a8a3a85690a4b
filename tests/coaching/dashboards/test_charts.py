"""Chart geometry: numbers land where they should, gaps stay gaps, and text never carries a locale."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.dashboards import charts
from coaching.dashboards.charts.scale import Scale, tens_around
from coaching.dashboards.charts.trend_drawing import BOTTOM, TOP

WEEKS = ["1 Sep", "8 Sep", "15 Sep", "22 Sep", "29 Sep"]


def _readings(*values: float | None) -> list[charts.Reading]:
    """A reading a week, each sure to five either way."""
    return [
        charts.Reading(f"week {at}", value, value and value - 5, value and value + 5, n=0 if value is None else 40)
        for at, value in enumerate(values)
    ]


class TestScale:
    def test_ends_map_to_ends(self) -> None:
        scale = Scale(0, 100, 200, 0)
        assert (scale(0), scale(50), scale(100)) == (200, 100, 0)

    def test_numbers_beyond_the_ends_stay_on_the_paper(self) -> None:
        scale = Scale(40, 90, 0, 100)
        assert (scale(-5), scale(500)) == (0, 100)

    @pytest.mark.parametrize(
        ("numbers", "tens"),
        [
            ([61, 72], (50, 90)),
            ([70, 70], (50, 90)),
            ([98, 100], (70, 100)),
            ([0, 3], (0, 30)),
            ([], (0, 100)),
            ([12, 88], (10, 90)),
        ],
    )
    def test_axis_holds_the_numbers_in_whole_tens(self, numbers: list[float], tens: tuple[int, int]) -> None:
        assert tens_around(numbers) == tens

    @given(st.lists(st.floats(0, 100), max_size=12))
    def test_axis_always_holds_every_number_within_0_and_100(self, numbers: list[float]) -> None:
        low, high = tens_around(numbers)
        assert 0 <= low < high <= 100
        assert high - low >= 30
        assert all(low <= number <= high for number in numbers)


class TestTrend:
    def test_weeks_without_gap_are_one_line(self) -> None:
        chart = charts.trend(_readings(60, 62, 65))
        assert len(chart.lines) == 1
        assert len(chart.ribbons) == 1
        assert len(chart.lines[0].split()) == 3

    def test_week_without_judgement_breaks_line_and_ribbon(self) -> None:
        chart = charts.trend(_readings(60, 62, None, 65, 66))
        assert len(chart.lines) == 2
        assert len(chart.ribbons) == 2

    def test_week_alone_between_gaps_is_a_dot(self) -> None:
        chart = charts.trend(_readings(60, 61, None, 65, None, 66, 67))
        assert [mark.reading.value for mark in chart.marks if mark.is_alone] == [65]
        assert len(chart.lines) == 2

    def test_higher_means_lie_higher_on_the_paper(self) -> None:
        chart = charts.trend(_readings(60, 80))
        assert float(chart.marks[1].y) < float(chart.marks[0].y)

    def test_first_and_last_week_touch_the_ends_of_the_axis(self) -> None:
        chart = charts.trend(_readings(60, 70, 80))
        assert (chart.marks[0].x, chart.marks[-1].x) == ("40.0", "510.0")

    def test_ribbon_goes_there_along_the_top_and_back_along_the_bottom(self) -> None:
        chart = charts.trend(_readings(60, 62))
        xs = [point.split(",")[0] for point in chart.ribbons[0].split()]
        assert xs == ["40.0", "510.0", "510.0", "40.0"]

    def test_line_without_intervals_has_no_ribbon(self) -> None:
        chart = charts.trend([charts.Reading(week, 60) for week in WEEKS])
        assert chart.lines
        assert chart.ribbons == []

    def test_target_band_hangs_from_its_upper_end(self) -> None:
        chart = charts.trend(_readings(60, 70), target=(70, 85))
        assert float(chart.band_height) > 0
        assert TOP <= float(chart.band_y) < BOTTOM

    def test_thirteen_weeks_get_seven_dates_and_the_newest_has_one(self) -> None:
        chart = charts.trend(_readings(*range(60, 73)))
        assert [tick.label for tick in chart.weeks] == [f"week {at}" for at in range(0, 13, 2)]
        assert chart.weeks[-1].is_minor is False

    def test_every_second_date_gives_way_on_a_phone(self) -> None:
        chart = charts.trend(_readings(*range(60, 73)))
        assert [tick.is_minor for tick in chart.weeks] == [False, True, False, True, False, True, False]

    def test_newest_known_week_is_the_last_even_before_a_gap(self) -> None:
        chart = charts.trend(_readings(60, 62, None))
        assert chart.last is not None
        assert chart.last.reading.value == 62

    def test_nothing_judged_draws_nothing(self) -> None:
        chart = charts.trend(_readings(None, None))
        assert (chart.last, chart.lines, chart.marks) == (None, [], [])

    def test_no_weeks_at_all_is_no_error(self) -> None:
        assert charts.trend([]).last is None

    def test_single_week_stands_in_the_middle(self) -> None:
        assert charts.trend(_readings(70)).marks[0].x == "275.0"

    def test_words_of_a_late_event_go_to_its_left(self) -> None:
        chart = charts.trend(_readings(60, 61, 62, 63), events=[charts.Event(0, "early"), charts.Event(3, "late")])
        assert [flag.anchor for flag in chart.flags] == ["start", "end"]

    def test_event_outside_the_weeks_is_left_out(self) -> None:
        assert charts.trend(_readings(60, 61), events=[charts.Event(9, "elsewhere")]).flags == []

    def test_names_and_addresses_are_drawn_as_text(self) -> None:
        reading = charts.Reading("<b>1 Sep</b>", 60, 55, 65, 40, url="/encounters/?a=1&b=2")
        chart = charts.trend([reading, reading], target=(70, 85), events=[charts.Event(0, "<i>v2</i> & more")])
        drawn = ET.fromstring(f"<svg>{chart.picture}{chart.columns}</svg>")  # noqa: S314 - our own words
        words = [part.text for part in drawn.iter("text")]
        assert "<i>v2</i> & more" in words
        assert "<b>1 Sep</b>" in words
        assert [part.get("href") for part in drawn.iter("a")] == ["/encounters/?a=1&b=2"] * 2
        assert drawn.findtext("a/title") == "<b>1 Sep</b>: 60, between 55 and 65, 40 judged"

    def test_links_are_noticed(self) -> None:
        assert charts.trend([charts.Reading("1 Sep", 60, url="/there/")]).has_links
        assert not charts.trend(_readings(60)).has_links


class TestBars:
    def test_bar_is_as_long_as_its_mean(self) -> None:
        assert charts.bars(_readings(74)).rows[0].width == "74.0"

    def test_interval_lies_between_its_ends(self) -> None:
        row = charts.bars(_readings(74)).rows[0]
        assert (row.interval_x, row.interval_width) == ("69.0", "10.0")

    def test_changes_may_be_fewer_than_bars(self) -> None:
        chart = charts.bars(_readings(74, 60), [charts.Change(5, is_sure=True)])
        assert [row.change for row in chart.rows] == [charts.Change(5, is_sure=True), None]
        assert chart.has_changes

    def test_bars_without_changes_say_so(self) -> None:
        assert not charts.bars(_readings(74)).has_changes

    @pytest.mark.parametrize(("by", "text"), [(5.2, "+5"), (-2, "−2"), (0.3, "±0"), (-0.4, "±0"), (12.5, "+13")])
    def test_change_carries_its_sign(self, by: float, text: str) -> None:
        assert charts.Change(by).text == text

    @pytest.mark.parametrize(("by", "says_sure"), [(0.3, False), (-0.4, False), (0.5, True)])
    def test_nothing_in_whole_points_is_not_called_sure(self, by: float, says_sure: bool) -> None:
        chart = charts.bars(_readings(74), [charts.Change(by, is_sure=True)])
        assert ("sure" in chart.lines) is says_sure


class TestInterval:
    def test_dot_lies_inside_its_interval(self) -> None:
        chart = charts.interval(_readings(76)[0])
        start, width = float(chart.interval_x), float(chart.interval_width)
        assert start < float(chart.x) < start + width

    def test_nought_and_hundred_stay_inside_the_drawing(self) -> None:
        assert charts.interval(charts.Reading("all", 0)).x == "6.0"
        assert charts.interval(charts.Reading("all", 100)).x == "194.0"

    def test_nothing_judged_has_no_dot(self) -> None:
        assert charts.interval(charts.Reading("Femi")).x == ""

    def test_mean_without_interval_has_a_dot_only(self) -> None:
        chart = charts.interval(charts.Reading("Ada", 70))
        assert (chart.x, chart.interval_x) == ("137.6", "")

    def test_target_lies_on_the_same_line(self) -> None:
        chart = charts.interval(charts.Reading("Ada", 70), target=(70, 85))
        assert chart.band_x == chart.x


class TestSparkline:
    def test_gap_breaks_the_line(self) -> None:
        assert len(charts.sparkline(_readings(60, 61, None, 63, 64)).lines) == 2

    def test_last_known_value_is_the_dot(self) -> None:
        chart = charts.sparkline(_readings(60, 70, None))
        assert chart.last is not None
        assert chart.last.value == 70
        assert chart.last_x == "48.0"

    def test_nothing_known_draws_nothing(self) -> None:
        chart = charts.sparkline(_readings(None))
        assert (chart.first, chart.last, chart.lines) == (None, None, [])


class TestHeatMap:
    def test_busiest_cell_has_the_deepest_tone_and_none_has_none(self) -> None:
        chart = charts.heat_map(["9", "10", "11"], [("Mon", [0, 1, 8])])
        assert [cell.level for cell in chart.rows[0].cells] == [0, 1, 4]

    def test_quiet_week_is_all_pale(self) -> None:
        chart = charts.heat_map(["9"], [("Mon", [0]), ("Tue", [0])])
        assert {cell.level for row in chart.rows for cell in row.cells} == {0}


class TestReading:
    @pytest.mark.parametrize(("value", "text"), [(72.4, "72"), (72.5, "73"), (0.0, "0"), (None, "")])
    def test_numbers_are_read_as_whole(self, value: float | None, text: str) -> None:
        assert charts.Reading("Ada", value).value_text == text
