"""The rows of the rollups as cells with tallies, read and written in as few queries as there are kinds of rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from django.db.models import Q

from coaching.rollups.models import SUMS, TOGETHER_AND_APART, WeekTally, sums_of
from coaching.rollups.tally import Tally

Row = TypeVar("Row", bound=WeekTally)
Cell = tuple[date, str, int | None]  # Monday, channel, situation; None for all situations together


def cell_of(row: WeekTally) -> Cell:
    return row.week, row.channel, row.situation_id


def stored_weeks(model: type[Row], mondays: Collection[date], **owner: int) -> dict[Cell, Row]:
    """All that is stored of these weeks."""
    return {cell_of(row): row for row in model._default_manager.filter(TOGETHER_AND_APART, week__in=mondays, **owner)}


def stored_cells(model: type[Row], cells: Collection[Cell], **owner: int) -> dict[Cell, Row]:
    """Of these cells those that are stored: of a week only the channels and situations that they name are read."""
    weeks, channels, situations = (set(part) for part in zip(*cells, strict=True))
    together = Q(situation=None) if None in situations else Q()
    named = Q(situation__in=situations - {None}) if situations - {None} else Q()
    rows = model._default_manager.filter(together | named, week__in=weeks, channel__in=channels, **owner)
    return {cell: row for row in rows if (cell := cell_of(row)) in cells}


def summed(rows: Iterable[WeekTally]) -> dict[Cell, Tally]:
    """The rows of several owners added up, cell by cell."""
    sums: dict[Cell, Tally] = {}
    for row in rows:
        sums.setdefault(cell_of(row), Tally()).merge(row.tally)
    return sums


def store_cells(model: type[Row], stored: Mapping[Cell, Row], made: Mapping[Cell, Tally], **owner: int) -> None:
    """Put `made` in the place of `stored`: a query for those that were there, one for new ones, one for those now empty."""
    changed, new = [], []
    for cell in sorted(made, key=_in_order):
        if made[cell].is_empty:
            continue
        if cell in stored:
            changed.append(filled(stored[cell], made[cell]))
        else:
            new.append(row_of(model, cell, made[cell], **owner))
    write_rows(model, changed, new, [row.pk for cell, row in stored.items() if cell not in made or made[cell].is_empty])


def write_rows(model: type[Row], changed: Sequence[Row], new: Sequence[Row], gone: Sequence[int], *also: str) -> None:
    """`also` names columns beside the sums that may have changed."""
    rows = model._default_manager
    if changed:
        rows.bulk_create(changed, update_conflicts=True, unique_fields=["pk"], update_fields=[*SUMS, *also])
    if new:
        rows.bulk_create(new, batch_size=500)
    if gone:
        rows.filter(pk__in=gone).delete()


def row_of(model: type[Row], cell: Cell, tally: Tally, **values: int) -> Row:
    week, channel, situation = cell
    return model(week=week, channel=channel, situation_id=situation, **sums_of(tally), **values)


def filled(row: Row, tally: Tally) -> Row:
    """The row with the tally's numbers, not stored."""
    for name, value in sums_of(tally).items():
        setattr(row, name, value)
    return row


def _in_order(cell: Cell) -> tuple[date, str, int]:
    """By week, channel and situation, that of all together first."""
    week, channel, situation = cell
    return week, channel, situation or 0
