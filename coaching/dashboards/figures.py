"""What the database says about one team, fetched in as many queries whatever the team has logged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks, encounter_links
from coaching.dashboards.queries.activity import (
    PersonActivity,
    Week,
    by_person,
    by_week_and_channel,
    total,
)
from coaching.dashboards.queries.practices import PracticeSums, team_practices
from coaching.dashboards.queries.promises import OpenPromises, open_promises
from coaching.engine.scoring import Scorecard
from coaching.rollups.models import ActivityDay
from coaching.scorecards.models import ScorecardVersion
from coaching.statistics import Sums
from coaching.versions.marks import Mark, published_within
from interactions.models import Promise
from microconnect.people.models import Membership, Role, Team, User
from microconnect.periods import Period


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a team's dashboard is made from; `recent`, `before` and `shown` are the practices over these weeks."""

    team: Team
    choice: Choice
    scorecard: Scorecard
    links: EncounterLinks
    people: Sequence[User]
    weeks: Sequence[Week]
    activity: Mapping[int, PersonActivity]
    recent: PracticeSums
    before: PracticeSums
    shown: PracticeSums
    promises: OpenPromises
    published: Sequence[Mark]

    def scores(self, period: Period, channel: str = "") -> Sums:
        """The scores of whole weeks, in the chosen channel or in the one given."""
        return total(self.weeks, period, channel or self.choice.channel).scores


def figures_of(team: Team, choice: Choice, now: datetime) -> Figures:
    """Nine queries: weeks, people's sums, practices of both periods, promises, members, scorecard, two kinds of versions."""
    in_channel = {"channel": choice.channel} if choice.channel else {}
    activity_days = ActivityDay.objects.filter(team=team, **in_channel)
    activity = by_person(activity_days, choice.period, choice.last_week_so_far)
    recent = team_practices(team, choice.recent, channel=choice.channel)
    shows_both = choice.period != choice.recent
    before = team_practices(team, choice.before, channel=choice.channel, by_channel=shows_both)
    return Figures(
        team=team,
        choice=choice,
        scorecard=ScorecardVersion.objects.current().scorecard.for_channel(choice.channel),
        links=encounter_links(team=team.slug, channel=choice.channel),
        people=_members(team, now, active=list(activity)),
        weeks=by_week_and_channel(ActivityDay.objects.filter(team=team), choice.trend),
        activity=activity,
        recent=recent,
        before=before,
        shown=recent + before if shows_both else recent,
        promises=open_promises(Promise.objects.filter(encounter__team=team), now),
        published=published_within(choice.trend),
    )


def _members(team: Team, now: datetime, *, active: Sequence[int]) -> list[User]:
    """Those who log in this team now, and its supervisors where they logged something."""
    current = Membership.objects.current(now).filter(team=team)
    listed = current.filter(Q(role=Role.FRONTLINE) | Q(user__in=active)).values("user")
    return list(User.objects.get_queryset().filter(pk__in=listed).only("name", "email").order_by("name", "pk"))
