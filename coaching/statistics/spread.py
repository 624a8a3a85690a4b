"""How far people are apart, once chance is taken out."""

import math
from collections.abc import Iterable

from coaching.statistics.sums import Sums

FEWEST = 5  # scores of a person, to say where they stand


def spread_between(people: Iterable[Sums], *, fewest: int = FEWEST) -> float | None:
    """The standard deviation, in points, between people's true means: what their means vary by, less what chance makes of it.

    The method of moments for groups of unlike size, each mean counted once (Searle, Casella, McCulloch 1992, chapter 3); 0 where
    chance explains all of it, None for fewer than two people with at least `fewest` scores.
    """
    held = [sums for sums in people if sums.n >= fewest]
    if len(held) < 2:
        return None
    centre = math.fsum(sums.mean for sums in held) / len(held)
    seen = math.fsum((sums.mean - centre) ** 2 for sums in held) / (len(held) - 1)
    by_chance = math.fsum(sums.error for sums in held) / len(held)
    return math.sqrt(max(0.0, seen - by_chance))
