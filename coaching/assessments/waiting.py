"""Which encounters wait for a current assessment: they have none, or one that read something else than what is there now.

An older text or engine; a promise that fell due or was kept since; a repeat that is new, or gone. It is asked stretch by stretch
of primary keys, each reason by itself: told in one, PostgreSQL takes the few for many and does not come to an end.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet

from coaching.assessments.models import Assessment
from interactions.models import Encounter, Promise

STRETCH = 50_000  # encounters: what ten million a year store in two days


class Stretch(NamedTuple):
    """Primary keys of encounters."""

    after: int
    upto: int

    def of(self, name: str) -> Q:
        """That the encounter called `name` is in it."""
        return Q((f"{name}__gt", self.after), (f"{name}__lte", self.upto))


def waiting_in_all(now: datetime, engine_version: str) -> Iterator[int]:
    """The primary keys of all that wait, in the order in which they were stored."""
    ends = Encounter.objects.aggregate(oldest=Min("pk"), newest=Max("pk"))
    if ends["newest"] is None:
        return
    for after in range(ends["oldest"] - 1, ends["newest"], STRETCH):
        yield from _waiting(Stretch(after, after + STRETCH), now, engine_version)


def waiting_in_latest(now: datetime, engine_version: str) -> list[int]:
    """The same where it usually happens: in the latest that were stored, and wherever a promise fell due.

    What it costs does not grow with what was logged before. What it leaves to the whole: somebody changed something that
    was stored long ago, and the database was busy just then.
    """
    newest = Encounter.objects.aggregate(newest=Max("pk"))["newest"] or 0
    latest = Stretch(newest - STRETCH, newest)
    return sorted({*_waiting(latest, now, engine_version), *_promises_fell_due(now)})


def _waiting(stretch: Stretch, now: datetime, engine_version: str) -> list[int]:
    reasons = (
        _lack_a_current_one(stretch, engine_version),
        _promises_fell_due(now).filter(stretch.of("encounter")),
        _promises_were_kept(stretch),
        _came_back(stretch),
        _came_back_no_more(stretch),
    )
    return sorted({key for reason in reasons for key in reason})


def _lack_a_current_one(stretch: Stretch, engine_version: str) -> QuerySet[Encounter, int]:
    is_current = Q(assessment__revision=F("revision"), assessment__engine_version=engine_version)
    lacking = Encounter.objects.filter(Q(assessment__encounter=None) | ~is_current, stretch.of("pk"))
    return lacking.order_by().values_list("pk", flat=True)


def _promises_fell_due(now: datetime) -> QuerySet[Promise, int]:
    """Whose promise is overdue by now and was not yet when it was assessed."""
    missed = Promise.objects.overdue(now).filter(due_at__gte=F("encounter__assessment__assessed_at"))
    return missed.order_by().values_list("encounter", flat=True)


def _promises_were_kept(stretch: Stretch) -> QuerySet[Promise, Any]:
    """Whose kept promises are more than were assessed. Counted, since a device may tell hours later that one was kept."""
    kept = Promise.objects.filter(stretch.of("encounter")).exclude(kept_at=None).order_by()
    counted = kept.values("encounter", "encounter__assessment__promises_kept").annotate(now=Count("pk"))
    more = counted.exclude(now=F("encounter__assessment__promises_kept"))
    return more.values_list("encounter", flat=True)


def _came_back(stretch: Stretch) -> QuerySet[Assessment, int]:
    """Somebody came back about it, and its assessment knows of nobody."""
    repeated = set(Encounter.objects.filter(stretch.of("repeat_of")).values_list("repeat_of", flat=True))
    return Assessment.objects.filter(encounter__in=repeated, came_back=False).values_list("encounter", flat=True)


def _came_back_no_more(stretch: Stretch) -> QuerySet[Assessment, int]:
    repeats = Encounter.objects.filter(repeat_of=OuterRef("encounter")).order_by()
    gone = Assessment.objects.filter(stretch.of("encounter"), ~Exists(repeats), came_back=True)
    return gone.values_list("encounter", flat=True)
