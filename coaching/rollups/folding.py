"""When situations are folded into another, their weeks are added to its weeks: nothing is counted anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from coaching.rollups.cells import Cell, filled, write_rows
from coaching.rollups.levels import hold_organisation, hold_people, hold_teams
from coaching.rollups.models import OrganisationWeek, PersonWeek, TeamWeek, WeekTally
from coaching.rollups.tally import Tally
from interactions.models import Situation


def fold_weeks(keep: Situation, folded: Collection[Situation], people: Collection[int]) -> None:
    """Inside the transaction that moved the encounters. Whoever counts the same people's weeks meanwhile waits for it.

    Args:
        people: all who logged what was folded. Somebody's first such week may be counted at this moment, and is not seen yet.
    """
    hold_people(people)
    concerned = PersonWeek.objects.filter(situation__in=folded)
    for person in sorted(set(concerned.values_list("person", flat=True).distinct())):
        _fold(PersonWeek, keep, folded, "team_id", person_id=person)
    teams = sorted(set(TeamWeek.objects.filter(situation__in=folded).values_list("team", flat=True).distinct()))
    hold_teams(teams)
    for team in teams:
        _fold(TeamWeek, keep, folded, "team_id", team_id=team)
    hold_organisation()
    _fold(OrganisationWeek, keep, folded)


def _fold(
    model: type[WeekTally], keep: Situation, folded: Collection[Situation], also_by: str = "", **owner: int
) -> None:
    """Group the rows by `also_by` and put each group's sum in the place of its rows."""
    mine = model._default_manager.filter(situation__in=[keep, *folded], **owner)
    groups: dict[int, list[WeekTally]] = defaultdict(list)
    for row in mine:
        groups[getattr(row, also_by, 0)].append(row)
    for rows in groups.values():
        _fold_rows(model, keep, rows)


def _fold_rows(model: type[WeekTally], keep: Situation, rows: Iterable[WeekTally]) -> None:
    by_cell: dict[Cell, list[WeekTally]] = defaultdict(list)
    for row in rows:
        by_cell[row.week, row.channel, keep.pk].append(row)
    changed, gone = [], []
    for alike in by_cell.values():
        kept = next((row for row in alike if row.situation_id == keep.pk), alike[0])
        kept.situation_id = keep.pk
        changed.append(_with_sum(kept, alike))
        gone += [row.pk for row in alike if row is not kept]
    model._default_manager.filter(pk__in=gone).delete()
    write_rows(model, changed, [], [], "situation", *(["days"] if model is PersonWeek else []))


def _with_sum(kept: WeekTally, alike: Collection[WeekTally]) -> WeekTally:
    total = Tally()
    for row in alike:
        total.merge(row.tally)
        if isinstance(kept, PersonWeek) and isinstance(row, PersonWeek):
            kept.days |= row.days
    return filled(kept, total)
