"""Who has not logged for a while: asked kindly, by team. Nobody who joined within the week."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from coaching.rollups.models import PersonWeek
from microconnect.people.models import Membership, Role
from microconnect.periods import last_weeks

WEEKS = 2
SETTLING_IN = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of so many who log in a team, so many did lately."""

    members: int
    logged: int

    @property
    def is_whole(self) -> bool:
        return self.logged == self.members


def coverage_by_team(now: datetime, teams: Collection[int]) -> dict[int, Coverage]:
    """team -> coverage, counted by the database."""
    counted = (
        _members(now)
        .filter(team__in=teams)
        .order_by()
        .values_list("team")
        .annotate(members=Count("pk"), logged=Count("pk", filter=Q(_has_logged(now))))
    )
    return {team: Coverage(members, logged) for team, members, logged in counted}


def time_to_log(now: datetime, team: str = "") -> QuerySet[Membership]:
    """The memberships of those who logged nothing this week and last week, by team and name."""
    waiting = _members(now).filter(~_has_logged(now)).select_related("team", "user")
    return (waiting.filter(team__slug=team) if team else waiting).order_by("team__name", "user__name", "pk")


def _members(now: datetime) -> QuerySet[Membership]:
    """Those who have been expected to log for a week and more."""
    return Membership.objects.current(now).filter(
        role=Role.FRONTLINE, user__is_active=True, since__lte=now - SETTLING_IN, team__retired_at=None
    )


def _has_logged(now: datetime) -> Exists:
    since = last_weeks(WEEKS, now.date()).start
    logged = PersonWeek.objects.filter(person=OuterRef("user"), team=OuterRef("team"), situation=None, week__gte=since)
    return Exists(logged.order_by())
