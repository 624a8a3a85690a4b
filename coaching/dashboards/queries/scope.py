"""Whose weeks a dashboard reads, narrowed to a channel and a situation. Nothing else is ever read for a figure."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek, WeekTally
from microconnect.people.models import Team

Row = TypeVar("Row", bound=WeekTally)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One channel or all (""); one situation (its primary key), all of them together (None), or `each` one apart."""

    channel: str = ""
    situation: int | None = None
    each: bool = False

    def __call__(self, rows: QuerySet[Row]) -> QuerySet[Row]:
        channel = {"channel": self.channel} if self.channel else {}
        if self.each:
            return rows.filter(situation__isnull=False, **channel)
        return rows.filter(situation=self.situation, **channel)

    def everywhere(self) -> "Narrowing":
        """The same situation in all channels."""
        return Narrowing(situation=self.situation)


EVERYTHING = Narrowing()


def team_weeks(team: Team, narrowing: Narrowing = EVERYTHING) -> QuerySet[TeamWeek]:
    return narrowing(TeamWeek.objects.filter(team=team))


def weeks_of_teams(teams: Collection[Team] | QuerySet[Team], narrowing: Narrowing = EVERYTHING) -> QuerySet[TeamWeek]:
    return narrowing(TeamWeek.objects.filter(team__in=teams))


def people_weeks(team: Team, narrowing: Narrowing = EVERYTHING) -> QuerySet[PersonWeek]:
    """Those of everybody who logged in this team."""
    return narrowing(PersonWeek.objects.filter(team=team))


def everybodys_weeks(narrowing: Narrowing = EVERYTHING) -> QuerySet[OrganisationWeek]:
    return narrowing(OrganisationWeek.objects.get_queryset())
