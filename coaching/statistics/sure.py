"""When a page may say "sure", and when it may put one before another: the one place where that is decided."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from coaching.statistics.scale import LEVEL

Interval = tuple[float, float]


class Verdict(StrEnum):
    """All that a page says about a difference, apart from how large it is."""

    SURE = "sure"
    TOO_EARLY = "too early to say"


class Judged(Protocol):
    """A `Difference`, a `ShareDifference` or a `Placing`."""

    @property
    def p(self) -> float:
        """How often chance alone does as much, from 0 to 1."""


def verdict(found: Judged | None, *, looks: int = 1, level: float = LEVEL) -> Verdict:
    """Whether one difference is sure; `looks` is how many the reader compares at once (Bonferroni 1936).

    A difference that could not be worked out is too early to say. Raises ValueError for fewer than one look.
    """
    if looks < 1:
        raise ValueError("a difference is looked at once at least")
    is_sure = found is not None and found.p <= (1 - level) / looks
    return Verdict.SURE if is_sure else Verdict.TOO_EARLY


def verdicts(found: Sequence[Judged | None], *, level: float = LEVEL) -> list[Verdict]:
    """The same for everything on a page at once, in its order: a wrong "sure" on fewer than one page in 20 (`surely`).

    What could not be worked out takes part in nothing and is too early to say.
    """
    sure = iter(surely([one.p for one in found if one is not None], level=level))
    return [Verdict.SURE if one is not None and next(sure) else Verdict.TOO_EARLY for one in found]


def surely(ps: Sequence[float], *, level: float = LEVEL) -> list[bool]:
    """Which of several p hold when looked at together (Holm 1979): a wrong "sure" at most once in 20 looks."""
    held = [False] * len(ps)
    for rank, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        if ps[place] > (1 - level) / (len(ps) - rank):
            break
        held[place] = True
    return held


def overlaps(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals share a point: then neither goes before the other. What has no interval overlaps everything.

    Stricter than a test: intervals that just touch differ with p about 0.006 (Schenker and Gentleman 2001). That
    pays for the many pairs that a list of people holds.
    """
    if one is None or other is None:
        return True
    return one[0] <= other[1] and other[0] <= one[1]
