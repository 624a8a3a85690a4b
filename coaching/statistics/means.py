"""How sure a mean is, one encounter being as good as the next: a person's own mean, or a practice's. Teams: `clustered`."""

import math

from coaching.statistics.scale import HIGHEST, LEVEL, LOWEST
from coaching.statistics.shares import share_interval
from coaching.statistics.student import t_quantile
from coaching.statistics.sums import Sums


def mean_interval(sums: Sums, *, level: float = LEVEL) -> tuple[float, float] | None:
    """The interval, in points, of a mean of scores from 0 to 100 (Student 1908); None for fewer than two.

    Scores all alike would give an interval of no width, as if nothing else could have happened: they are read as a
    share of what was possible, which no spread of scores between 0 and 100 exceeds.
    """
    if sums.n < 2:
        return None
    if sums.variance == 0.0:
        low, high = share_interval(sums.mean / HIGHEST, sums.n, level=level)
        return low * HIGHEST, high * HIGHEST
    return within_scale(sums.mean, t_quantile(sums.n - 1, level) * math.sqrt(sums.error))


def within_scale(mean: float, reach: float) -> tuple[float, float]:
    """So far either way, and never beyond what can be scored."""
    return max(LOWEST, mean - reach), min(HIGHEST, mean + reach)
