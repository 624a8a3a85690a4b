"""One encounter as it reads by what is published and by a draft."""

from typing import NamedTuple

from coaching.engine.finding import CLAIMED, MISSED
from coaching.rescoring.rows import Row

# Verdicts on a greeting, as they are stored with a look.
INSIDE, OUTSIDE, MISSING, SILENT = "in", "out", "missing", "none"


class Seen(NamedTuple):
    """`old` and `new` are verdicts on the greeting; `before` and `after` are scores, None where there is too little."""

    row: Row
    old: str
    new: str
    before: int | None
    after: int | None

    @property
    def verdict_changed(self) -> bool:
        return self.old != self.new

    @property
    def score_moved(self) -> bool:
        return self.before != self.after


def verdict_of(score: float | None) -> str:
    """The verdict behind a score of `in_bounds`."""
    return SILENT if score is None else OUTSIDE if score == MISSED else MISSING if score == CLAIMED else INSIDE
