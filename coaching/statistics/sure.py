"""When a page may say "sure": the one place where that is decided."""

from collections.abc import Sequence
from typing import Protocol

from coaching.statistics.scale import LEVEL


class Judged(Protocol):
    """A `Difference`, a `ShareDifference` or a `Placing`."""

    @property
    def p(self) -> float:
        """How often chance alone does as much, from 0 to 1."""


def sure_of(found: Sequence[Judged | None], *, level: float = LEVEL) -> list[bool]:
    """Which of everything on a page may be called sure, in its order: a wrong one on fewer than one page in 20 (`surely`).

    What could not be worked out takes part in nothing and is not sure.
    """
    sure = iter(surely([one.p for one in found if one is not None], level=level))
    return [one is not None and next(sure) for one in found]


def surely(ps: Sequence[float], *, level: float = LEVEL) -> list[bool]:
    """Which of several p hold when looked at together (Holm 1979): a wrong "sure" at most once in 20 looks."""
    held = [False] * len(ps)
    for rank, place in enumerate(sorted(range(len(ps)), key=ps.__getitem__)):
        if ps[place] > (1 - level) / (len(ps) - rank):
            break
        held[place] = True
    return held
