"""Weigh a batch again by another scorecard."""

from collections.abc import Iterable
from functools import lru_cache

from coaching.engine.facts import EncounterFacts, SpeedTargets
from coaching.engine.finding import Finding
from coaching.engine.practices import BY_KEY
from coaching.rescoring.rereading import Cards, Outcome, Reread, with_finding
from coaching.rescoring.rows import Row
from coaching.scorecards.models import ScorecardVersion

SPEED = "speed"


class ScorecardReader:
    """Weighs assessments by one scorecard, a draft or a published one; the guidelines that each is pinned to stay."""

    def __init__(self, version: ScorecardVersion) -> None:
        self._after = Cards(version)
        self._targets_before = lru_cache(_targets)

    def read(self, rows: Iterable[Row]) -> Outcome:
        weighed: list[tuple[Row, int | None]] = []
        changed: list[Reread] = []
        for row in rows:
            targets = self._after.targets(row.channel)
            if row.is_timed and targets != self._targets_before(row.scorecard_version, row.channel):
                finding = speed(row, targets)
                scores = with_finding(row.scores, finding)
                changed.append(Reread(row, finding, scores, self._after.value(row, scores)))
            else:
                weighed.append((row, self._after.value(row, row.scores)))
        return Outcome(weighed, changed, [])


def speed(row: Row, targets: SpeedTargets) -> Finding:
    """What the waiting and handling times say against these targets."""
    return BY_KEY[SPEED].judge(EncounterFacts(wait_seconds=row.waited, handling_seconds=row.took, targets=targets))


def _targets(version: int, channel: str) -> SpeedTargets:
    return ScorecardVersion.objects.get(pk=version).scorecard.targets(channel)
