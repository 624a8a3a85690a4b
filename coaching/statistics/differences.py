"""How far a mean moved, and how sure that is, one encounter being as good as the next."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.statistics.student import t_quantile, t_tails
from coaching.statistics.sums import Sums, added


@dataclass(frozen=True, slots=True)
class Difference:
    """How far a mean moved, in points, and the standard error of that with its degrees of freedom."""

    by: float
    error: float
    freedom: float

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true difference lies in 95 of 100 such comparisons; a point where all were alike."""
        reach = t_quantile(self.freedom) * self.error
        return self.by - reach, self.by + reach

    @property
    def errors(self) -> float:
        """How many standard errors it moved, either way; 0 where all were alike: no spread to judge by."""
        return abs(self.by) / self.error if self.error else 0.0

    @property
    def p(self) -> float:
        """How often chance alone moves a mean as far, either way, from 0 to 1; 1 where all were alike."""
        return t_tails(self.errors, self.freedom)

    def is_surer_than(self, p: float) -> bool:
        """Whether chance moves a mean as far less often than `p`; quick where it is nowhere near."""
        return abs(self.by) > t_quantile(math.inf, 1 - p) * self.error and self.p < p


def difference(before: Sums, after: Sums) -> Difference | None:
    """What changed between two groups (Welch 1947); None where either has fewer than two scores.

    For groups that share nobody, large enough for each to say how its scores vary. Two periods of the same people: `changed`.
    """
    if before.n < 2 or after.n < 2:
        return None
    squared = before.error + after.error
    freedom = _welch_freedom(before, after) if squared else 1.0
    return Difference(after.mean - before.mean, math.sqrt(squared), freedom)


def against(strata: Sequence[tuple[Sums, Sums]]) -> Difference | None:
    """One against the others, like with like: each stratum pairs one's own scores with the others' of that kind.

    The others are weighted as one's own are spread (direct standardisation), so that a different mix is not taken for a
    difference. One's own scores are taken to vary at least as the others' do: ten in a row that were shown are no
    certainty, and would else be surer than nine of ten. None where the others have too few in some stratum to compare with.
    """
    own = added(mine for mine, _others in strata)
    if own.n < 2 or any(mine.n and others.n < 2 for mine, others in strata):
        return None
    expected = squared = usual = 0.0
    for mine, others in strata:
        if mine.n:
            weight, error = mine.n / own.n, others.error
            expected += weight * others.mean
            squared += weight * weight * error
            usual += weight * error * others.n / own.n
    return Difference(own.mean - expected, math.sqrt(max(own.error, usual) + squared), own.n - 1)


def _welch_freedom(one: Sums, other: Sums) -> float:
    parts = one.error**2 / (one.n - 1) + other.error**2 / (other.n - 1)
    return (one.error + other.error) ** 2 / parts
