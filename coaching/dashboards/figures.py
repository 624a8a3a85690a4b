"""What the database says about one team, fetched in as many queries whatever the team has logged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks, encounter_links
from coaching.dashboards.queries.activity import Activity, Week, by, by_week_and, days_worked, total
from coaching.dashboards.queries.clock import encounters_until
from coaching.dashboards.queries.practices import PracticeSums, people_practices, practices
from coaching.dashboards.queries.promises import OpenPromises, open_promises
from coaching.dashboards.queries.scope import EVERYTHING, people_weeks, team_weeks
from coaching.engine.scoring import Scorecard
from coaching.scorecards.models import ScorecardVersion
from coaching.statistics import Sums
from coaching.versions.marks import Mark, published_within
from microconnect.people.models import Membership, Role, Team, User
from microconnect.periods import Period


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a team's dashboard is made from.

    `weeks` are of every channel; `people` and `practices` of the chosen weeks; `recent` and `before` of the weeks that are
    compared; `greetings_recent` and `greetings_before` are each person's in those.
    """

    team: Team
    choice: Choice
    scorecard: Scorecard
    links: EncounterLinks
    people: Sequence[User]
    weeks: Sequence[Week]
    activity: Mapping[int, Activity]
    days: Mapping[int, int]
    practices: PracticeSums
    recent: Mapping[str, Sums]
    before: Mapping[str, Sums]
    greetings_recent: Mapping[int, Activity]
    greetings_before: Mapping[int, Activity]
    logged_by_now_last_week: int
    promises: OpenPromises
    published: Sequence[Mark]

    def scores(self, period: Period, channel: str = "") -> Sums:
        """The scores of whole weeks, in the chosen channel or in the one given."""
        return total(self.weeks, period, channel or self.choice.channel).scores


def figures_of(team: Team, choice: Choice, now: datetime) -> Figures:
    """A fixed number of queries, each over one team's weeks."""
    narrowing = choice.narrowing
    rows, people = team_weeks(team, narrowing), people_weeks(team, narrowing)
    activity = by("person", people, choice.period)
    return Figures(
        team=team,
        choice=choice,
        scorecard=ScorecardVersion.objects.current().scorecard.for_channel(choice.channel),
        links=encounter_links(team=team.slug, channel=choice.channel),
        people=_members(team, now, active=list(activity)),
        weeks=by_week_and("channel", team_weeks(team, narrowing.everywhere()), choice.compared),
        activity=activity,
        days=days_worked(people, choice.period),
        practices=people_practices(people, choice.period),
        recent=practices(rows, choice.recent),
        before=practices(rows, choice.before),
        greetings_recent=by("person", people, choice.recent),
        greetings_before=by("person", people, choice.before),
        logged_by_now_last_week=encounters_until(rows, choice.this_week.before(weeks=1), choice.today.weekday()),
        promises=open_promises(people_weeks(team, EVERYTHING), "person", now),
        published=published_within(choice.trend),
    )


def _members(team: Team, now: datetime, *, active: Sequence[int]) -> list[User]:
    """Those who log in this team now, and its supervisors where they logged something."""
    current = Membership.objects.current(now).filter(team=team)
    listed = current.filter(Q(role=Role.FRONTLINE) | Q(user__in=active)).values("user")
    return list(User.objects.get_queryset().filter(pk__in=listed).only("name", "email").order_by("name", "pk"))
