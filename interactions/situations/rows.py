"""Situations as the list shows them: how often each was logged lately, counted by the database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from interactions.models import Encounter, Situation
from interactions.models.situation import SituationQuerySet
from microconnect.people.models import User

LATELY_DAYS = 90


@dataclass(frozen=True, slots=True)
class Rows:
    offered: list[Situation]
    retired: list[Situation]


def rows_for(viewer: User, now: datetime) -> Rows:
    """All situations by name, each with `lately`. One query, whatever there is."""
    everything = list(_with_lately(Situation.objects.visible_to(viewer), now).select_related("merged_into"))
    return Rows(
        offered=[situation for situation in everything if situation.is_offered],
        retired=[situation for situation in everything if not situation.is_offered],
    )


def times_lately(situation: Situation, now: datetime) -> int:
    """How many encounters of the last 90 days were about it."""
    return situation.encounters.filter(occurred_at__gte=now - timedelta(days=LATELY_DAYS)).count()


def _with_lately(situations: SituationQuerySet, now: datetime) -> SituationQuerySet:
    """Each with `lately`: its encounters of the last 90 days. It reads an index, and only those days of it."""
    since = now - timedelta(days=LATELY_DAYS)
    its_own = Encounter.objects.filter(situation=OuterRef("pk"), occurred_at__gte=since).order_by()
    counted = its_own.values("situation").annotate(n=Count("pk")).values("n")
    return situations.annotate(lately=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
