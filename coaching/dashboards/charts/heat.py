"""Counts by day and hour, each with one of five tones."""

from collections.abc import Sequence
from dataclasses import dataclass

LEVELS = 4


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A count and its tone: 0 for none, then 1 to 4 in equal steps up to the busiest."""

    count: int
    level: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    label: str
    cells: Sequence[HeatCell]


@dataclass(frozen=True, slots=True)
class HeatMap:
    columns: Sequence[str]
    rows: Sequence[HeatRow]
    busiest: int


def heat_map(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]) -> HeatMap:
    """`rows` are a label and one count for each column."""
    busiest = max((count for _, counts in rows for count in counts), default=0)
    return HeatMap(
        columns=columns,
        rows=[HeatRow(label, [HeatCell(count, _level(count, busiest)) for count in counts]) for label, counts in rows],
        busiest=busiest,
    )


def _level(count: int, busiest: int) -> int:
    return -(-count * LEVELS // busiest) if busiest else 0
