"""Means in a table: how many, the mean and where it may truly lie. Under five, the count alone, as on the page."""

from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.stats import Sums, mean_interval, share_interval
from microconnect.exporting.table import Cell, Column, Kind

MEAN = (Column("n", Kind.WHOLE), *(Column(key, Kind.DECIMAL) for key in ("mean", "low", "high")))


def mean_cells(sums: Sums) -> list[Cell]:
    """The cells of `MEAN`, to one decimal."""
    interval = mean_interval(sums)
    if sums.n < SHOWN_FROM or interval is None:
        return [sums.n, None, None, None]
    return [sums.n, *(round(number, 1) for number in (sums.mean, *interval))]


def share_columns(prefix: str) -> tuple[Column, ...]:
    """The columns of `share_cells`: of how many, in how many of them, and the share from 0 to 1."""
    counts = (Column(f"{prefix}_n", Kind.WHOLE), Column(f"{prefix}_given", Kind.WHOLE))
    return *counts, *(Column(f"{prefix}_{key}", Kind.SHARE) for key in ("share", "low", "high"))


def share_cells(given: int, n: int) -> list[Cell]:
    """Under five, how many were given is not told either: it would be the share."""
    if n < SHOWN_FROM:
        return [n, None, None, None, None]
    return [n, given, *(round(number, 4) for number in (given / n, *share_interval(given / n, n)))]
