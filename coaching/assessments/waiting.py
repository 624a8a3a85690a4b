"""Which encounters wait for a current assessment: they have none, or one that read something else than what is there now.

An older text or engine; a promise that fell due or was kept since; a repeat that is new, or gone.
"""

from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from coaching.assessments.models import Assessment
from interactions.models import Encounter, Promise

LATEST = 50_000  # encounters: what ten million a year store in two days


def encounters_to_assess(now: datetime, engine_version: str) -> QuerySet[Encounter]:
    """All of them, the oldest first.

    Each reason is a question of its own to the few promises and repeats there are, so that the encounters are walked once.
    """
    repeats = Encounter.objects.exclude(repeat_of=None)
    return _oldest_first(
        _lacks_a_current_one(engine_version)
        | Q(pk__in=_promises_fell_due(now))
        | Q(pk__in=_promises_were_kept())
        | Q(pk__in=repeats.filter(repeat_of__assessment__came_back=False).values("repeat_of"))
        | Q(Q(assessment__came_back=True), ~Q(pk__in=repeats.values("repeat_of")))
    )


def latest_to_assess(now: datetime, engine_version: str) -> QuerySet[Encounter]:
    """The same where it usually happens: among the latest that were stored, and wherever a promise fell due.

    What it costs does not grow with what was logged before. What it leaves to the whole: somebody changed something that
    was stored long ago, and the database was busy just then.
    """
    after = (Encounter.objects.aggregate(newest=Max("pk"))["newest"] or 0) - LATEST
    latest = Encounter.objects.filter(pk__gt=after)
    # Each answered by itself: told in one, PostgreSQL takes these few for many and reads everything.
    repeated = set(latest.exclude(repeat_of=None).values_list("repeat_of", flat=True))
    waiting = {
        *latest.filter(_lacks_a_current_one(engine_version)).values_list("pk", flat=True),
        *_promises_fell_due(now).values_list("encounter", flat=True),
        *_promises_were_kept().filter(encounter__gt=after).values_list("encounter", flat=True),
        *Assessment.objects.filter(encounter__in=repeated, came_back=False).values_list("encounter", flat=True),
    }
    return _oldest_first(Q(pk__in=waiting))


def _oldest_first(condition: Q) -> QuerySet[Encounter]:
    return Encounter.objects.filter(condition).order_by("occurred_at", "pk")


def _lacks_a_current_one(engine_version: str) -> Q:
    return (
        Q(assessment__encounter=None)
        | ~Q(assessment__revision=F("revision"))
        | ~Q(assessment__engine_version=engine_version)
    )


def _promises_fell_due(now: datetime) -> QuerySet[Promise, Any]:
    """Whose promise is overdue by now and was not yet when it was assessed."""
    missed = Promise.objects.overdue(now).filter(due_at__gte=F("encounter__assessment__assessed_at"))
    return missed.order_by().values("encounter")


def _promises_were_kept() -> QuerySet[Promise, Any]:
    """Whose kept promises are more than were assessed. Counted, since a device may tell hours later that one was kept."""
    kept = Promise.objects.exclude(kept_at=None).order_by().values("encounter", "encounter__assessment__promises_kept")
    return kept.annotate(now=Count("pk")).exclude(now=F("encounter__assessment__promises_kept")).values("encounter")
