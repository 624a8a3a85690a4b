"""A score over some weeks, as table cells and as characters: mail programs show no SVG, see docs/decisions/0019."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.charts import Reading
from coaching.dashboards.charts.scale import Scale, tens_around
from coaching.dashboards.wording import NOT_YET, between

WEEKS = 8
COLUMNS = 20  # characters of the plain text's line
_MARK = 2  # per cent of the width


@dataclass(frozen=True, slots=True)
class Cells:
    """Widths in per cent, from the left: nothing, how sure, the mean, how sure, nothing. They add up to 100."""

    before: int
    low: int
    mark: int
    high: int
    after: int


@dataclass(frozen=True, slots=True)
class Row:
    """One week; without `cells` too few were judged. `said` is all of it in words."""

    label: str
    value: str
    said: str
    cells: Cells | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    rows: Sequence[Row]
    low: str
    high: str


def chart_of(readings: Sequence[Reading]) -> Chart | None:
    """The last weeks, oldest first, from the first that can be shown; None where fewer than two can."""
    last = readings[-WEEKS:]
    first = next((place for place, reading in enumerate(last) if reading.has_interval), 0)
    shown = last[first:]
    if sum(reading.has_interval for reading in shown) < 2:
        return None
    ends = [end for reading in shown for end in (reading.low, reading.high) if end is not None]
    low, high = tens_around(ends)
    return Chart([_row(reading, low, high) for reading in shown], str(low), str(high))


def _row(reading: Reading, low: int, high: int) -> Row:
    if reading.value is None or reading.low is None or reading.high is None:
        judged = ngettext("%(n)d judged: too few", "%(n)d judged: too few", reading.n) % {"n": reading.n}
        return Row(reading.label, NOT_YET, judged if reading.n else _("nothing logged"))
    interval = reading.low, reading.high
    cells = _cells(reading.value, *interval, Scale(low, high, 0, 100 - _MARK))
    line = _line(reading.value, *interval, Scale(low, high, 0, COLUMNS - 1))
    return Row(reading.label, reading.value_text, between(interval), cells, line)


def _cells(value: float, low: float, high: float, place: Scale) -> Cells:
    start, mark, end = (round(place(number)) for number in (low, value, high))
    return Cells(start, mark - start, _MARK, end - mark, 100 - _MARK - end)


def _line(value: float, low: float, high: float, place: Scale) -> str:
    start, mark, end = (round(place(number)) for number in (low, value, high))
    return "·" * start + "─" * (mark - start) + "●" + "─" * (end - mark) + "·" * (COLUMNS - 1 - end)
