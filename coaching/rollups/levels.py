"""The two levels above people: a team's week is the sum of its people's, everybody's the sum of the teams'."""

from collections.abc import Collection

from django.db import connection, models

from coaching.rollups.cells import Cell, store_cells, stored_cells, summed
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek, WeekTally
from coaching.rollups.tally import Tally

_EVERYBODY = 0x6D63_7765_656B  # the organisation's lock: any number that nobody else uses in this database


def hold_people(people: Collection[int]) -> None:
    """Let one transaction at a time count for these people."""
    _hold("SELECT id FROM people_user WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", people)


def hold_teams(teams: Collection[int]) -> None:
    """Let one transaction at a time write these teams' weeks."""
    _hold("SELECT id FROM people_team WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", teams)


def _hold(locking: str, keys: Collection[int]) -> None:
    """PostgreSQL locks the rows, in the order of their keys; SQLite's writers queue by themselves.

    Written out, since every encounter that is logged does this twice, and Django takes longer to put it together than it takes.
    """
    if connection.vendor == "postgresql" and keys:
        with connection.cursor() as cursor:
            cursor.execute(locking, [list(keys)])


def hold_organisation() -> None:
    """Let one transaction at a time write everybody's week. Held until the commit, so take it last."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_EVERYBODY])


def add_to_team(team: int, changes: dict[Cell, Tally]) -> None:
    """Add what changed for its people; the caller holds the team."""
    _add(TeamWeek, changes, PersonWeek.objects.filter(team=team), team_id=team)


def add_to_organisation(changes: dict[Cell, Tally]) -> None:
    """Add what changed for the teams; the caller holds the organisation."""
    _add(OrganisationWeek, changes, TeamWeek.objects.get_queryset())


def _add(model: type[WeekTally], changes: dict[Cell, Tally], below: models.QuerySet, **owner: int) -> None:
    """Where more is taken away than is there, the cell was wrong: it is summed anew from the level below."""
    stored = stored_cells(model, changes.keys(), **owner)
    made: dict[Cell, Tally] = {}
    for cell, change in changes.items():
        tally = stored[cell].tally if cell in stored else Tally()
        tally.merge(change)
        made[cell] = tally if tally.is_possible else _summed_anew(below, cell)
    store_cells(model, stored, made, **owner)


def _summed_anew(below: models.QuerySet, cell: Cell) -> Tally:
    week, channel, situation = cell
    return summed(below.filter(week=week, channel=channel, situation=situation)).get(cell, Tally())
