"""Make the rollups anew from the encounters, person by person, then team by team, then week by week.

A job: it can be stopped and killed, goes on where it was, and people log meanwhile.
"""

from collections.abc import Iterator
from datetime import date

from coaching.rollups.cells import store_cells, stored_weeks, summed
from coaching.rollups.counting import weeks_with_encounters
from coaching.rollups.levels import hold_organisation, hold_people, hold_teams
from coaching.rollups.models import TOGETHER_AND_APART, OrganisationWeek, PersonWeek, TeamWeek
from coaching.rollups.services import refresh_person
from microconnect.jobs.running import Run
from microconnect.people.models import Team, User

KIND = "rebuild_rollups"
_PEOPLE, _TEAMS, _WEEKS = range(3)


def rebuild(run: Run) -> None:
    """The cursor is [which of the three, the last person, team or Monday that is done]."""
    part, last = run.job.cursor or [_PEOPLE, 0]
    people, teams = User.objects.get_queryset().order_by("pk"), Team.objects.order_by("pk")
    weeks = sorted({*_mondays(TeamWeek), *_mondays(OrganisationWeek), *_mondays(PersonWeek)})
    run.count(people.count() + teams.count() + len(weeks))
    if part == _PEOPLE:
        for person in people.filter(pk__gt=last).values_list("pk", flat=True):
            with run.batch() as batch:
                _rebuild_person(person)
                batch.done, batch.cursor = batch.done + 1, [_PEOPLE, person]
        part, last = _TEAMS, 0
    if part == _TEAMS:
        for team in teams.filter(pk__gt=last).values_list("pk", flat=True):
            with run.batch() as batch:
                _rebuild_team(team)
                batch.done, batch.cursor = batch.done + 1, [_TEAMS, team]
        last = ""
    for monday in _mondays_after(str(last)):
        with run.batch() as batch:
            _rebuild_week(monday)
            batch.done, batch.cursor = batch.done + 1, [_WEEKS, monday.isoformat()]


def _rebuild_person(person: int) -> None:
    hold_people([person])
    weeks = weeks_with_encounters(person)
    for key, monday in (
        PersonWeek.objects.filter(TOGETHER_AND_APART, person=person).values_list("team", "week").distinct()
    ):
        weeks[key].add(monday)
    for team, mondays in weeks.items():
        refresh_person(person, team, mondays)


def _rebuild_team(team: int) -> None:
    hold_teams([team])
    mine = {"team_id": team}
    made = summed(PersonWeek.objects.filter(TOGETHER_AND_APART, team=team).iterator())
    weeks = {week for week, _channel, _situation in made} | set(
        TeamWeek.objects.filter(TOGETHER_AND_APART, team=team).values_list("week", flat=True).distinct()
    )
    store_cells(TeamWeek, stored_weeks(TeamWeek, weeks, **mine), made, **mine)


def _rebuild_week(monday: date) -> None:
    hold_organisation()
    made = summed(TeamWeek.objects.filter(week=monday).iterator())
    store_cells(OrganisationWeek, stored_weeks(OrganisationWeek, [monday]), made)


def _mondays(model: type[PersonWeek | TeamWeek | OrganisationWeek]) -> Iterator[date]:
    yield from model._default_manager.values_list("week", flat=True).distinct()


def _mondays_after(last: str) -> list[date]:
    """Asked only now: the weeks that the teams have come from the parts before."""
    held = {*_mondays(TeamWeek), *_mondays(OrganisationWeek)}
    return sorted(monday for monday in held if monday.isoformat() > last)
