"""How sure a share is, and how sure it is that two shares differ, for small numbers too."""

import math
from dataclasses import dataclass

from coaching.statistics.beta import beta_quantile
from coaching.statistics.scale import LEVEL
from coaching.statistics.student import t_quantile

_AS_LIKELY = 1 + 1e-7  # two tables equally likely may differ in the last digits
_NEGLIGIBLE = 1e-30


def share_interval(share: float, n: int, *, level: float = LEVEL) -> tuple[float, float]:
    """The interval, from 0 to 1, of a share seen among `n` (Wilson 1927). Raises ZeroDivisionError for none.

    Right on average rather than at least: what to show beside a share. Quick enough for every row of a page.
    """
    z = t_quantile(math.inf, level)
    weight = z * z / n
    middle = (share + weight / 2) / (1 + weight)
    reach = z * math.sqrt(share * (1 - share) / n + weight / (4 * n)) / (1 + weight)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def exact_share_interval(count: int, n: int, *, level: float = LEVEL) -> tuple[float, float]:
    """The interval, from 0 to 1, that holds the true share at least so often (Clopper and Pearson 1934).

    Wider than Wilson's: for the few figures where somebody may be held to account. (0, 1) for none.
    """
    outside = (1 - level) / 2
    low = beta_quantile(count, n - count + 1, outside) if count else 0.0
    high = beta_quantile(count + 1, n - count, 1 - outside) if count < n else 1.0
    return low, high


@dataclass(frozen=True, slots=True)
class ShareDifference:
    """How far a share moved, from -1 to 1, where the true move lies in 95 of 100 such comparisons, and the chance of it.

    Interval and p come from two methods, so for very few the one may leave out 0 where the other says 0.06. The p decides.
    """

    by: float
    interval: tuple[float, float]
    p: float


def share_difference(before: tuple[int, int], after: tuple[int, int]) -> ShareDifference | None:
    """What changed between two shares, each a count and of how many; None where either is of none.

    Interval: Newcombe 1998, method 10, from Wilson's. p: Fisher's exact test (1935), two-sided as R and scipy count it.
    A mid-P would be nearer to 5 % on average but may pass it; a page takes thirty looks and promises
    fewer than 5 % false alarms, and small numbers are where they are made.
    """
    (had, n), (has, m) = before, after
    if not n or not m:
        return None
    share, other = had / n, has / m
    (low, high), (other_low, other_high) = share_interval(share, n), share_interval(other, m)
    by = other - share
    interval = (
        by - math.hypot(other - other_low, high - share),
        by + math.hypot(other_high - other, share - low),
    )
    return ShareDifference(by, interval, fisher_exact(before, after))


def fisher_exact(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The chance, 0 to 1, of two counts (each of how many) at least as unlikely as these if both shares are one (Fisher 1935).

    Walks from the likeliest split outwards, so it takes steps like the root of the counts: 0.1 ms for thousands.
    """
    (count, n), (other_count, m) = one, other
    both = count + other_count
    mode = (n + 1) * (both + 1) // (n + m + 2)
    chances = {mode: 1.0}
    for step in (1, -1):
        chance, at = 1.0, mode
        while chance > _NEGLIGIBLE:
            chance *= _beside(at, step, n, m, both)
            at += step
            chances[at] = chance
    seen = chances.get(count, 0.0)
    unlikely = math.fsum(chance for chance in chances.values() if chance <= seen * _AS_LIKELY)
    return min(1.0, unlikely / math.fsum(chances.values()))


def _beside(count: int, step: int, n: int, m: int, both: int) -> float:
    """How much likelier the split one further is; 0 where there is none."""
    if step > 0:
        return (n - count) * (both - count) / ((count + 1) * (m - both + count + 1))
    return count * (m - both + count) / ((n - count + 1) * (both - count + 1))
