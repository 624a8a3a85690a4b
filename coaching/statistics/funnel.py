"""The funnel plot: how far a group of so many may stray from the centre by chance (Spiegelhalter 2005)."""

import math
from dataclasses import dataclass
from enum import StrEnum

from coaching.statistics.binomial import at_most
from coaching.statistics.scale import LEVEL
from coaching.statistics.student import t_quantile

FAR_LEVEL = 0.998


class Zone(StrEnum):
    """Where a point lies: one in 20 is outside by chance, one in 500 far outside."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    FAR_OUTSIDE = "far outside"


@dataclass(frozen=True, slots=True)
class Placing:
    """A point on the plot: which side of the centre, and how often chance puts one as far out (0 to 1, both sides)."""

    is_above: bool
    p: float

    @property
    def zone(self) -> Zone:
        if self.p < 1 - FAR_LEVEL:
            return Zone.FAR_OUTSIDE
        return Zone.OUTSIDE if self.p < 1 - LEVEL else Zone.INSIDE


def share_limits(centre: float, n: int, *, level: float = LEVEL) -> tuple[float, float]:
    """The lowest and highest share, 0 to 1, still inside for `n` when the true one is `centre`: exact binomial.

    A share on a limit is inside, so the lines agree with `place_share` for any n. They step, as counts do. (0, 1) for none.
    """
    if not n:
        return 0.0, 1.0
    outside = (1 - level) / 2
    return _lowest_inside(centre, n, outside) / n, 1 - _lowest_inside(1 - centre, n, outside) / n


def place_share(count: int, n: int, centre: float) -> Placing:
    """`count` of `n` where `centre` (0 to 1) of all is usual: twice the smaller exact binomial tail, at most 1."""
    tail = min(at_most(count, n, centre), at_most(n - count, n, 1 - centre))
    return Placing(count > centre * n, min(1.0, 2 * tail))


def _lowest_inside(share: float, n: int, outside: float) -> int:
    """The smallest count that is not rarer than `outside`, counted with all below it; sought near where the normal has it."""
    z = t_quantile(math.inf, 1 - 2 * outside)
    skewed = (1 - 2 * share) * (z * z - 1) / 6
    count = min(n, max(0, round(n * share - z * math.sqrt(n * share * (1 - share)) + skewed)))
    while count < n and at_most(count, n, share) < outside:
        count += 1
    while count and at_most(count - 1, n, share) >= outside:
        count -= 1
    return count
