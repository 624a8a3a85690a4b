"""A trend small enough for a table cell: no axes, gaps kept, the newest value as a dot."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.charts.reading import Reading
from coaching.dashboards.charts.scale import Scale, coordinate, tens_around

WIDTH, HEIGHT, EDGE = 96, 28, 4


@dataclass(frozen=True, slots=True)
class Sparkline:
    """`lines` holds one polyline for each run of weeks with two or more values."""

    lines: Sequence[str]
    first: Reading | None
    last: Reading | None
    last_x: str
    last_y: str
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


def sparkline(readings: Sequence[Reading], *, axis: tuple[float, float] | None = None) -> Sparkline:
    """`readings` are consecutive weeks, oldest first. With an `axis`, low and high, neighbours can be compared."""
    points = _points(readings, axis)
    known = [(reading, point) for reading, point in zip(readings, points, strict=True) if point]
    last_x, last_y = known[-1][1].split(",") if known else ("", "")
    return Sparkline(
        lines=_lines(points),
        first=known[0][0] if known else None,
        last=known[-1][0] if known else None,
        last_x=last_x,
        last_y=last_y,
    )


def _points(readings: Sequence[Reading], axis: tuple[float, float] | None) -> list[str]:
    """A place for each week, or nothing where the line breaks."""
    low, high = axis or tens_around(reading.value for reading in readings if reading.value is not None)
    x = Scale(0, max(len(readings) - 1, 1), EDGE, WIDTH - EDGE)
    y = Scale(low, high, HEIGHT - EDGE, EDGE)
    return [
        "" if reading.value is None else f"{coordinate(x(week))},{coordinate(y(reading.value))}"
        for week, reading in enumerate(readings)
    ]


def _lines(points: Sequence[str]) -> list[str]:
    runs: list[list[str]] = [[]]
    for point in points:
        if point:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [" ".join(run) for run in runs if len(run) > 1]
