"""Hold the rollups against what they are made from: people's weeks against the encounters, the others against the level below.

Each person, team and week is held while it is read, for some milliseconds, so people may log meanwhile. An encounter that is
stored and not assessed yet differs: `assess_encounters` counts it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.db import transaction

from coaching.rollups.cells import Cell, cell_of, summed
from coaching.rollups.counting import count_weeks, weeks_with_encounters
from coaching.rollups.levels import hold_organisation, hold_people, hold_teams
from coaching.rollups.models import TOGETHER_AND_APART, OrganisationWeek, PersonWeek, TeamWeek
from coaching.rollups.tally import Tally
from microconnect.people.models import Team, User

Cells = dict[Cell, tuple[Tally, int]]  # with the days, where a row keeps them


@dataclass(frozen=True, slots=True)
class Wrong:
    """One cell that says something else than it should."""

    whose: str
    cell: Cell
    stored: int
    found: int

    def __str__(self) -> str:
        week, channel, situation = self.cell
        where = f"situation {situation}" if situation else "all situations"
        return f"{self.whose}, week of {week}, {channel}, {where}: {self.stored} encounters stored, {self.found} found"


def wrong_cells(on_progress: Callable[[int, int], None] = lambda done, total: None) -> Iterator[Wrong]:
    """Every difference there is, level by level. `on_progress` is told how many people, teams and weeks are read, of how many."""
    people = list(User.objects.get_queryset().order_by("pk").values_list("pk", flat=True))
    teams = list(Team.objects.order_by("pk").values_list("pk", flat=True))
    mondays = _mondays()
    total = len(people) + len(teams) + len(mondays)
    checks: Iterator[tuple[Callable[[Any], Iterator[Wrong]], Any]] = chain(
        ((_person, key) for key in people), ((_team, key) for key in teams), ((_week, monday) for monday in mondays)
    )
    for done, (check, key) in enumerate(checks, start=1):
        yield from check(key)
        on_progress(done, total)


@transaction.atomic
def _person(person: int) -> Iterator[Wrong]:
    hold_people([person])
    stored: dict[int, Cells] = {}
    for row in PersonWeek.objects.filter(TOGETHER_AND_APART, person=person).iterator():
        stored.setdefault(row.team_id, {})[cell_of(row)] = row.tally, row.days
    weeks = weeks_with_encounters(person)
    wrong = []
    for team in sorted({*stored, *weeks}):
        counted = count_weeks(person, team, weeks[team]) if team in weeks else {}
        found = {cell: (held.tally, held.days) for cell, held in counted.items()}
        wrong += _differences(f"person {person} in team {team}", stored.get(team, {}), found)
    return iter(wrong)


@transaction.atomic
def _team(team: int) -> Iterator[Wrong]:
    hold_teams([team])
    stored = {cell_of(row): (row.tally, 0) for row in TeamWeek.objects.filter(TOGETHER_AND_APART, team=team).iterator()}
    found = _without_days(summed(PersonWeek.objects.filter(TOGETHER_AND_APART, team=team).iterator()))
    return iter(_differences(f"team {team}", stored, found))


@transaction.atomic
def _week(monday: date) -> Iterator[Wrong]:
    hold_organisation()
    stored = {cell_of(row): (row.tally, 0) for row in OrganisationWeek.objects.filter(week=monday)}
    found = _without_days(summed(TeamWeek.objects.filter(week=monday).iterator()))
    return iter(_differences("everybody", stored, found))


def _mondays() -> list[date]:
    held = (model._default_manager.values_list("week", flat=True).distinct() for model in (TeamWeek, OrganisationWeek))
    return sorted({monday for mondays in held for monday in mondays})


def _without_days(tallies: dict[Cell, Tally]) -> Cells:
    return {cell: (tally, 0) for cell, tally in tallies.items()}


def _differences(whose: str, stored: Cells, found: Cells) -> list[Wrong]:
    nothing = Tally(), 0
    return [
        Wrong(whose, cell, _encounters(stored, cell), _encounters(found, cell))
        for cell in {**stored, **found}
        if stored.get(cell, nothing) != found.get(cell, nothing)
    ]


def _encounters(cells: Cells, cell: Cell) -> int:
    return cells[cell][0].counts["encounters"] if cell in cells else 0
