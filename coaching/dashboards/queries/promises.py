"""Promises that are still open, counted."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from interactions.models.promise import PromiseQuerySet


@dataclass(frozen=True, slots=True)
class OpenPromises:
    """`oldest` is when the longest overdue one fell due; `overdue_by_person` leaves out people without any."""

    open: int
    overdue: int
    oldest: datetime | None
    overdue_by_person: dict[int, int]


def open_promises(promises: PromiseQuerySet, now: datetime) -> OpenPromises:
    rows = list(
        promises.open()
        .order_by()
        .values_list("encounter__person")
        .annotate(open=Count("pk"), overdue=Count("pk", filter=Q(due_at__lt=now)), first_due=Min("due_at"))
    )
    return OpenPromises(
        open=sum(open_ for _person, open_, _overdue, _due in rows),
        overdue=sum(overdue for _person, _open, overdue, _due in rows),
        oldest=min((due for *_, overdue, due in rows if overdue), default=None),
        overdue_by_person={person: overdue for person, _open, overdue, _due in rows if overdue},
    )


def overdue_by_team(promises: PromiseQuerySet, now: datetime) -> dict[int, int]:
    """team -> how many promises are past their time."""
    rows = promises.overdue(now).order_by().values_list("encounter__team").annotate(overdue=Count("pk"))
    return dict(rows)
