"""A mean over weeks: the line, how sure it is, the target, and gaps where nothing was judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coaching.dashboards.charts.reading import Reading
from coaching.dashboards.charts.scale import Scale, coordinate, tens_around
from coaching.dashboards.charts.trend_drawing import BOTTOM, LEFT, RIGHT, TOP, Flag, Mark, Tick, Trend

LABELS_AT_MOST = 7


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a week, drawn as an upright line with its words."""

    week: int
    label: str


def trend(
    readings: Sequence[Reading],
    *,
    target: tuple[float, float] | None = None,
    events: Sequence[Event] = (),
    yardstick: Sequence[float | None] = (),
) -> Trend:
    """`readings` are consecutive weeks, oldest first; `target` is the wished-for band, low and high.

    `yardstick` is a second line to hold them against, a mean for each week: last year's, or all teams'.
    """
    others = [Reading("", value) for value in yardstick]
    low, high = tens_around(_numbers([*readings, *others], target))
    y = Scale(low, high, BOTTOM, TOP)
    runs = list(_runs(readings))
    marks = [_mark(week, readings, y, is_alone=len(run) == 1) for run in runs for week in run]
    return Trend(
        readings=readings,
        rows=[Tick(coordinate(y(ten)), str(ten)) for ten in range(low, high + 1, 10)],
        weeks=_week_labels(readings),
        lines=[_line(run, readings, y) for run in runs if len(run) > 1],
        ribbons=[_ribbon(run, readings, y) for run in runs if _all_have_intervals(run, readings)],
        marks=marks,
        flags=[_flag(event, len(readings)) for event in events if 0 <= event.week < len(readings)],
        band_y=coordinate(y(target[1])) if target else "",
        band_height=coordinate(y(target[0]) - y(target[1])) if target else "",
        last=marks[-1] if marks else None,
        yardstick=[_line(run, others, y) for run in _runs(others) if len(run) > 1],
    )


def _numbers(readings: Sequence[Reading], target: tuple[float, float] | None) -> list[float]:
    known = [number for reading in readings for number in (reading.value, reading.low, reading.high)]
    return [number for number in (*known, *(target or ())) if number is not None]


def _runs(readings: Sequence[Reading]) -> Iterator[list[int]]:
    """Indexes of neighbouring weeks that have a value."""
    run: list[int] = []
    for week, reading in enumerate(readings):
        if reading.value is not None:
            run.append(week)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _x(week: int, weeks: int) -> float:
    return LEFT + (RIGHT - LEFT) * (week / (weeks - 1) if weeks > 1 else 0.5)


def _mark(week: int, readings: Sequence[Reading], y: Scale, *, is_alone: bool) -> Mark:
    reading = readings[week]
    x, column = _x(week, len(readings)), (RIGHT - LEFT) / max(len(readings) - 1, 1)
    return Mark(
        reading=reading,
        x=coordinate(x),
        y=coordinate(y(reading.value or 0.0)),
        column_x=coordinate(x - column / 2),
        column_width=coordinate(column),
        y_low=_place(reading.low, y),
        y_high=_place(reading.high, y),
        is_alone=is_alone,
    )


def _place(number: float | None, y: Scale) -> str:
    return "" if number is None else coordinate(y(number))


def _line(run: list[int], readings: Sequence[Reading], y: Scale) -> str:
    return " ".join(_point(week, readings[week].value, readings, y) for week in run)


def _ribbon(run: list[int], readings: Sequence[Reading], y: Scale) -> str:
    """There along the upper ends, back along the lower ones."""
    there = [_point(week, readings[week].high, readings, y) for week in run]
    back = [_point(week, readings[week].low, readings, y) for week in reversed(run)]
    return " ".join(there + back)


def _point(week: int, number: float | None, readings: Sequence[Reading], y: Scale) -> str:
    return f"{coordinate(_x(week, len(readings)))},{coordinate(y(number or 0.0))}"


def _all_have_intervals(run: list[int], readings: Sequence[Reading]) -> bool:
    return len(run) > 1 and all(readings[week].has_interval for week in run)


def _week_labels(readings: Sequence[Reading]) -> list[Tick]:
    """At most seven, counted from the newest week, so that "now" always has its date."""
    step = -(-len(readings) // LABELS_AT_MOST) or 1
    newest = len(readings) - 1
    shown = list(range(newest, -1, -step))
    ticks = [
        Tick(coordinate(_x(week, len(readings))), readings[week].label, is_minor=place % 2 == 1)
        for place, week in enumerate(shown)
    ]
    return ticks[::-1]


def _flag(event: Event, weeks: int) -> Flag:
    x = _x(event.week, weeks)
    is_on_the_right = x > (LEFT + RIGHT) / 2
    return Flag(
        x=coordinate(x),
        text_x=coordinate(x - 6 if is_on_the_right else x + 6),
        anchor="end" if is_on_the_right else "start",
        label=event.label,
    )
