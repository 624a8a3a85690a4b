"""A table on its way out: columns with stable names, rows of plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

Cell = str | int | float | date | datetime | time | None
Row = Sequence[Cell]


class Kind(StrEnum):
    """What a column holds; None is an empty cell in each of them."""

    TEXT = "text"  # anybody's words: escaped in CSV, never a formula in a workbook
    WORDS = "words"  # the same, longer
    CODE = "code"  # one of our own words, which no spreadsheet takes for anything else
    WHOLE = "whole"
    DECIMAL = "decimal"  # one decimal place
    SHARE = "share"  # 0 to 1
    DAY = "day"
    TIME = "time"  # of the clock
    MOMENT = "moment"  # in UTC, without a time zone of its own, which a cell cannot hold


@dataclass(frozen=True, slots=True)
class Column:
    """`key` heads the column in every language, so that what reads the file goes on working."""

    key: str
    kind: Kind = Kind.TEXT

    @property
    def is_anybodys(self) -> bool:
        """Whether people wrote what is in it, so that it may look like a formula."""
        return self.kind in {Kind.TEXT, Kind.WORDS}


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is for addresses and file names, `title` for people; `rows` may be read once only, one after the other."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Row]
