"""What an encounter scored before something was published anew, and why that was another number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_from_json
from coaching.encounters.feedback import reason_of
from coaching.engine.finding import Finding
from coaching.engine.practices import BY_KEY
from coaching.engine.scoring import Score, Scorecard, score
from coaching.rescoring.models import EarlierScore


@dataclass(frozen=True, slots=True)
class Difference:
    """One practice that gave other points then: its score and weight of then and of what replaced it."""

    name: str
    was: str
    became: str
    reason: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """One number of before. `by` says which versions made it."""

    number: int | None
    replaced_at: datetime
    by: str
    differences: list[Difference]


def earlier_of(assessment: Assessment) -> list[Earlier]:
    """The earlier scores of the same text, the newest first, each held against the one that replaced it."""
    encounter = assessment.encounter
    stored = encounter.earlier_scores.filter(revision=encounter.revision).select_related(
        "scorecard_version", "guideline_version"
    )
    findings = {finding["practice"]: finding_from_json(finding) for finding in assessment.findings}
    after = _scored(findings.values(), assessment.scorecard_version.scorecard, encounter.channel)
    told = []
    for one in stored:
        findings = {**findings, **{old["practice"]: finding_from_json(old) for old in one.findings}}
        before = _scored(findings.values(), one.scorecard_version.scorecard, encounter.channel)
        told.append(Earlier(one.score, one.replaced_at, _made_by(one), list(_differences(before, after))))
        after = before
    return told


def _scored(findings: Iterable[Finding], scorecard: Scorecard, channel: str) -> Score:
    return score(findings, scorecard.for_channel(channel))


def _differences(before: Score, after: Score) -> Iterator[Difference]:
    then = {part.practice: part for part in before.parts}
    for part in after.parts:
        was = then[part.practice]
        if (was.score, was.weight, was.is_bonus) != (part.score, part.weight, part.is_bonus):
            yield Difference(
                name=_(BY_KEY[part.practice].name),
                was=_points(was.score, was.weight),
                became=_points(part.score, part.weight),
                reason=reason_of(was.finding) if was.score != part.score else "",
            )


def _points(value: float | None, weight: int) -> str:
    if value is None:
        return _("not judged")
    return _("%(score)d, weighs %(weight)d") % {"score": round(value), "weight": weight}


def _made_by(one: EarlierScore) -> str:
    guidelines = one.guideline_version.number if one.guideline_version else "–"
    words = {"scorecard": one.scorecard_version.number, "guidelines": guidelines, "engine": one.engine_version}
    return _("scorecard %(scorecard)s · guidelines %(guidelines)s · engine %(engine)s") % words
