"""Shares of many groups over how many each had, inside the lines that chance seldom leaves (Spiegelhalter 2005)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from coaching.dashboards.charts.reading import whole
from coaching.dashboards.charts.scale import Scale, coordinate, tens_around
from coaching.statistics import FAR_LEVEL, LEVEL, drawn_share_limits

WIDTH, HEIGHT = 560, 306
LEFT, RIGHT, TOP, BOTTOM = 44, 544, 24, 252
STEPS = 30  # places at which a limit is worked out
FEWEST_AXIS = 20
HALF = 5.5  # of a diamond or a square
NAME = (80, 30)  # the room that a name takes
LEADING = 11
_ROUND = (1, 2, 5)

Point = tuple[float, float]


class Shape(StrEnum):
    """Told apart without colour: a ring within the lines, a diamond outside, a full one far outside; a square is one's own."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    FAR = "far"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Dot:
    """One group: `share` from 0 to 1 of `n`. With `label` it is named on the chart; `spoken` is all of it in words."""

    n: int
    share: float
    shape: Shape = Shape.INSIDE
    label: str = ""
    spoken: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a dot that can be pressed or read stands; `path` draws its shape, its name stands above or below."""

    dot: Dot
    x: str
    y: str
    path: str
    name_y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """`crowd` is one path of all dots that are nothing but dots; `inner` and `outer` are the 95 % and 99.8 % limits."""

    rows: Sequence[Tick]
    columns: Sequence[Tick]
    centre_y: str
    centre_text: str
    inner: Sequence[str]
    outer: Sequence[str]
    crowd: str
    marks: Sequence[Mark]
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"
    left: str = str(LEFT)
    right: str = str(RIGHT)
    bottom: str = str(BOTTOM)
    middle: str = str((LEFT + RIGHT) // 2)


@dataclass(frozen=True, slots=True)
class _Axes:
    most: int
    low: int
    high: int
    x: Scale = field(init=False)
    y: Scale = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "x", Scale(0, self.most, LEFT, RIGHT))
        object.__setattr__(self, "y", Scale(self.low, self.high, BOTTOM, TOP))

    def place(self, n: float, share: float) -> Point:
        return self.x(n), self.y(share * 100)


def funnel(dots: Sequence[Dot], centre: float) -> Funnel:
    """`centre`, from 0 to 1, is everybody's share. The axes hold every dot, and the 95 % limits of the smallest."""
    axes = _axes(dots, centre)
    return Funnel(
        rows=[Tick(coordinate(axes.y(ten)), f"{ten}") for ten in range(axes.low, axes.high + 1, _row_step(axes))],
        columns=[Tick(coordinate(axes.x(n)), str(n)) for n in range(0, axes.most + 1, _step(axes.most))],
        centre_y=coordinate(axes.y(centre * 100)),
        centre_text=whole(centre * 100),
        inner=_lines(axes, centre, LEVEL),
        outer=_lines(axes, centre, FAR_LEVEL),
        crowd="".join(_speck(axes, dot) for dot in dots if not dot.spoken),
        marks=_marks(axes, [dot for dot in dots if dot.spoken]),
    )


def _axes(dots: Sequence[Dot], centre: float) -> _Axes:
    most = max(FEWEST_AXIS, *(dot.n for dot in dots)) if dots else FEWEST_AXIS
    step = _step(most)
    fewest = min((dot.n for dot in dots), default=FEWEST_AXIS)
    shares = [centre, *drawn_share_limits(centre, fewest), *(dot.share for dot in dots)]
    low, high = tens_around(share * 100 for share in shares)
    return _Axes(-(-most // step) * step, low, high)


def _step(most: int) -> int:
    """1, 2 or 5 with noughts: four to eight labels on the axis."""
    tens = 1
    while True:
        for number in _ROUND:
            if most <= number * tens * 6:
                return number * tens
        tens *= 10


def _row_step(axes: _Axes) -> int:
    return 20 if axes.high - axes.low > 60 else 10


def _lines(axes: _Axes, centre: float, level: float) -> list[str]:
    """The lower and the upper limit; dense where they bend, from one encounter on."""
    ns = sorted({max(1, round(axes.most * (step / STEPS) ** 2)) for step in range(1, STEPS + 1)})
    limits = [(n, drawn_share_limits(centre, n, level=level)) for n in ns]
    lower = _within(axes, [(n, low) for n, (low, _high) in limits])
    upper = _within(axes, [(n, high) for n, (_low, high) in limits])
    return [" ".join(f"{coordinate(x)},{coordinate(y)}" for x, y in line) for line in (lower, upper) if len(line) > 1]


def _within(axes: _Axes, line: Iterable[Point]) -> list[Point]:
    """What of the line lies on the paper, from where it comes in: where it was clipped it would look like a limit."""
    bottom, top = axes.low / 100, axes.high / 100
    drawn: list[Point] = []
    before: Point | None = None
    for n, share in line:
        if bottom < share < top:
            if before and not drawn:
                drawn.append(axes.place(*_crossing(before, (n, share), bottom if before[1] <= bottom else top)))
            drawn.append(axes.place(n, share))
        before = n, share
    return drawn


def _crossing(before: Point, after: Point, edge: float) -> Point:
    part = (edge - before[1]) / (after[1] - before[1])
    return before[0] + part * (after[0] - before[0]), edge


def _speck(axes: _Axes, dot: Dot) -> str:
    """A line of no length with round ends: hundreds of dots in one path."""
    x, y = axes.place(dot.n, dot.share)
    return f"M{coordinate(x)},{coordinate(y)}h0"


def _marks(axes: _Axes, dots: Sequence[Dot]) -> list[Mark]:
    """A name goes above its dot, or below where that of a higher one would be in the way."""
    places = [axes.place(dot.n, dot.share) for dot in dots]
    named = [place for place, dot in zip(places, dots, strict=True) if dot.label]
    return [
        _mark(dot, x, y, y + LEADING + HALF if dot.label and _is_below_another((x, y), named) else y - LEADING)
        for dot, (x, y) in zip(dots, places, strict=True)
    ]


def _is_below_another(place: Point, named: Sequence[Point]) -> bool:
    x, y = place
    return any(abs(x - other) < NAME[0] and y - at < NAME[1] and (at, other) < (y, x) for other, at in named)


def _mark(dot: Dot, x: float, y: float, name_y: float) -> Mark:
    edge = NAME[0] / 2
    return Mark(
        dot=dot,
        x=coordinate(x),
        y=coordinate(y),
        path=_path(dot.shape, x, y),
        name_y=coordinate(name_y),
        anchor="end" if x > RIGHT - edge else "start" if x < LEFT + edge else "middle",
    )


def _path(shape: Shape, x: float, y: float) -> str:
    """Empty for a ring, which is a circle."""
    if shape == Shape.INSIDE:
        return ""
    if shape == Shape.OWN:
        return f"M{coordinate(x - HALF)},{coordinate(y - HALF)}h{2 * HALF}v{2 * HALF}h-{2 * HALF}z"
    far = HALF * 1.35
    return f"M{coordinate(x)},{coordinate(y - far)}l{far:.1f},{far:.1f}l-{far:.1f},{far:.1f}l-{far:.1f},-{far:.1f}z"
