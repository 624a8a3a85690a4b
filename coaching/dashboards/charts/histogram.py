"""How scores spread over tens, before and after: columns for what would be, an outline for what is."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.charts.scale import Scale, coordinate

WIDTH, HEIGHT = 560, 200
LEFT, RIGHT, TOP, BOTTOM = 8, 552, 12, 168


@dataclass(frozen=True, slots=True)
class Column:
    """One ten: [0, 10), ..., [90, 100]. The outline's y is where the number of before stands."""

    label: str
    before: int
    after: int
    x: str
    width: str
    y: str
    height: str
    middle: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """`outline` is the line of what is; empty where nothing is scored."""

    columns: Sequence[Column]
    outline: str
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"
    left: str = str(LEFT)
    right: str = str(RIGHT)
    bottom: str = str(BOTTOM)


def histogram(before: Sequence[int], after: Sequence[int]) -> Histogram:
    """Ten numbers each, how many scores fall into each ten."""
    most = max([*before, *after, 1])
    y = Scale(0, most, BOTTOM, TOP)
    step = (RIGHT - LEFT) / len(before)
    columns = [
        _column(nth, was, becomes, y, step) for nth, (was, becomes) in enumerate(zip(before, after, strict=True))
    ]
    return Histogram(columns, _outline(before, y, step) if any(before) else "")


def _column(nth: int, before: int, after: int, y: Scale, step: float) -> Column:
    x = LEFT + nth * step
    return Column(
        label=f"{nth * 10}–{nth * 10 + 9 if nth < 9 else 100}",
        before=before,
        after=after,
        x=coordinate(x + 3),
        width=coordinate(step - 6),
        y=coordinate(y(after)),
        height=coordinate(BOTTOM - y(after)),
        middle=coordinate(x + step / 2),
    )


def _outline(before: Sequence[int], y: Scale, step: float) -> str:
    """Stairs over the columns, from the floor and back to it."""
    points: list[tuple[float, float]] = [(LEFT, y(0))]
    for nth, count in enumerate(before):
        points += [(LEFT + nth * step, y(count)), (LEFT + (nth + 1) * step, y(count))]
    points.append((RIGHT, y(0)))
    return " ".join(f"{coordinate(x)},{coordinate(at)}" for x, at in points)
