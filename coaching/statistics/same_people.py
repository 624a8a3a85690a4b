"""Whether people changed, or only who was there: each person is compared with themselves."""

import math
from collections.abc import Iterable

from coaching.statistics.clustered import Pair, clustered_difference
from coaching.statistics.differences import Difference, difference
from coaching.statistics.sums import added


def changed(pairs: Iterable[Pair]) -> Difference | None:
    """What changed in a team between two periods: what to ask `surely` about. Each pair is one person, before and after.

    Two readings, and the less sure of them is returned: all encounters together (Welch), which is what the figures on the page
    show, and each person with themselves, which a change in who was there cannot move. Where nobody was there both
    times, two groups of people are compared (`clustered_difference`). None where there is too little of either.
    """
    held = list(pairs)
    together = difference(added(pair[0] for pair in held), added(pair[1] for pair in held))
    apart = each_with_themselves(held) or between_groups(held)
    if together is None or apart is None:
        return None
    if together.by * apart.by < 0:
        return _torn(together, apart)
    return _less_sure(together, apart)


def between_groups(pairs: Iterable[Pair]) -> Difference | None:
    """How two groups of people differ, or one after so long that it is another: who they are is part of chance.

    The less sure of two readings: people as the sample (`clustered_difference`), and all encounters with one spread for both
    groups, since a group whose few scores are all alike has no spread of its own. None where there is too little of either.
    """
    held = list(pairs)
    by_people = clustered_difference(held)
    by_encounters = each_with_themselves([(added(pair[0] for pair in held), added(pair[1] for pair in held))])
    if by_people is None or by_encounters is None:
        return None
    return _less_sure(by_people, by_encounters)


def each_with_themselves(pairs: Iterable[Pair]) -> Difference | None:
    """The mean change, in points, of those with scores both before and after, weighted by what each can tell (n m / (n + m)).

    A comparison within strata (Cochran 1977, chapter 5), a stratum being a person. Its error takes the larger of two
    readings of how much scores spread: one spread for all (steady with few scores) and everyone their own (right when some are
    steadier than others; Satterthwaite 1946 for its freedom). None where no person has three scores over both periods.
    """
    both = [(before, after) for before, after in pairs if before.n and after.n]
    freedoms = [before.n + after.n - 2 for before, after in both]
    freedom = sum(freedoms)
    if not freedom:
        return None
    weights = [before.n * after.n / (before.n + after.n) for before, after in both]
    scatters = [before.scatter + after.scatter for before, after in both]
    weight, spread = math.fsum(weights), math.fsum(scatters) / freedom
    by = math.fsum(w * (after.mean - before.mean) for w, (before, after) in zip(weights, both, strict=True)) / weight
    own = [
        w * scatter / free if free else w * spread for w, scatter, free in zip(weights, scatters, freedoms, strict=True)
    ]
    squared = max(spread, math.fsum(own) / weight) / weight
    return Difference(by, math.sqrt(squared), min(freedom, _satterthwaite(own, freedoms)))


def _satterthwaite(parts: list[float], freedoms: list[int]) -> float:
    against = math.fsum(part * part / free for part, free in zip(parts, freedoms, strict=True) if free)
    return math.fsum(parts) ** 2 / against if against else math.inf


def _torn(together: Difference, apart: Difference) -> Difference:
    """What the figures show, which people's own changes deny (Simpson's paradox): the error is how far apart the two are."""
    error = max(together.error, apart.error, abs(together.by - apart.by))
    return Difference(together.by, error, min(together.freedom, apart.freedom))


def _less_sure(one: Difference, other: Difference) -> Difference:
    """The one that chance explains better. Seldom worked out: fewer errors away with less freedom is always less sure."""
    if one.errors <= other.errors and one.freedom <= other.freedom:
        return one
    if other.errors <= one.errors and other.freedom <= one.freedom:
        return other
    return one if one.p >= other.p else other
