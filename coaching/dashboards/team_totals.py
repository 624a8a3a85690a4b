"""A team as its own people see it: everybody together, nobody by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.activity import Activity, Week, people_by_team, total
from coaching.dashboards.queries.scope import weeks_of_teams
from coaching.dashboards.queries.sums import plain_sum, within
from coaching.dashboards.tiles import judged_text, mean_text
from coaching.dashboards.wording import NOT_YET
from coaching.rollups.models import PersonWeek
from microconnect.people.models import Team

FEWEST_PEOPLE = 4  # with fewer, the team's mean and one's own would give away the others'


@dataclass(frozen=True, slots=True)
class TeamTotals:
    name: str
    encounters: str
    score: str
    note: str


def team_totals(teams: Sequence[Team], choice: Choice) -> list[TeamTotals]:
    """The encounters of this week, and from four people up the score of the chosen weeks."""
    if not teams:
        return []
    weeks = _weeks(teams, choice)
    people = people_by_team(PersonWeek.objects.filter(team__in=teams, situation=None), choice.period)
    return [_totals(team, weeks, people.get(team.pk, 0), choice) for team in teams]


def _weeks(teams: Sequence[Team], choice: Choice) -> list[Week]:
    """Only what is shown is added up."""
    sums = {f"{name}_sum": plain_sum(name) for name in ("encounters", "judged", "total", "squares")}
    found = within(weeks_of_teams(teams), choice.period).values_list("week", "team").annotate(**sums)
    return [
        Week(monday, team, Activity(encounters=encounters, judged=judged, total=points, squares=squares))
        for monday, team, encounters, judged, points, squares in found
    ]


def _totals(team: Team, weeks: Sequence[Week], people: int, choice: Choice) -> TeamTotals:
    encounters = str(total(weeks, choice.this_week, team.pk).encounters)
    if people < FEWEST_PEOPLE:
        note = _("shown once four people have logged, so that nobody’s score can be guessed")
        return TeamTotals(team.name, encounters, NOT_YET, note)
    scores = total(weeks, choice.period, team.pk).scores
    note = _("%(judged)s in %(weeks)d weeks") % {"judged": judged_text(scores), "weeks": choice.weeks}
    return TeamTotals(team.name, encounters, mean_text(scores), note)
