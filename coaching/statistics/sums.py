"""Count, sum and sum of squares: all that the rollups keep of many scores, and all that a mean and its error need."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

_ROUNDING = 1e-12  # of the squares: less scatter than this is left over from adding floats, not from the scores


@dataclass(slots=True, unsafe_hash=True)
class Sums:
    """Count, sum and sum of squares of some scores. Never changed; not frozen, since a page makes thousands of them.

    `total` is in points, `squares` in points squared. Sums of whole, half and quarter points are exact, so taking a
    part away gives exactly what was there before it was added.
    """

    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(self.n + other.n, self.total + other.total, self.squares + other.squares)

    def __sub__(self, other: "Sums") -> "Sums":
        """What is left without a part of it."""
        return Sums(self.n - other.n, self.total - other.total, self.squares - other.squares)

    @property
    def mean(self) -> float:
        """In points. Raises ZeroDivisionError where nothing was counted."""
        return self.total / self.n

    @property
    def scatter(self) -> float:
        """The squared distances from the mean, added up; 0 where all are alike or nothing was counted."""
        if self.n < 2:
            return 0.0
        scatter = self.squares - self.total * self.total / self.n
        return scatter if scatter > _ROUNDING * self.squares else 0.0

    @property
    def variance(self) -> float:
        """The sample variance, in points squared; 0 where a single score cannot vary."""
        return self.scatter / (self.n - 1) if self.n > 1 else 0.0

    @property
    def error(self) -> float:
        """The squared standard error of the mean. Raises ZeroDivisionError where nothing was counted."""
        n = self.n
        if n < 2:
            return 0.0 / n
        # As `variance` says it, written out: a page asks a thousand times.
        scatter = self.squares - self.total * self.total / n
        return scatter / ((n - 1) * n) if scatter > _ROUNDING * self.squares else 0.0

    @property
    def levels(self) -> tuple[int, int, int]:
        """How many were 0, 50 and 100, where no other score exists: three sums fix three counts."""
        high = round((self.squares - 50 * self.total) / 5_000)
        middle = round((self.total - 100 * high) / 50)
        return self.n - middle - high, middle, high


def sums_of(scores: Iterable[float]) -> Sums:
    """The sums of plain scores."""
    held = list(scores)
    return Sums(len(held), math.fsum(held), math.fsum(score * score for score in held))


def added(many: Iterable[Sums]) -> Sums:
    """All of them together; quicker than adding one by one."""
    n, total, squares = 0, 0.0, 0.0
    for sums in many:
        n += sums.n
        total += sums.total
        squares += sums.squares
    return Sums(n, total, squares)
