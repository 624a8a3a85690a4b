"""How sure a team's mean is when its people differ: they are the sample, not their encounters.

Ten people with a hundred encounters each say less about a team than a thousand people with one.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coaching.statistics.differences import Difference
from coaching.statistics.means import mean_interval, within_scale
from coaching.statistics.student import t_quantile
from coaching.statistics.sums import Sums, added

Pair = tuple[Sums, Sums]  # one person's scores before and after; `Sums()` where there are none


@dataclass(frozen=True, slots=True)
class ClusteredMean:
    """The mean over all encounters, in points, with the standard error that people give it; no error where they cannot."""

    sums: Sums
    people: int
    error: float | None

    @property
    def mean(self) -> float:
        return self.sums.mean

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval in points (t with one degree of freedom less than people).

        With one person there is nobody to differ from, and where all have one mean nothing to see of it: then it is that of
        the encounters (`mean_interval`), None for a single one.
        """
        if not self.error:
            return mean_interval(self.sums)
        return within_scale(self.mean, t_quantile(self.people - 1) * self.error)


def clustered_mean(people: Iterable[Sums]) -> ClusteredMean | None:
    """The mean over everybody's encounters, from each person's sums; None where nothing was counted.

    The error of a ratio of totals, each person's distance seen without that person (the delete-one-cluster jackknife,
    Quenouille 1956, Cochran 1977 section 6.17): for people with equally many encounters it is the linearised (Taylor)
    one to the last digit; where one has most of them it is wider, and the linearised one is known to be too narrow.
    """
    held = [sums for sums in people if sums.n]
    if not held:
        return None
    together = added(held)
    if len(held) < 2:
        return ClusteredMean(together, len(held), None)
    return ClusteredMean(together, len(held), _jackknife([_without(sums, together) for sums in held]))


def clustered_interval(people: Iterable[Sums]) -> tuple[float, float] | None:
    """As `mean_interval`, in points, but for a mean of several people's scores; None for fewer than two scores."""
    found = clustered_mean(people)
    return found.interval if found else None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike scores within a group (a team, a person) are, from 0 to 1, so that the groups need not be read for every week.

    `groups` is how many there were, `size` how many scores each had (weighted by its scores) and `n` all of them.
    """

    groups: int
    size: float
    n: int
    rho: float

    def interval(self, sums: Sums) -> tuple[float, float] | None:
        """The 95 % interval, in points, of a mean over about the same groups, whose scores are as many as `sums.n`.

        That of the encounters widened by the design effect, 1 + (size - 1) rho (Kish 1965, chapter 5).
        """
        if sums.n < 2 or not sums.variance or not self.rho:
            return mean_interval(sums)
        effect = max(1.0, 1 + (self.size * sums.n / self.n - 1) * self.rho)
        return within_scale(sums.mean, t_quantile(self.groups - 1) * math.sqrt(sums.error * effect))


def likeness(groups: Iterable[Sums]) -> Likeness:
    """Read from the clustered error of all groups together; no likeness where that cannot be told."""
    held = [sums for sums in groups if sums.n]
    found = clustered_mean(held)
    together = added(held)
    size = sum(sums.n * sums.n for sums in held) / together.n if held else 0.0
    if found is None or not found.error or not together.variance or size <= 1:
        return Likeness(len(held), size, together.n, 0.0)
    effect = found.error**2 / together.error
    return Likeness(len(held), size, together.n, max(0.0, effect - 1) / (size - 1))


def clustered_difference(pairs: Iterable[Pair]) -> Difference | None:
    """How a mean over several people moved, when who they are is part of chance (jackknife over people, as `clustered_mean`).

    Each pair is one person, who may be missing on either side: two teams are compared by pairs with nobody on both.
    None where either side has fewer than two people: nobody can be left out to see what it changes.
    """
    held = [pair for pair in pairs if pair[0].n or pair[1].n]
    before, after = added(pair[0] for pair in held), added(pair[1] for pair in held)
    if any(_is_alone(sums, together) for pair in held for sums, together in zip(pair, (before, after), strict=True)):
        return None
    if not before.n or not after.n:
        return None
    moves = [_without(pair[1], after) - _without(pair[0], before) for pair in held]
    return Difference(after.mean - before.mean, _jackknife(moves), len(held) - 1)


def against_group(people: Iterable[Sums], others: Sums) -> Difference | None:
    """How a mean over several people differs from that of a group whose people are not told apart: all other teams together.

    The group is large, so its own error is that of its encounters and adds little; the freedom is that of the people. A few
    people with a few perfect scores each are alike by chance: their error is at least what the group's scores would make it.
    None where there are fewer than two people, or fewer than two scores in the group.
    """
    found = clustered_mean(people)
    if found is None or found.error is None or others.n < 2:
        return None
    squared = max(found.error**2, others.variance / found.sums.n)
    return Difference(found.mean - others.mean, math.sqrt(squared + others.error), found.people - 1)


def _without(sums: Sums, together: Sums) -> float:
    """How far the mean moves when this person is left out."""
    return (sums.total - together.mean * sums.n) / (together.n - sums.n)


def _is_alone(sums: Sums, together: Sums) -> bool:
    return 0 < sums.n == together.n


def _jackknife(moves: Sequence[float]) -> float:
    """The standard error from how far each one's absence moves the mean, about no move at all."""
    count = len(moves)
    return math.sqrt((count - 1) / count * math.fsum(move * move for move in moves))
