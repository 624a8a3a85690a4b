"""How far a figure could be chance: a bootstrap that draws whole groups.

Rows of one conversation resemble each other, so conversations are drawn, not rows.
"""

import math
import random
from collections import defaultdict
from collections.abc import Iterable

from coaching.evaluation.counting import Counts

Interval = tuple[float, float]

_BITS = 32  # of each count; four of them make one number, so that a resample is one sum
_MASK = (1 << _BITS) - 1
_LOW, _HIGH = 0.025, 0.975


def macro_f1_interval(answers: Iterable[tuple[str, bool, bool]], resamples: int, seed: str) -> Interval | None:
    """The 95 % interval of macro-F1 over (group, is so, is found).

    None without resamples or with a single group. The same answers, resamples and seed give the same interval.
    """
    groups = _packed(answers)
    if not resamples or len(groups) < 2:
        return None
    draw = random.Random(seed).choices  # noqa: S311 (draws a sample, guards nothing)
    values = sorted(_unpacked(sum(draw(groups, k=len(groups)))).macro_f1 for _ in range(resamples))
    return values[int(resamples * _LOW)], values[math.ceil(resamples * _HIGH) - 1]


def _packed(answers: Iterable[tuple[str, bool, bool]]) -> list[int]:
    """The counts of each group as one number."""
    groups: dict[str, int] = defaultdict(int)
    for group, is_so, is_found in answers:
        place = (0 if is_so else 1) if is_found else (2 if is_so else 3)
        groups[group] += 1 << (_BITS * place)
    return list(groups.values())


def _unpacked(packed: int) -> Counts:
    return Counts(*(packed >> (_BITS * place) & _MASK for place in range(4)))
