"""Some of last month's encounters, spread evenly, whatever a month holds: the cost is that of what is looked at."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Max, OuterRef, Subquery

from coaching.assessments.models import Assessment
from interactions.models import Encounter
from microconnect.people.models import Team

DAYS = 28
MOST = 2_000
_ALL_LOOKED_AT = 20_000  # primary keys that are read one and all; of more, some are drawn
_DRAWN = 3 * MOST  # since some are of other days, or not assessed


class Sampled(NamedTuple):
    """What is stored of one encounter that weighing needs. `pinned_to` is the primary key of a scorecard's version."""

    score: int | None
    channel: str
    waited: int | None
    took: int | None
    pinned_to: int
    scores: dict[str, float]


_COLUMNS = (
    "score", "encounter__channel", "encounter__wait_seconds", "encounter__handling_seconds", "scorecard_version", "scores",
)  # fmt: skip


def days_looked_at(today: date) -> tuple[date, date]:
    return today - timedelta(days=DAYS - 1), today


def sampled(today: date) -> list[Sampled]:
    """At most 2,000 of the last 28 days."""
    chosen = _evenly(_primary_keys(*days_looked_at(today)), MOST)
    return [Sampled(*row) for row in Assessment.objects.filter(encounter__in=chosen).values_list(*_COLUMNS)]


def _primary_keys(first: date, last: date) -> list[int]:
    """Of encounters, in about the order in which they were logged."""
    lowest, highest = _ends(first)
    if lowest is None or highest is None:
        return []
    within = Encounter.objects.filter(occurred_on__range=(first, last), assessment__isnull=False).order_by("pk")
    if highest - lowest < _ALL_LOOKED_AT:
        within = within.filter(pk__range=(lowest, highest))
    else:
        within = within.filter(pk__in=[lowest + (highest - lowest) * nth // (_DRAWN - 1) for nth in range(_DRAWN)])
    return list(within.values_list("pk", flat=True))


def _ends(first: date) -> tuple[int | None, int | None]:
    """The lowest primary key among each team's first and last of these days, whichever way round they were stored, and the
    newest of all: two looks into an index a team."""
    earliest = datetime.combine(first, time.min, UTC) - timedelta(days=1)  # for the index; zones differ by less
    of_team = Encounter.objects.filter(team=OuterRef("pk"), occurred_at__gte=earliest)
    ends = Team.objects.annotate(
        first=Subquery(of_team.order_by("occurred_at", "pk").values("pk")[:1]),
        last=Subquery(of_team.order_by("-occurred_at", "pk").values("pk")[:1]),
    ).values_list("first", "last")
    lowest = min((pk for pair in ends for pk in pair if pk is not None), default=None)
    return lowest, Encounter.objects.aggregate(Max("pk"))["pk__max"]


def _evenly(keys: list[int], most: int) -> list[int]:
    return keys if len(keys) <= most else [keys[len(keys) * nth // most] for nth in range(most)]
