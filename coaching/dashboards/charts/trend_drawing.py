"""A mean over weeks as it is drawn: grid and target, the line with how sure it is, and a column for each week."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString

from coaching.dashboards.charts.drawing import circle, line, polygon, polyline, rect, shapes, text
from coaching.dashboards.charts.reading import Reading

WIDTH, HEIGHT = 560, 250
LEFT, RIGHT, TOP, BOTTOM = 40, 510, 14, 212


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis; `is_minor` ones give way where the chart is narrow."""

    at: str
    label: str
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One week's place, with the column in which it is pressed; `y_low` and `y_high` end its interval."""

    reading: Reading
    x: str
    y: str
    column_x: str
    column_width: str
    y_low: str = ""
    y_high: str = ""
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """Where an event stands, and on which side its words have room ("start" or "end")."""

    x: str
    text_x: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Trend:
    """Everything that is drawn; `lines`, `ribbons` and `yardstick` are one piece for each run without a gap."""

    readings: Sequence[Reading]
    rows: Sequence[Tick]
    weeks: Sequence[Tick]
    lines: Sequence[str]
    ribbons: Sequence[str]
    marks: Sequence[Mark]
    flags: Sequence[Flag]
    band_y: str
    band_height: str
    last: Mark | None
    yardstick: Sequence[str] = ()

    view_box: str = f"0 0 {WIDTH} {HEIGHT}"

    @property
    def first(self) -> Mark | None:
        return self.marks[0] if self.marks else None

    @property
    def has_links(self) -> bool:
        return any(mark.reading.url for mark in self.marks)

    @property
    def picture(self) -> SafeString:
        """What is looked at; `columns` are what is pressed and read aloud."""
        return shapes(_picture(self))

    @property
    def columns(self) -> SafeString:
        """One for each week that has a value: all of it in words, and the way to its encounters."""
        return shapes(_column(mark) for mark in self.marks)


def _picture(chart: Trend) -> Iterator[str]:
    left, right, top, bottom = str(LEFT), str(RIGHT), str(TOP), str(BOTTOM)
    for row in chart.rows:
        yield line("c-grid", left, row.at, right, row.at)
        yield text("c-label", left, row.at, row.label, dx="-8", dy=".35em", anchor="end")
    if chart.band_y:
        yield rect("c-band", left, chart.band_y, str(RIGHT - LEFT), chart.band_height, round_by=4)
    for flag in chart.flags:
        yield line("c-flag", flag.x, top, flag.x, bottom)
        yield text("c-flag-label", flag.text_x, top, flag.label, dy=".85em", anchor=flag.anchor)
    yield from (polygon("c-sure", ribbon) for ribbon in chart.ribbons)
    yield from (polyline("c-yardstick", other) for other in chart.yardstick)
    yield from (polyline("c-line", run) for run in chart.lines)
    yield from (_alone(mark) for mark in chart.marks if mark.is_alone)
    for week in chart.weeks:
        kind = "c-label is-minor" if week.is_minor else "c-label"
        yield text(kind, week.at, bottom, week.label, dy="1.9em", anchor="middle")
    if chart.last:
        yield circle("c-last", chart.last.x, chart.last.y, 5)
        yield text("c-now", chart.last.x, chart.last.y, chart.last.reading.value_text, dx="10", dy=".35em")


def _alone(mark: Mark) -> str:
    """A week without neighbours is no part of a line."""
    whisker = line("c-whisker", mark.x, mark.y_low, mark.x, mark.y_high) if mark.y_low else ""
    return whisker + circle("c-dot", mark.x, mark.y, 4)


def _column(mark: Mark) -> str:
    inner = (
        f"<title>{escape(mark.reading.spoken)}</title>"
        f'<rect x="{mark.column_x}" y="{TOP}" width="{mark.column_width}" height="{BOTTOM - TOP}" />'
        + circle("c-here", mark.x, mark.y, 5)
    )
    if mark.reading.url:
        return f'<a class="c-press" href="{escape(mark.reading.url)}" tabindex="-1">{inner}</a>'
    return f'<g class="c-press">{inner}</g>'
