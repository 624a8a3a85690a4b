"""When it happens: encounters and scores by the hour of the week, and how long people waited."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from coaching.dashboards.queries.sums import Row, within
from coaching.rollups.tally import HOURS_A_DAY
from coaching.statistics import Sums
from microconnect.periods import Period

Hours = dict[int, tuple[int, Sums]]  # hour of the week, 0 to 167 -> encounters, scores
Histogram = dict[str, int]


def by_hour(rows: QuerySet[Row], period: Period) -> Hours:
    """By the team's own clock; "hour 25" is Tuesday from one o'clock."""
    held: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for hours in within(rows, period).values_list("hours", flat=True):
        for hour, numbers in hours.items():
            sums = held[hour]
            for place, number in enumerate(numbers):
                sums[place] += number
    return {int(hour): (encounters, Sums(*scores)) for hour, (encounters, *scores) in held.items()}


def encounters_until(rows: QuerySet[Row], week: Period, weekday: int) -> int:
    """How many were logged in that week up to and including the weekday (Monday is 0)."""
    return logged_until(within(rows, week).values_list("hours", flat=True), weekday)


def logged_until(hours: Iterable[Mapping[str, Sequence[int]]], weekday: int) -> int:
    """The same, of the hours of such a week as the rollups keep them."""
    return sum(numbers[0] for row in hours for hour, numbers in row.items() if int(hour) < (weekday + 1) * HOURS_A_DAY)


def durations_by(part: str, rows: QuerySet[Row], period: Period) -> dict[Any, tuple[Histogram, Histogram]]:
    """`part` ("situation", "channel") -> waits and handling, as histograms of `coaching.rollups.histograms`."""
    held: dict[Any, tuple[Histogram, Histogram]] = defaultdict(lambda: ({}, {}))
    for name, waits, handling in within(rows, period).values_list(part, "waits", "handling"):
        for sums, counts in zip(held[name], (waits, handling), strict=True):
            _merge(sums, counts)
    return dict(held)


def _merge(sums: Histogram, counts: Mapping[str, int]) -> None:
    for bucket, count in counts.items():
        sums[bucket] = sums.get(bucket, 0) + count
