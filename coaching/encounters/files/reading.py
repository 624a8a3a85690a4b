"""The rows of a file of encounters, a batch at a time.

Their keys first, in order: eight bytes for each encounter, where an open cursor would hold the connection, and on
PostgreSQL a copy of all the texts, for as long as somebody's slow line takes. Then nothing is open between two batches, and
whoever hangs up leaves nothing behind. What is deleted meanwhile is left out; what is edited meanwhile is read as it is then.
"""

from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Min, Q, QuerySet

from coaching.encounters.files.columns import PRACTICE_KEYS
from interactions.models import Encounter, Promise
from microconnect.exporting.table import Cell

Keys = Sequence[int]

KEYS_AT_ONCE = 20_000
ROWS_AT_ONCE = 1_000
_YES_NO = {True: "yes", False: "no", None: ""}


class _Stored(NamedTuple):
    """One encounter as the database hands it over; the names are those of the fields."""

    pk: int
    public_id: UUID
    occurred_at: datetime
    team__time_zone: str
    person__name: str
    person__email: str
    team__name: str
    channel: str
    situation__name: str | None
    customer_reference: str
    feeling_before: int | None
    feeling_after: int | None
    left_better: str
    state_before: str
    reset_taken: bool | None
    wait_seconds: int | None
    handling_seconds: int | None
    greeting: str
    empathy: str
    resolution: str
    closing: str
    personal_touches: list[str]
    confirmed: list[str]
    outcome: str
    passed_to: str
    repeat_of__public_id: UUID | None
    concession: str
    concession_reason: str
    assessment__score: int | None
    assessment__scores: dict[str, float] | None


class _Promised(NamedTuple):
    """What became of an encounter's promises."""

    made: int = 0
    kept: int = 0
    kept_late: int = 0
    open_until: datetime | None = None


_NOTHING_PROMISED = _Promised()


def keys_of(encounters: QuerySet[Encounter]) -> Keys:
    """Which encounters the file will hold, the oldest first: the files of two months can be put one below the other."""
    ordered = encounters.order_by("occurred_at", "pk").values_list("pk", flat=True)
    return array("q", ordered.iterator(chunk_size=KEYS_AT_ONCE))


def rows_of(keys: Keys) -> Iterator[list[Cell]]:
    """The cells of each encounter in the order of `COLUMNS`."""
    for first in range(0, len(keys), ROWS_AT_ONCE):
        batch = list(keys[first : first + ROWS_AT_ONCE])
        promised = _promised(batch)
        stored = Encounter.objects.filter(pk__in=batch).order_by("occurred_at", "pk")
        for values in stored.values_list(*_Stored._fields):
            row = _Stored._make(values)
            yield _cells(row, promised.get(row.pk, _NOTHING_PROMISED))


def _promised(batch: list[int]) -> dict[int, _Promised]:
    rows = (
        Promise.objects.filter(encounter__in=batch)
        .order_by()
        .values_list("encounter")
        .annotate(
            made=Count("pk"),
            kept=Count("kept_at"),
            kept_late=Count("pk", filter=Q(kept_at__gt=F("due_at"))),
            open_until=Min("due_at", filter=Q(kept_at=None)),
        )
    )
    return {encounter: _Promised(*counted) for encounter, *counted in rows}


def _cells(row: _Stored, promised: _Promised) -> list[Cell]:
    local = row.occurred_at.astimezone(ZoneInfo(row.team__time_zone))
    scores = row.assessment__scores or {}
    return [
        str(row.public_id),
        local.date(),
        local.time().replace(second=0, microsecond=0),
        row.team__time_zone,
        _in_utc(row.occurred_at),
        row.person__name.strip() or row.person__email,
        row.team__name,
        row.channel,
        row.situation__name,
        row.customer_reference,
        row.feeling_before,
        row.feeling_after,
        row.left_better,
        row.state_before,
        _YES_NO[row.reset_taken],
        row.wait_seconds,
        row.handling_seconds,
        row.greeting,
        row.empathy,
        row.resolution,
        row.closing,
        " ".join(row.personal_touches),
        " ".join(row.confirmed),
        row.outcome,
        row.passed_to,
        str(row.repeat_of__public_id or ""),
        row.concession,
        row.concession_reason,
        promised.made,
        promised.kept,
        promised.kept_late,
        promised.open_until and _in_utc(promised.open_until),
        row.assessment__score,
        *map(scores.get, PRACTICE_KEYS),
    ]


def _in_utc(at: datetime) -> datetime:
    """To the second, without a time zone: spreadsheets know none, and the column's name says it."""
    return at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
