"""What the database says about one team, fetched in as many queries whatever the team has logged."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks, links_within
from coaching.dashboards.queries.clock import encounters_until
from coaching.dashboards.queries.people import PeopleWeeks, read_people
from coaching.dashboards.queries.promises import OpenPromises, open_promises
from coaching.dashboards.queries.scope import Narrowing, people_weeks
from coaching.dashboards.scripts.told import told_before_and_recent
from coaching.engine.scoring import Scorecard
from coaching.rollups.models import PersonWeek
from coaching.scorecards.models import ScorecardVersion
from coaching.versions.marks import Mark, published_within
from microconnect.people.models import Membership, Role, Team, User
from microconnect.periods import starts_at


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a team's dashboard is made from.

    `weeks` are all that is drawn or compared, in every channel; `shown`, `recent` and `before` are parts of them in the
    chosen one. `logged_by_then` were logged in the week before by the hour that it is now. `joined_at` is
    empty where one person was chosen.
    """

    team: Team
    choice: Choice
    scorecard: Scorecard
    links: EncounterLinks
    people: Sequence[User]
    joined_at: Mapping[int, datetime]
    weeks: PeopleWeeks
    shown: PeopleWeeks
    recent: PeopleWeeks
    before: PeopleWeeks
    logged_by_then: int
    promises: OpenPromises
    published: Sequence[Mark]

    @property
    def told(self) -> tuple[PeopleWeeks, PeopleWeeks]:
        """Before and recent, of the weeks in which people were told first what is said of them by name (docs/decisions/0022).

        Nothing is said by name of those who left.
        """
        before, recent = told_before_and_recent(self.choice)
        weeks = self.in_channel.of({person.pk for person in self.people})
        return weeks.within(before), weeks.within(recent)

    @property
    def in_channel(self) -> PeopleWeeks:
        return self.weeks.in_channel(self.choice.channel)


def figures_of(team: Team, choice: Choice, now: datetime) -> Figures:
    """Seven queries: the weeks, last week's days, promises, members, scorecard, two kinds of versions."""
    weeks = read_people(rows_of(team, choice, choice.narrowing.everywhere()), choice.trend)
    in_channel = weeks.in_channel(choice.channel)
    recent, before = in_channel.within(choice.recent), in_channel.within(choice.before)
    shown = recent if choice.period == choice.recent else before.joined(recent)
    memberships = [] if choice.person else _memberships(team, choice, now, shown.activity)
    return Figures(
        team=team,
        choice=choice,
        scorecard=ScorecardVersion.objects.current().scorecard.for_channel(choice.channel),
        links=links_of(team, choice),
        people=[choice.person] if choice.person else [membership.user for membership in memberships],
        joined_at={membership.user_id: membership.since for membership in memberships},
        weeks=weeks,
        shown=shown,
        recent=recent,
        before=before,
        logged_by_then=_logged_by_then(team, choice, now),
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


def _logged_by_then(team: Team, choice: Choice, now: datetime) -> int:
    """In the week before the newest, by the same hour."""
    rows = rows_of(team, choice, choice.narrowing)
    hours = choice.hours_gone(now, team.time_zone)
    return encounters_until(rows, choice.this_week.before(weeks=1), hours)


def members(team: Team, choice: Choice, now: datetime, *, active: Collection[int]) -> list[User]:
    """Those who log in this team, by name; or the one that was chosen."""
    if choice.person:
        return [choice.person]
    return [membership.user for membership in _memberships(team, choice, now, active)]


def _memberships(team: Team, choice: Choice, now: datetime, active: Collection[int]) -> list[Membership]:
    """One a person: frontline people, and supervisors where they are `active`.

    Now, or at the end of weeks that are over: whoever came later is not asked why they logged nothing then.
    """
    at = min(now, starts_at(team.time_zone, choice.period.end))
    current = Membership.objects.current(at).filter(Q(role=Role.FRONTLINE) | Q(user__in=active), team=team)
    by_name = current.select_related("user").order_by("user__name", "user_id", "since")
    people: dict[int, Membership] = {}
    for membership in by_name.only("team", "since", "user__name", "user__email"):
        people.setdefault(membership.user_id, membership)
    return list(people.values())
