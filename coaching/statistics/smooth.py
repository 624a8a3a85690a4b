"""The funnel's limits as lines that an eye can follow."""

import math

from coaching.statistics.binomial import at_most
from coaching.statistics.funnel import share_limits
from coaching.statistics.scale import LEVEL
from coaching.statistics.student import t_quantile

_NEARLY_NORMAL = 25.0


def smooth_share_limits(centre: float, n: int, *, level: float = LEVEL) -> tuple[float, float]:
    """Like `share_limits`, without its steps: between the last count outside and the first inside (Spiegelhalter 2005, A.1).

    Whatever `place_share` calls outside lies outside these lines too, and what it calls inside within them. (0, 1) for none.
    """
    if not n:
        return 0.0, 1.0
    low, high = share_limits(centre, n, level=level)
    outside = (1 - level) / 2
    return (
        max(0.0, round(low * n) - _short_of(round(low * n), n, centre, outside)) / n,
        min(float(n), round(high * n) + _short_of(n - round(high * n), n, 1 - centre, outside)) / n,
    )


def drawn_share_limits(centre: float, n: int, *, level: float = LEVEL) -> tuple[float, float]:
    """The same to be drawn: exact where numbers are small, else within a tenth of a count, by the normal with its skew."""
    variance = n * centre * (1 - centre)
    if variance < _NEARLY_NORMAL:
        return smooth_share_limits(centre, n, level=level)
    z = t_quantile(math.inf, level)
    middle = n * centre + (1 - 2 * centre) * (z * z - 1) / 6
    reach = z * math.sqrt(variance) + 0.5
    return max(0.0, middle - reach) / n, min(float(n), middle + reach) / n


def _short_of(count: int, n: int, share: float, outside: float) -> float:
    """How much of the count's own chance is left over once `outside` is used up: 0 to 1 of a step."""
    up_to, below = at_most(count, n, share), at_most(count - 1, n, share)
    return (up_to - outside) / (up_to - below) if up_to > below else 0.0
