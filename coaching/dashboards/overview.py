"""Several teams side by side, in the order of their names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.charts import Sparkline, sparkline
from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.activity import Week, by_week_and, scores_by_team, total, weekly
from coaching.dashboards.queries.promises import open_promises
from coaching.dashboards.queries.scope import weeks_of_teams
from coaching.dashboards.readings import week_readings
from coaching.dashboards.tiles import People, team_judged_text, team_mean_text
from coaching.dashboards.wording import promises_overdue
from microconnect.people.models import Membership, Role, Team
from microconnect.periods import Period, day_in


@dataclass(frozen=True, slots=True)
class TeamCard:
    """One team in a few figures; `overdue` is empty where no promise waits."""

    team: Team
    url: str
    summary: str
    score: str
    judged: str
    weeks: Sparkline
    overdue: str


@dataclass(frozen=True, slots=True)
class _Figures:
    """What the database said about the teams of a page, each by the team's key."""

    weeks: Sequence[Week]
    people: Mapping[int, People]
    members: Mapping[int, set[int]]
    overdue: Mapping[int, int]


def team_cards(teams: Sequence[Team], now: datetime) -> list[TeamCard]:
    """As many queries for all the teams of a page as for one."""
    rows, weeks = weeks_of_teams(teams), _weeks_anywhere(now)
    people = _people(teams, now)
    figures = _Figures(
        weeks=by_week_and("team", rows, weeks),
        people=people,
        members=_members(teams, people, now),
        overdue=open_promises(rows, "team", now).overdue_by,
    )
    return [_card(team, figures, Choice(day_in(team.time_zone, now))) for team in teams]


def _weeks_anywhere(now: datetime) -> Period:
    """What any team's own 13 weeks lie in: their Mondays begin within a day of each other around the earth."""
    first, last = Choice(now.date() - timedelta(days=1)).trend, Choice(now.date() + timedelta(days=1)).trend
    return Period(first.start, last.end)


def _people(teams: Sequence[Team], now: datetime) -> dict[int, People]:
    """Their scores of the last weeks: one query, or two while it is Monday in some of the teams and Sunday in others."""
    by_weeks: dict[Period, list[Team]] = {}
    for team in teams:
        by_weeks.setdefault(Choice(day_in(team.time_zone, now)).recent, []).append(team)
    found: dict[int, People] = {}
    for recent, those in by_weeks.items():
        found.update(scores_by_team(those, recent))
    return found


def _members(teams: Sequence[Team], people: Mapping[int, People], now: datetime) -> dict[int, set[int]]:
    """As on the team's own page: those who log there now, and supervisors where they logged something."""
    current = Membership.objects.current(now).filter(team__in=teams).order_by()
    members: dict[int, set[int]] = {}
    for team, user, role in current.values_list("team", "user", "role"):
        if role == Role.FRONTLINE or user in people.get(team, {}):
            members.setdefault(team, set()).add(user)
    return members


def _card(team: Team, figures: _Figures, choice: Choice) -> TeamCard:
    own = [week for week in figures.weeks if week.part == team.pk]
    recent = figures.people.get(team.pk, {})
    return TeamCard(
        team=team,
        url=team.get_absolute_url(),
        summary=_summary(total(own, choice.this_week).encounters, len(figures.members.get(team.pk, ()))),
        score=team_mean_text(recent),
        judged=_("%(judged)s in 4 weeks") % {"judged": team_judged_text(recent)}
        if recent
        else _("nothing logged in 4 weeks"),
        weeks=sparkline(week_readings(weekly(own, choice.trend), links=None)),
        overdue=promises_overdue(figures.overdue.get(team.pk, 0)),
    )


def _summary(encounters: int, people: int) -> str:
    """ "147 encounters this week · 9 people"."""
    this_week = ngettext("%(count)d encounter this week", "%(count)d encounters this week", encounters)
    logging = ngettext("%(count)d person", "%(count)d people", people)
    return f"{this_week % {'count': encounters}} · {logging % {'count': people}}"
