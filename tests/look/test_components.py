"""The shared templates say what they are given: every character, every week, every part of the address."""

import re
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

from coaching.dashboards import charts


def _render(name: str, **context: Any) -> str:
    return render_to_string(f"components/{name}.html", context)


def _segments(*parts: tuple[str, str, list[int]]) -> list[SimpleNamespace]:
    return [SimpleNamespace(text=text, tone=tone, numbers=numbers) for text, tone, numbers in parts]


class TestMarkedWords:
    def test_words_come_out_as_they_went_in(self) -> None:
        parts = _segments(("Morning  ", "", []), ("Maria", "well", []), ("!\nHow\u00a0is it?", "", []))
        html = _render("_marked_words", segments=parts)
        spoken = re.findall(r'<span class="spoken">(.*)</span>', html, re.DOTALL)[0]
        assert re.sub(r"<[^>]+>", "", spoken) == "Morning  Maria!\nHow\u00a0is it?"

    def test_numbers_lead_to_their_findings(self) -> None:
        html = _render("_marked_words", segments=_segments(("Maria", "well", [1, 4])))
        assert re.findall(r'href="#finding-(\d)"', html) == ["1", "4"]

    def test_words_are_escaped(self) -> None:
        html = _render("_marked_words", segments=_segments(("<b>you lot</b>", "try", [])))
        assert "&lt;b&gt;you lot&lt;/b&gt;" in html


class TestPages:
    def test_links_keep_the_query(self, rf: RequestFactory) -> None:
        page = Paginator(range(60), 20).get_page(2)
        request = rf.get("/encounters/", {"q": "lake & sea", "page": "2"})
        html = render_to_string("components/_pages.html", {"page_obj": page}, request)
        assert 'href="?q=lake+%26+sea&amp;page=1"' in html
        assert 'href="?q=lake+%26+sea&amp;page=3"' in html

    def test_single_page_needs_no_links(self, rf: RequestFactory) -> None:
        html = render_to_string("components/_pages.html", {"page_obj": Paginator([1], 20).get_page(1)}, rf.get("/"))
        assert "<nav" not in html


class TestCharts:
    READINGS = (
        charts.Reading("24 Aug", 61, 58, 64, 90),
        charts.Reading("31 Aug"),
        charts.Reading("7 Sep", 66, 63, 69, 95, url="/encounters/?week=36"),
    )

    def test_trend_is_named_and_has_a_table_of_every_week(self) -> None:
        html = _render("charts/_trend", chart=charts.trend(self.READINGS), label="Score")
        assert 'aria-label="Score: 61 on 24 Aug, 66 on 7 Sep"' in html
        assert html.count('<th scope="row">') == 3

    def test_trend_with_links_is_a_group_and_without_a_picture(self) -> None:
        assert 'role="group"' in _render("charts/_trend", chart=charts.trend(self.READINGS)).split("<details")[0]
        assert 'role="img"' in _render("charts/_trend", chart=charts.trend(self.READINGS[:2]))

    def test_trend_of_nothing_says_when_it_will_start(self) -> None:
        html = _render("charts/_trend", chart=charts.trend([]))
        assert "<svg" not in html
        assert "Nothing to draw yet" in html

    def test_bars_say_mean_count_and_sure_change(self) -> None:
        chart = charts.bars(self.READINGS, [charts.Change(5, is_sure=True), None, charts.Change(-2)])
        text = " ".join(re.sub(r"<[^>]+>", " ", _render("charts/_bars", chart=chart)).split())
        assert "24 Aug 61 of 90 +5 sure" in text
        assert "31 Aug not enough yet" in text
        assert "7 Sep 66 of 95 −2" in text

    def test_interval_says_its_ends(self) -> None:
        html = charts.interval(self.READINGS[0], target=(70, 85)).drawn
        text = " ".join(re.sub(r"<[^>]+>", " ", html).split())
        assert text == "61 between 58–64"

    def test_small_charts_without_data_say_so(self) -> None:
        assert "not enough yet" in charts.interval(charts.Reading("Femi")).drawn
        assert "not enough yet" in _render("charts/_sparkline", chart=charts.sparkline([]))

    def test_names_and_addresses_are_drawn_as_text(self) -> None:
        reading = charts.Reading("<b>Ada</b>", 61, 58, 64, 90, url="/encounters/?a=1&b=2")
        for html in (charts.bars([reading]).lines, charts.interval(reading).drawn):
            assert 'href="/encounters/?a=1&amp;b=2"' in html
            assert "<b>Ada" not in html

    @pytest.mark.parametrize("target", [None, (70, 85)])
    def test_what_is_drawn_is_whole(self, target: tuple[int, int] | None) -> None:
        """Every tag is closed and every place is a number."""
        for reading in self.READINGS:
            chart = charts.interval(reading, target=target)
            for drawn in (
                chart.drawn,
                charts.bars([reading], [charts.Change(2)]).lines,
                chart.strip if target and chart.x else "",
            ):
                for part in ET.fromstring(f"<div>{drawn}</div>").iter():  # noqa: S314 - our own words
                    places = [
                        part.get(name) for name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height")
                    ]
                    assert all(float(place) >= 0 for place in places if place is not None)

    def test_heat_map_prints_its_counts(self) -> None:
        html = _render("charts/_heat", chart=charts.heat_map(["9", "10"], [("Mon", [0, 12])]), label="When")
        assert '<td class="heat-4 num">12</td>' in html

    def test_coordinates_keep_their_point_in_languages_that_write_commas(self, settings: Any) -> None:
        settings.LANGUAGE_CODE = "es"
        html = _render("charts/_trend", chart=charts.trend(self.READINGS))
        assert re.search(r'x="\d+\.\d"', html)
        assert not re.search(r'[xy]="\d+,\d', html)
