"""A team as its own people see it: everybody together, nobody by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.activity import scores_by_team
from coaching.dashboards.queries.scope import weeks_of_teams
from coaching.dashboards.queries.sums import plain_sum, within
from coaching.dashboards.tiles import People, team_judged_text, team_mean_text
from coaching.dashboards.wording import NOT_YET
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
    encounters, people = _encounters(teams, choice), scores_by_team(teams, choice.period)
    return [_totals(team, encounters.get(team.pk, 0), people.get(team.pk, {}), choice) for team in teams]


def _encounters(teams: Sequence[Team], choice: Choice) -> dict[int, int]:
    rows = within(weeks_of_teams(teams), choice.this_week)
    return dict(rows.values_list("team").annotate(encounters_sum=plain_sum("encounters")))


def _totals(team: Team, encounters: int, people: People, choice: Choice) -> TeamTotals:
    if len(people) < FEWEST_PEOPLE:
        note = _("shown once four people have logged, so that nobody’s score can be guessed")
        return TeamTotals(team.name, str(encounters), NOT_YET, note)
    note = _("%(judged)s in %(weeks)d weeks") % {"judged": team_judged_text(people), "weeks": choice.weeks}
    return TeamTotals(team.name, str(encounters), team_mean_text(people), note)
