"""How often each situation got something extra, here and elsewhere, from the encounters themselves."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from interactions.models import Concession, Encounter
from microconnect.people.models import Team

GIVEN = (Concession.OWN_JUDGEMENT, Concession.APPROVED)


@dataclass(frozen=True, slots=True)
class Counted:
    """Encounters in which it is known whether something was given, and those in which it was."""

    n: int
    given: int


@dataclass(frozen=True, slots=True)
class SituationCounts:
    name: str
    slug: str
    here: Counted
    elsewhere: Counted


def situations(team: Team, since: datetime, until: datetime, *, fewest: int) -> list[SituationCounts]:
    """By name; those with fewer than `fewest` encounters here or in the other teams are left out."""
    here, given = Q(team=team), Q(concession__in=GIVEN)
    rows = (
        Encounter.objects.filter(occurred_at__gte=since, occurred_at__lt=until, situation__isnull=False)
        .exclude(concession="")
        .order_by("situation__name")
        .values_list("situation__name", "situation__slug")
        .annotate(
            here=Count("pk", filter=here),
            here_given=Count("pk", filter=here & given),
            elsewhere=Count("pk", filter=~here),
            elsewhere_given=Count("pk", filter=~here & given),
        )
        .filter(here__gte=fewest, elsewhere__gte=fewest)
    )
    return [
        SituationCounts(name, slug, Counted(own, own_given), Counted(others, others_given))
        for name, slug, own, own_given, others, others_given in rows
    ]
