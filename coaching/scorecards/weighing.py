"""Encounters weighed by a scorecard that nobody published yet: the numbers that scoring again would give, and nothing stored."""

from collections.abc import Mapping
from functools import lru_cache

from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_from_json
from coaching.engine.facts import EncounterFacts, SpeedTargets
from coaching.engine.finding import Finding
from coaching.engine.practices import BY_KEY
from coaching.engine.scoring import Score, Scorecard, score, value_of
from coaching.rescoring.by_scorecard import SPEED
from coaching.rescoring.rereading import with_finding
from coaching.scorecards.models import pinned_version
from coaching.scorecards.sampling import Sampled
from interactions.models import Channel


class Weighing:
    """A draft, put together once for each channel.

    What is stored about an encounter holds but for its times, which are judged again where the targets are others than those
    of the scorecard that it is pinned to.
    """

    def __init__(self, scorecard: Scorecard) -> None:
        self.scorecard = scorecard
        self._of = {channel.value: scorecard.for_channel(channel) for channel in Channel}
        self._new_targets = lru_cache(self._targets_unless_as_in)

    def value(self, row: Sampled) -> int | None:
        """The number alone, as it would be."""
        scores: Mapping[str, float] = row.scores
        targets = self._new_targets(row.channel, row.pinned_to)
        if targets and (row.waited is not None or row.took is not None):
            scores = with_finding(scores, _speed(row.waited, row.took, targets))
        return value_of(scores, self._of[row.channel])

    def score(self, assessment: Assessment) -> Score:
        """The number and its making, as they would be."""
        encounter = assessment.encounter
        waited, took = encounter.wait_seconds, encounter.handling_seconds
        findings = [finding_from_json(stored) for stored in assessment.findings]
        targets = self._new_targets(encounter.channel, assessment.scorecard_version_id)
        if targets and (waited is not None or took is not None):
            again = _speed(waited, took, targets)
            findings = [again if finding.practice == SPEED else finding for finding in findings]
        return score(findings, self._of[encounter.channel])

    def _targets_unless_as_in(self, channel: str, version: int) -> SpeedTargets | None:
        targets = self.scorecard.targets(channel)
        pinned = pinned_version(version).scorecard.targets(channel)
        return None if targets == pinned else targets


def score_as_stored(assessment: Assessment) -> Score:
    """The number and its making, as they are."""
    scorecard = pinned_version(assessment.scorecard_version_id).scorecard
    findings = [finding_from_json(stored) for stored in assessment.findings]
    return score(findings, scorecard.for_channel(assessment.encounter.channel))


def _speed(waited: int | None, took: int | None, targets: SpeedTargets) -> Finding:
    return BY_KEY[SPEED].judge(EncounterFacts(wait_seconds=waited, handling_seconds=took, targets=targets))
