"""What moved against one's own past: the score and each practice, with whether that is sure. Never against a colleague."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.dashboards.changes import FEWEST
from coaching.dashboards.queries.practices import NOTHING
from coaching.engine.practices import PRACTICES
from coaching.statistics import Difference, Sums, changed, sure_of

SCORE = "score"


@dataclass(frozen=True, slots=True)
class OwnChange:
    """`found` is None where either side has fewer than five: too early to say."""

    before: Sums
    after: Sums
    found: Difference | None
    is_sure: bool = False

    @property
    def is_up(self) -> bool:
        return self.found is not None and self.found.by > 0


def own_changes(
    score: tuple[Sums, Sums], before: Mapping[str, Sums], recent: Mapping[str, Sums]
) -> dict[str, OwnChange]:
    """Of the score and of every practice judged in either time. Sure is decided over all of them at once (see `sure_of`)."""
    pairs = {SCORE: score} | {
        practice.key: (before.get(practice.key, NOTHING), recent.get(practice.key, NOTHING))
        for practice in PRACTICES
        if practice.key in before or practice.key in recent
    }
    found = {key: _difference(*sums) for key, sums in pairs.items()}
    sure = sure_of(list(found.values()))
    return {key: OwnChange(*pairs[key], found[key], is_sure) for key, is_sure in zip(pairs, sure, strict=True)}


def _difference(before: Sums, after: Sums) -> Difference | None:
    return changed([(before, after)]) if min(before.n, after.n) >= FEWEST else None
