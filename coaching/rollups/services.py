"""Bring people's weeks in the rollups up to date, and with them their teams' and everybody's.

A person's week is counted anew from its encounters, so it can be repeated; what that changes is then added to the week of
the team and of the organisation. All of it is one transaction with whatever changed the encounters, under locks taken in
one order (people, teams, organisation), so no update is lost and a reader sees all three alike.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from coaching.rollups.cells import Cell, filled, row_of, stored_weeks, write_rows
from coaching.rollups.counting import count_weeks
from coaching.rollups.levels import add_to_organisation, add_to_team, hold_organisation, hold_people, hold_teams
from coaching.rollups.models import PersonWeek
from coaching.rollups.tally import Tally
from microconnect.periods import week_of

PersonDay = tuple[int, int, date]  # person, team, any day of the week


def refresh_weeks(person_days: Iterable[PersonDay]) -> None:
    """Count the weeks of these days anew. Call it once in a transaction, and last: everybody's week is held from then on."""
    weeks: dict[tuple[int, int], set[date]] = defaultdict(set)
    for person, team, day in person_days:
        weeks[person, team].add(week_of(day).start)
    hold_people({person for person, _team in weeks})
    by_team: dict[int, dict[Cell, Tally]] = defaultdict(dict)
    for person, team in sorted(weeks):
        _add(by_team[team], refresh_person(person, team, weeks[person, team]))
    _pass_on({team: changes for team, changes in by_team.items() if changes})


def refresh_person(person: int, team: int, mondays: Collection[date]) -> dict[Cell, Tally]:
    """Store one person's weeks as they are now; returns what that changed, cell by cell. The caller holds the person."""
    counted = count_weeks(person, team, mondays)
    owner = {"person_id": person, "team_id": team}
    stored = stored_weeks(PersonWeek, mondays, **owner)
    changes: dict[Cell, Tally] = {}
    changed, new = [], []
    for cell, now in counted.items():
        row = stored.get(cell)
        if row is None:
            new.append(row_of(PersonWeek, cell, now.tally, days=now.days, **owner))
            changes[cell] = now.tally
        elif (before := row.tally) != now.tally or row.days != now.days:
            changes[cell] = _difference(now.tally, before)
            row.days = now.days
            changed.append(filled(row, now.tally))
    gone = {cell: row for cell, row in stored.items() if cell not in counted}
    changes |= {cell: _difference(Tally(), row.tally) for cell, row in gone.items()}
    write_rows(PersonWeek, changed, new, [row.pk for row in gone.values()], "days")
    return changes


def _pass_on(by_team: dict[int, dict[Cell, Tally]]) -> None:
    """Add what changed to the teams' weeks and to everybody's."""
    if not by_team:
        return
    hold_teams(list(by_team))
    everybody: dict[Cell, Tally] = {}
    for team in sorted(by_team):
        add_to_team(team, by_team[team])
        _add(everybody, by_team[team])
    hold_organisation()
    add_to_organisation(everybody)


def _difference(now: Tally, before: Tally) -> Tally:
    change = Tally()
    change.merge(now)
    change.merge(before, -1)
    return change


def _add(sums: dict[Cell, Tally], changes: dict[Cell, Tally]) -> None:
    for cell, change in changes.items():
        sums.setdefault(cell, Tally()).merge(change)
