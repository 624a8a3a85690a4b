"""Encounters with their assessments as narrow rows: what publishing anew has to look at, and no more."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet

from coaching.assessments.models import Assessment

CHUNK = 2_000  # rows at a time: a few megabytes, and a second's work at most


class Row(NamedTuple):
    """One assessed encounter."""

    assessment: int
    encounter: int
    person: int
    team: int
    channel: str
    day: date
    at: datetime
    greeting: str
    name: str
    waited: int | None
    took: int | None
    is_current: bool  # read in the text's newest revision
    revision: int
    score: int | None
    scores: dict[str, float]
    engine_version: str
    guideline_version: int | None
    scorecard_version: int
    assessed_at: datetime

    @property
    def is_timed(self) -> bool:
        return self.waited is not None or self.took is not None

    @property
    def person_day(self) -> tuple[int, int, date]:
        return self.person, self.team, self.day


_COLUMNS = (
    "pk", "encounter", "encounter__person", "encounter__team", "encounter__channel", "encounter__occurred_on",
    "encounter__occurred_at", "encounter__greeting", "encounter__customer_name", "encounter__wait_seconds",
    "encounter__handling_seconds", "is_current", "revision", "score", "scores", "engine_version", "guideline_version",
    "scorecard_version", "assessed_at",
)  # fmt: skip


def rows_of(assessments: QuerySet[Assessment, Any]) -> Iterator[Row]:
    told = assessments.annotate(is_current=_is_current())
    return map(Row._make, told.values_list(*_COLUMNS))


def assessed(team: int, first: date, last: date) -> QuerySet[Assessment]:
    return Assessment.objects.filter(encounter__team=team, encounter__occurred_on__range=(first, last))


def team_rows(team: int, first: date, last: date) -> Iterator[list[Row]]:
    """One team's assessed encounters of these days, the oldest first, in chunks."""
    ordered = assessed(team, first, last).order_by("encounter__occurred_at", "pk")
    earliest = datetime.combine(first, time.min, UTC) - timedelta(days=1)  # for the index; zones differ by less
    after: Row | None = None
    while True:
        further = ordered.filter(_after(after)) if after else ordered.filter(encounter__occurred_at__gte=earliest)
        chunk = list(rows_of(further[:CHUNK]))
        if chunk:
            yield chunk
        if len(chunk) < CHUNK:
            return
        after = chunk[-1]


def _is_current() -> Any:
    return ExpressionWrapper(Q(revision=F("encounter__revision")), output_field=BooleanField())


def _after(row: Row) -> Any:
    """Later than this row. The first condition says nothing new, but it is the one that an index can use."""
    return Q(encounter__occurred_at__gte=row.at) & ~Q(encounter__occurred_at=row.at, pk__lte=row.assessment)
