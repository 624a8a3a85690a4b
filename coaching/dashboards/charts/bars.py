"""Means side by side, one bar each, with their intervals and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

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
        return f"{'−' if self.by < 0 else '+'}{size}" if size != "0" else "±0"


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
