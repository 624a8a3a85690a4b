"""What the database says about one team, fetched in as many queries whatever the team has logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks, links_within
from coaching.dashboards.queries.clock import encounters_until
from coaching.dashboards.queries.people import PeopleWeeks, read_people
from coaching.dashboards.queries.promises import OpenPromises, open_promises
from coaching.dashboards.queries.scope import Narrowing, people_weeks
from coaching.dashboards.scripts.told import told
from coaching.engine.scoring import Scorecard
from coaching.rollups.models import PersonWeek
from coaching.scorecards.models import ScorecardVersion
from coaching.versions.marks import Mark, published_within
from microconnect.people.models import Membership, Role, Team, User


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a team's dashboard is made from.

    `weeks` are all that is drawn or compared, in every channel; `shown`, `recent` and `before` are parts of them in the
    chosen one.
    """

    team: Team
    choice: Choice
    scorecard: Scorecard
    links: EncounterLinks
    people: Sequence[User]
    weeks: PeopleWeeks
    shown: PeopleWeeks
    recent: PeopleWeeks
    before: PeopleWeeks
    logged_by_now_last_week: int
    promises: OpenPromises
    published: Sequence[Mark]

    @property
    def told(self) -> tuple[PeopleWeeks, PeopleWeeks]:
        """Before and recent, of the weeks in which people were told first what is said of them by name (docs/decisions/0022)."""
        choice, weeks = self.choice, self.in_channel
        return weeks.within(told(choice.before, choice.today)), weeks.within(told(choice.recent, choice.today))

    @property
    def in_channel(self) -> PeopleWeeks:
        return self.weeks.in_channel(self.choice.channel)


def figures_of(team: Team, choice: Choice, now: datetime) -> Figures:
    """Seven queries: the weeks, last week's days, promises, members, scorecard, two kinds of versions."""
    weeks = read_people(rows_of(team, choice, choice.narrowing.everywhere()), choice.trend)
    in_channel = weeks.in_channel(choice.channel)
    recent, before = in_channel.within(choice.recent), in_channel.within(choice.before)
    shown = recent if choice.period == choice.recent else before.joined(recent)
    return Figures(
        team=team,
        choice=choice,
        scorecard=ScorecardVersion.objects.current().scorecard.for_channel(choice.channel),
        links=links_of(team, choice),
        people=members(team, choice, now, active=list(shown.activity)),
        weeks=weeks,
        shown=shown,
        recent=recent,
        before=before,
        logged_by_now_last_week=_logged_by_now_last_week(team, choice),
        promises=open_promises(rows_of(team, choice, Narrowing()), "person", now),
        published=published_within(choice.trend),
    )


def links_of(team: Team, choice: Choice) -> EncounterLinks:
    """Into the team's encounters, narrowed as the page is."""
    return links_within(choice, team=team.slug, person=choice.person.pk if choice.person else None)


def rows_of(team: Team, choice: Choice, narrowing: Narrowing) -> QuerySet[PersonWeek]:
    """The weeks of the team's people, or of the one that was chosen."""
    rows = people_weeks(team, narrowing)
    return rows.filter(person=choice.person) if choice.person else rows


def _logged_by_now_last_week(team: Team, choice: Choice) -> int:
    rows = rows_of(team, choice, choice.narrowing)
    return encounters_until(rows, choice.this_week.before(weeks=1), choice.weekday)


def members(team: Team, choice: Choice, now: datetime, *, active: Sequence[int]) -> list[User]:
    """Those who log in this team now, and its supervisors where they logged something; or the one that was chosen."""
    if choice.person:
        return [choice.person]
    current = Membership.objects.current(now).filter(team=team)
    listed = current.filter(Q(role=Role.FRONTLINE) | Q(user__in=active)).values("user")
    return list(User.objects.get_queryset().filter(pk__in=listed).only("name", "email").order_by("name", "pk"))
