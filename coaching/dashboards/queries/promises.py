"""Promises that are still open, counted from when they fall due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import QuerySet

from coaching.dashboards.queries.sums import Row

Due = Mapping[str, int]  # when, in seconds since 1970 -> promises


@dataclass(frozen=True, slots=True)
class OpenPromises:
    """`oldest` is when the longest overdue one fell due; `overdue_by` leaves out parts without any."""

    open: int
    overdue: int
    oldest: datetime | None
    overdue_by: Mapping[int, int]


def open_promises(rows: QuerySet[Row], part: str, now: datetime) -> OpenPromises:
    """`part` is "person" or "team". Only rows with an open promise are read, of whatever week."""
    open_, overdue, oldest = 0, 0, None
    by_part: dict[int, int] = {}
    for key, due in rows.filter(promises_open__gt=0).order_by().values_list(part, "due"):
        open_ += sum(due.values())
        late = _overdue(due, now)
        if late:
            overdue += sum(count for _at, count in late)
            oldest = min([oldest or late[0][0], *(at for at, _count in late)])
            by_part[key] = by_part.get(key, 0) + sum(count for _at, count in late)
    return OpenPromises(open_, overdue, oldest, by_part)


def _overdue(due: Due, now: datetime) -> list[tuple[datetime, int]]:
    return [(at, count) for at, count in _times(due.items()) if at < now]


def _times(due: Iterable[tuple[str, int]]) -> Iterable[tuple[datetime, int]]:
    return ((datetime.fromtimestamp(int(seconds), UTC), count) for seconds, count in due)
