"""Means in a table: how many, the mean and where it may truly lie. Under five, the count alone, as on the page."""

from collections.abc import Mapping

from coaching.dashboards.readings import SHOWN_FROM
from coaching.statistics import Sums, added, clustered_interval, mean_interval, share_interval
from microconnect.exporting.table import Cell, Column, Kind

MEAN = (Column("n", Kind.WHOLE), *(Column(key, Kind.DECIMAL) for key in ("mean", "low", "high")))


def mean_cells(sums: Sums) -> list[Cell]:
    """The cells of `MEAN`, to one decimal, of one person's scores."""
    return _cells(sums, mean_interval(sums))


def team_mean_cells(people: Mapping[int, Sums]) -> list[Cell]:
    """The same of several people's, as sure as so few people make it."""
    return _cells(added(people.values()), clustered_interval(people.values()))


def _cells(sums: Sums, interval: tuple[float, float] | None) -> list[Cell]:
    if sums.n < SHOWN_FROM or interval is None:
        return [sums.n, None, None, None]
    return [sums.n, *(round(number, 1) for number in (sums.mean, *interval))]


def share_columns(prefix: str) -> tuple[Column, ...]:
    """The columns of `share_cells`: of how many, how many did, and the share from 0 to 1."""
    counts = (Column(f"{prefix}_n", Kind.WHOLE), Column(f"{prefix}_met", Kind.WHOLE))
    return *counts, *(Column(f"{prefix}_{key}", Kind.SHARE) for key in ("share", "low", "high"))


def share_cells(met: int, n: int) -> list[Cell]:
    """Under five, how many did is not told either: it would be the share."""
    if n < SHOWN_FROM:
        return [n, None, None, None, None]
    return [n, met, *(round(number, 4) for number in (met / n, *share_interval(met / n, n)))]
