"""A line of the table: what is wanted, and what was found."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

BARE_VIEW = "bare signed-in view"
EXPECTED = {200, 302}

Form = Callable[[], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of the table.

    Args:
        who: the e-mail of who asks; of several, each in turn, so that nobody's week grows by a benchmark's worth.
        target: the most milliseconds it may take, where there is a target; at the sizes up to `until`.
        times_bare: how many times a bare signed-in view it may take.
        grows: the most it may take at the largest size against the smallest.
    """

    name: str
    who: str | tuple[str, ...]
    address: str
    form: Form | None = None
    target: float | None = None
    until: int = 10_000_000
    times_bare: float | None = None
    grows: float | None = None


@dataclass(slots=True)
class Line:
    """One request's figures, in milliseconds of CPU; `status` says why there are none."""

    wanted: Wanted
    status: int = 0
    a_round: int = 0
    application: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    @property
    def total(self) -> float:
        return statistics.median(map(sum, zip(self.application, self.database, strict=True)))
