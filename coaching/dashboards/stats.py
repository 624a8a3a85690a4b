"""The arithmetic of being sure: means, shares and differences with how far chance may have moved them.

Plain numbers in and out. Everything starts from `Sums`: count, sum and sum of squares are what the rollups keep. Encounters are
taken as independent of each other; docs/decisions tell what follows from that.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

LEVEL = 0.95
LOWEST, HIGHEST = 0.0, 100.0

_EXACT_ENOUGH = 1e-12
_TINY = 1e-300
_MOST_STEPS = 300


@dataclass(slots=True, unsafe_hash=True)
class Sums:
    """Count, sum and sum of squares of some scores. Never changed; not frozen, since a page makes thousands of them."""

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
        """Raises ZeroDivisionError where nothing was counted."""
        return self.total / self.n

    @property
    def variance(self) -> float:
        """The sample variance; 0 where a single score cannot vary."""
        if self.n < 2:
            return 0.0
        return max(0.0, (self.squares - self.total * self.total / self.n) / (self.n - 1))

    @property
    def error(self) -> float:
        """The squared standard error of the mean."""
        return self.variance / self.n

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


def mean_interval(sums: Sums) -> tuple[float, float] | None:
    """The 95 % interval of a mean of scores from 0 to 100 (Student's t); None for fewer than two.

    Scores all alike would give an interval of no width, as if nothing else could have happened: they are read as a
    share of what was possible, which no spread of scores between 0 and 100 exceeds.
    """
    if sums.n < 2:
        return None
    if sums.variance == 0.0:
        low, high = share_interval(sums.mean / HIGHEST, sums.n)
        return low * HIGHEST, high * HIGHEST
    reach = t_quantile(sums.n - 1) * math.sqrt(sums.error)
    return max(LOWEST, sums.mean - reach), min(HIGHEST, sums.mean + reach)


def share_interval(share: float, n: int) -> tuple[float, float]:
    """The 95 % interval, from 0 to 1, of a share seen among `n` (Wilson 1927)."""
    z = NormalDist().inv_cdf((1 + LEVEL) / 2)
    weight = z * z / n
    middle = (share + weight / 2) / (1 + weight)
    reach = z * math.sqrt(share * (1 - share) / n + weight / (4 * n)) / (1 + weight)
    return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Difference:
    """How far a mean moved, and the standard error of that with its degrees of freedom."""

    by: float
    error: float
    freedom: float

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true difference lies in 95 of 100 such comparisons."""
        reach = t_quantile(self.freedom) * self.error
        return self.by - reach, self.by + reach

    @property
    def p(self) -> float:
        """How often chance alone moves a mean as far, either way; 1 where all were alike: no spread to judge by."""
        return t_tails(self.by / self.error, self.freedom) if self.error else 1.0

    def is_surer_than(self, p: float) -> bool:
        """Whether chance moves a mean as far less often than `p`; quick where it is nowhere near."""
        return abs(self.by) > t_quantile(math.inf, 1 - p) * self.error and self.p < p


def difference(before: Sums, after: Sums) -> Difference | None:
    """What changed between two groups (Welch 1947); None where either has fewer than two scores."""
    if before.n < 2 or after.n < 2:
        return None
    squared = before.error + after.error
    freedom = _welch_freedom(before, after) if squared else 1.0
    return Difference(after.mean - before.mean, math.sqrt(squared), freedom)


def against(strata: Sequence[tuple[Sums, Sums]]) -> Difference | None:
    """One against the others, like with like: each stratum pairs one's own scores with the others' of that kind.

    The others are weighted as one's own are spread, so that a different mix is not taken for a difference. None
    where the others have too few in some stratum to compare with.
    """
    own = sum((mine for mine, _others in strata), Sums())
    if own.n < 2 or any(mine.n and others.n < 2 for mine, others in strata):
        return None
    expected = squared = 0.0
    for mine, others in strata:
        if mine.n:
            weight = mine.n / own.n
            expected += weight * others.mean
            squared += weight * weight * others.error
    return Difference(own.mean - expected, math.sqrt(own.error + squared), own.n - 1)


def surely(ps: Sequence[float], *, level: float = LEVEL) -> list[bool]:
    """Which of several p hold when looked at together (Holm 1979): a wrong "sure" at most once in 20 looks."""
    verdicts = [False] * len(ps)
    for rank, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        if ps[place] > (1 - level) / (len(ps) - rank):
            break
        verdicts[place] = True
    return verdicts


@lru_cache(maxsize=2048)
def t_quantile(freedom: float, level: float = LEVEL) -> float:
    """How many standard errors hold `level` of Student's t: 12.7 for 1 degree of freedom, 1.96 for many.

    Exact for 1 and 2; from 4 on within 0.001 at 95 % (Abramowitz and Stegun 26.7.5).
    """
    upper = (1 + level) / 2
    if freedom < 2:
        return math.tan(math.pi * (upper - 0.5))
    if freedom < 3:
        return (2 * upper - 1) * math.sqrt(2 / (4 * upper * (1 - upper)))
    z = NormalDist().inv_cdf(upper)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))


def t_tails(t: float, freedom: float) -> float:
    """The chance of a t at least this far from 0, both ways together."""
    return _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def _welch_freedom(one: Sums, other: Sums) -> float:
    parts = one.error**2 / (one.n - 1) + other.error**2 / (other.n - 1)
    return (one.error + other.error) ** 2 / parts


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Regularised I_x(a, b), by its continued fraction on the side where that is quick."""
    if x <= 0.0 or x >= 1.0:
        return min(max(x, 0.0), 1.0)
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    front = math.exp(a * math.log(x) + b * math.log1p(-x) - log_beta)
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1.0 - front * _beta_fraction(b, a, 1 - x) / b


def _beta_fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function (Lentz's way, DLMF 8.17.22)."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for factor in (even, odd):
            d = 1 / _not_zero(1 + factor * d)
            c = _not_zero(1 + factor / c)
            result *= c * d
        if abs(c * d - 1) < _EXACT_ENOUGH:
            break
    return result


def _not_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
