"""Start here: facts in, every practice's finding and the score out."""

from dataclasses import dataclass

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import SHOWN, Finding
from coaching.engine.practice import Practice
from coaching.engine.practices import BY_KEY, PRACTICES
from coaching.engine.scoring import DEFAULT_SCORECARD, Part, Score, Scorecard, score

ENGINE_VERSION = "2.1"


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings of one encounter, in the catalogue's order, and its score."""

    findings: tuple[Finding, ...]
    score: Score

    def finding(self, practice: str) -> Finding:
        """The finding of one practice. KeyError for an unknown key."""
        for finding in self.findings:
            if finding.practice == practice:
                return finding
        raise KeyError(practice)


def assess(facts: EncounterFacts, scorecard: Scorecard = DEFAULT_SCORECARD) -> Assessment:
    """Ask every practice, then weigh the answers. The same facts and scorecard always give the
    same assessment."""
    findings = tuple([practice.judge(facts) for practice in PRACTICES])
    return Assessment(findings, score(findings, scorecard.for_channel(facts.channel)))


def best_next(assessment: Assessment, scorecard: Scorecard = DEFAULT_SCORECARD) -> Practice | None:
    """The practice to try next: the judged one with most to gain.

    When all judged ones are whole, a bonus practice that is not; None when nothing is left to try.
    """
    losing = [part for part in assessment.score.parts if part.counts and part.lost > 0]
    counted = [part for part in losing if not part.is_bonus] or losing
    if counted:
        return BY_KEY[max(counted, key=_gain).practice]
    return _open_bonus(assessment, scorecard)


def landed(assessment: Assessment) -> tuple[Practice, ...]:
    """The practices that were shown whole and count, the weightiest first."""
    whole = [part for part in assessment.score.parts if part.counts and part.score == SHOWN]
    return tuple(BY_KEY[part.practice] for part in sorted(whole, key=lambda part: -part.weight))


def _gain(part: Part) -> float:
    return part.weight * (SHOWN - (part.score or 0))


def _open_bonus(assessment: Assessment, scorecard: Scorecard) -> Practice | None:
    """A bonus practice not shown yet, once enough was judged to say that all is well."""
    if assessment.score.value is None:
        return None
    open_parts = (part for part in assessment.score.parts if part.is_bonus and not part.counts)
    return next((BY_KEY[part.practice] for part in open_parts if scorecard.weight(part.practice)), None)
