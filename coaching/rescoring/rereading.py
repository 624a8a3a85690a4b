"""What an encounter says by other guidelines or by another scorecard, from what is stored about it.

Guidelines reach two findings: `in_bounds`, and by way of scripts `personal_greeting`. A scorecard reaches `speed` by its
targets, and the weighing. Everything else an assessment says stays as it is, so nothing else is read again.
"""

from collections.abc import Mapping
from typing import NamedTuple

from coaching.assessments.models import Assessment
from coaching.engine.assess import ENGINE_VERSION
from coaching.engine.facts import SpeedTargets
from coaching.engine.finding import Finding
from coaching.engine.scoring import Scorecard, value_of
from coaching.rescoring.rows import Row
from coaching.scorecards.models import ScorecardVersion


class Reread(NamedTuple):
    """A row one of whose findings came out differently, and what follows from it."""

    row: Row
    finding: Finding
    scores: dict[str, float]
    score: int | None


class Outcome(NamedTuple):
    """What a batch came to.

    Args:
        same: nothing changes but the version that says so, and maybe the number (`weighed`).
        changed: one finding changes.
        whole: had to be read again from their words, with what was made of them, not stored.
    """

    weighed: list[tuple[Row, int | None]]
    changed: list[Reread]
    whole: list[tuple[Row, Assessment]]

    @property
    def people(self) -> set[int]:
        """Whose encounters come out otherwise, in the words or the number."""
        rows = [
            *(row for row, score in self.weighed if row.score != score),
            *(reread.row for reread in self.changed),
            *(row for row, _made in self.whole),
        ]
        return {row.person for row in rows}


def is_up_to_date(row: Row) -> bool:
    """Whether what is stored was read by this engine in the text's newest revision, so that most of it can stay."""
    return row.is_current and row.engine_version == ENGINE_VERSION


def with_finding(scores: Mapping[str, float], finding: Finding) -> dict[str, float]:
    """The scores with this finding's in the place of the earlier one; a practice that is not judged has none."""
    others = {practice: score for practice, score in scores.items() if practice != finding.practice}
    return others if finding.score is None else {**others, finding.practice: float(finding.score)}


class Cards:
    """A scorecard's version, put together once for each channel."""

    def __init__(self, version: ScorecardVersion) -> None:
        self.version = version
        self._of: dict[str, Scorecard] = {}

    def targets(self, channel: str) -> SpeedTargets:
        return self.version.scorecard.targets(channel)

    def value(self, row: Row, scores: Mapping[str, float]) -> int | None:
        """The number that these scores give in the row's channel."""
        if row.channel not in self._of:
            self._of[row.channel] = self.version.scorecard.for_channel(row.channel)
        return value_of(scores, self._of[row.channel])
