"""Shares known of each situation, here and everywhere: whether something extra was given, and whether once was enough."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from coaching.dashboards.queries.activity import Share
from coaching.dashboards.queries.sums import Row, plain_sum, within
from coaching.rollups.models import OrganisationWeek, TeamWeek
from interactions.models import Situation
from microconnect.people.models import Team
from microconnect.periods import Period

_SUMS = {f"{name}_sum": plain_sum(name) for name in ("concession_known", "conceded", "first_time_known", "first_time")}
NONE = Share(0, 0)


@dataclass(frozen=True, slots=True)
class Shares:
    """Of those of which it is known."""

    conceded: Share = NONE
    first_time: Share = NONE


NOTHING = Shares()


@dataclass(frozen=True, slots=True)
class SituationShares:
    """One situation's, in this team and in all teams together."""

    situation: Situation
    here: Shares
    everywhere: Shares


def shares_by(part: str, rows: QuerySet[Row], period: Period) -> dict[int, Shares]:
    """`part` ("person", "team", "situation") -> its shares; one query."""
    found = within(rows, period).values_list(part).annotate(**_SUMS)
    return {key: Shares(Share(*sums[:2]), Share(*sums[2:])) for key, *sums in found}


def situation_shares(team: Team, period: Period, *, channel: str = "") -> list[SituationShares]:
    """By name; those that this team met in these weeks."""
    narrowed = {"situation__isnull": False, **({"channel": channel} if channel else {})}
    here = shares_by("situation", TeamWeek.objects.filter(team=team, **narrowed), period)
    everywhere = shares_by("situation", OrganisationWeek.objects.filter(**narrowed), period)
    return [
        SituationShares(situation, here[situation.pk], everywhere.get(situation.pk, NOTHING))
        for situation in _named(here)
    ]


def _named(found: Mapping[int, Shares]) -> QuerySet[Situation]:
    return Situation.objects.filter(pk__in=list(found)).order_by("name")
