"""The funnel plot: how far a group of so many may stray from the centre by chance (Spiegelhalter 2005)."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coaching.statistics.beta import incomplete_beta
from coaching.statistics.means import within_scale
from coaching.statistics.scale import LEVEL
from coaching.statistics.student import t_quantile, t_tails
from coaching.statistics.sums import Sums

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
    tail = min(_at_most(count, n, centre), _at_most(n - count, n, 1 - centre))
    return Placing(count > centre * n, min(1.0, 2 * tail))


def mean_limits(
    centre: float, spread: float, n: int, *, freedom: float = math.inf, level: float = LEVEL
) -> tuple[float, float]:
    """The lowest and highest mean, in points, still inside for `n` scores; `spread` and `freedom` as of `spread_within`.

    Normal where the spread is known, Student's t where it was estimated. Raises ZeroDivisionError for none.
    """
    return within_scale(centre, t_quantile(freedom, level) * spread / math.sqrt(n))


def place_mean(sums: Sums, centre: float, spread: float, *, freedom: float = math.inf) -> Placing:
    """A group's mean where `centre` is usual, in points; agrees with `mean_limits`. Raises ZeroDivisionError for no scores."""
    away = sums.mean - centre
    if not spread:
        return Placing(away > 0, 1.0)
    return Placing(away > 0, t_tails(away * math.sqrt(sums.n) / spread, freedom))


def spread_within(groups: Iterable[Sums]) -> tuple[float, float] | None:
    """One standard deviation for all groups, in points, and its degrees of freedom (pooled); None where no group has two.

    Each group's own would make a group of three alike look certain.
    """
    held = [sums for sums in groups if sums.n > 1]
    freedom = sum(sums.n - 1 for sums in held)
    if not freedom:
        return None
    return math.sqrt(math.fsum(sums.scatter for sums in held) / freedom), freedom


def _lowest_inside(share: float, n: int, outside: float) -> int:
    """The smallest count that is not rarer than `outside`, counted with all below it; sought near where the normal has it."""
    z = t_quantile(math.inf, 1 - 2 * outside)
    skewed = (1 - 2 * share) * (z * z - 1) / 6
    count = min(n, max(0, round(n * share - z * math.sqrt(n * share * (1 - share)) + skewed)))
    while count < n and _at_most(count, n, share) < outside:
        count += 1
    while count and _at_most(count - 1, n, share) >= outside:
        count -= 1
    return count


def _at_most(count: int, n: int, share: float) -> float:
    """The chance of so many or fewer among n."""
    return incomplete_beta(n - count, count + 1, 1 - share) if count < n else 1.0
