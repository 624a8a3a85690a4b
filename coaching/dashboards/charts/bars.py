"""Means side by side, one bar each, with their intervals and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coaching.dashboards.charts.drawing import rect, shapes
from coaching.dashboards.charts.reading import Reading, whole
from coaching.dashboards.charts.scale import Scale, coordinate

_X = Scale(0, 100, 0, 100)


@dataclass(frozen=True, slots=True)
class Change:
    """How far a mean moved since the period before; `is_sure` when chance is an unlikely reason."""

    by: float
    is_sure: bool = False

    @property
    def text(self) -> str:
        """A signed whole number with a true minus sign."""
        size = whole(abs(self.by))
        return f"{'−' if self.by < 0 else '+'}{size}" if self.shows else "±0"

    @property
    def shows(self) -> bool:
        """Whether anything of it is left in whole points; of thousands less than one can be sure."""
        return whole(abs(self.by)) != "0"


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: the bar's width and its interval's place, in hundredths of the track."""

    reading: Reading
    width: str
    interval_x: str
    interval_width: str
    change: Change | None


@dataclass(frozen=True, slots=True)
class BarChart:
    rows: Sequence[Bar]
    has_changes: bool

    @property
    def lines(self) -> SafeString:
        """A line of the table for each row."""
        words = _Words(escape(_("not enough yet")), escape(_("of %(n)s")), escape(_("sure")))
        return shapes(_line(row, words, has_changes=self.has_changes) for row in self.rows)


def bars(readings: Sequence[Reading], changes: Sequence[Change | None] = ()) -> BarChart:
    """`changes` goes with `readings` one by one; None, or nothing at all, where nothing can be said."""
    padded = [*changes, *[None] * (len(readings) - len(changes))]
    rows = [_bar(reading, change) for reading, change in zip(readings, padded, strict=True)]
    return BarChart(rows=rows, has_changes=any(row.change for row in rows))


def _bar(reading: Reading, change: Change | None) -> Bar:
    low, high = (reading.low or 0.0, reading.high or 0.0) if reading.has_interval else (0.0, 0.0)
    return Bar(
        reading=reading,
        width=coordinate(_X(reading.value or 0.0)),
        interval_x=coordinate(_X(low)),
        interval_width=coordinate(_X(high) - _X(low)),
        change=change,
    )


class _Words(NamedTuple):
    """Looked up once a chart: a look-up takes as long as drawing a line."""

    nothing: str
    judged: str
    sure: str


def _line(bar: Bar, words: _Words, *, has_changes: bool) -> str:
    reading = bar.reading
    label = escape(reading.label)
    name = f'<a href="{escape(reading.url)}">{label}</a>' if reading.url else label
    if reading.value is None:
        width = 3 if has_changes else 2
        cells = f'<td class="bars-value quiet small" colspan="{width}">{words.nothing}</td>'
    else:
        cells = (
            f'<td class="bars-value"><div>{_picture(bar)}<b class="num">{reading.value_text}</b></div></td>'
            f'<td class="bars-n num">{words.judged % {"n": reading.n_text}}</td>'
        )
        if has_changes:
            cells += f'<td class="bars-change num">{_changed(bar.change, words)}</td>'
    return f'<tr><th scope="row">{name}</th>{cells}</tr>\n'


def _picture(bar: Bar) -> str:
    return (
        '<svg class="bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">'
        + rect("c-rest", "0", "0", "100", "14")
        + rect("c-bar", "0", "0", bar.width, "14")
        + rect("c-may", bar.interval_x, "0", bar.interval_width, "14")
        + "</svg>"
    )


def _changed(change: Change | None, words: _Words) -> str:
    if change is None:
        return ""
    if change.is_sure and change.shows:
        return f"<b>{change.text}</b> {words.sure}"
    return f'<span class="quiet">{change.text}</span>'
