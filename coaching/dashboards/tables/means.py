"""Means and shares in a table: how many, what, and where it may truly lie. Under five, the count alone, as on the page."""

from collections.abc import Mapping

from coaching.dashboards.charts import Change, Reading
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.readings import SHOWN_FROM
from coaching.statistics import Sums, added, clustered_interval, mean_interval
from microconnect.exporting.table import Cell, Column, Kind

WEEK = Column("week_of", Kind.DAY)
PRACTICE = (Column("practice", Kind.CODE), Column("name", Kind.WORDS))
CHANNEL = (Column("channel", Kind.CODE), Column("name"))
MEAN = (Column("n", Kind.WHOLE), *(Column(key, Kind.DECIMAL) for key in ("mean", "low", "high")))
SHARE = (  # of how many, how many did, and the share from 0 to 1
    *(Column(key, Kind.WHOLE) for key in ("n", "met")),
    *(Column(key, Kind.SHARE) for key in ("share", "low", "high")),
)
BEFORE_AND_RECENT = (
    Column("n_before", Kind.WHOLE),
    Column("mean_before", Kind.DECIMAL),
    Column("n_recent", Kind.WHOLE),
    Column("mean_recent", Kind.DECIMAL),
)
CHANGE = (Column("change", Kind.DECIMAL), Column("sure", Kind.CODE))


def mean_cells(sums: Sums) -> list[Cell]:
    """The cells of `MEAN`, to one decimal, of one person's scores."""
    return _cells(sums, mean_interval(sums))


def team_mean_cells(people: Mapping[int, Sums]) -> list[Cell]:
    """The same of several people's, as sure as so few people make it."""
    return _cells(added(people.values()), clustered_interval(people.values()))


def reading_cells(reading: Reading) -> list[Cell]:
    """The cells of `MEAN`, from what a chart of the page is fed with."""
    return [reading.n, *(None if number is None else round(number, 1) for number in _numbers(reading))]


def _cells(sums: Sums, interval: tuple[float, float] | None) -> list[Cell]:
    if sums.n < SHOWN_FROM or interval is None:
        return [sums.n, None, None, None]
    return [sums.n, *(round(number, 1) for number in (sums.mean, *interval))]


def share_columns(prefix: str) -> tuple[Column, ...]:
    """The columns of `SHARE` where a row has several."""
    return tuple(Column(f"{prefix}_{column.key}", column.kind) for column in SHARE)


def share_cells(share: Share) -> list[Cell]:
    """The cells of `SHARE`. Under five, how many did is not told either: it would be the share."""
    if share.n < SHOWN_FROM:
        return [share.n, None, None, None, None]
    return [share.n, share.met, *(round(number, 4) for number in (share.share, *share.interval))]


def share_reading_cells(reading: Reading) -> list[Cell]:
    """How many, the share and its interval, from a chart's reading in percent."""
    return [reading.n, *(None if number is None else round(number / 100, 4) for number in _numbers(reading))]


def change_cells(reading: Reading, change: Change | None) -> list[Cell]:
    """The cells of `CHANGE`; empty where the page has no mean to put it beside."""
    if change is None or reading.value is None:
        return [None, ""]
    return [round(change.by, 1), yes_or_no(said=change.is_sure)]


def yes_or_no(*, said: bool) -> str:
    return "yes" if said else "no"


def _numbers(reading: Reading) -> tuple[float | None, ...]:
    return reading.value, reading.low, reading.high
