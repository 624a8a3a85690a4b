"""What a person reads after logging: their words with the evidence, what landed, one thing to try, how it was made."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_from_json
from coaching.encounters.marking import Mark, Segment, segments_of
from coaching.engine.assess import Assessment as EngineAssessment
from coaching.engine.assess import best_next, landed
from coaching.engine.finding import Finding
from coaching.engine.practices import BY_KEY
from coaching.engine.rounding import round_half_up
from coaching.engine.scoring import Part as EnginePart
from coaching.engine.scoring import Score, score
from interactions.models import Encounter


@dataclass(frozen=True, slots=True)
class Said:
    """One of the four texts, cut where its evidence begins and ends."""

    label: str
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Landed:
    """A practice that was shown; `number` is None where an answer, not words of theirs, shows it."""

    number: int | None
    key: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class TryNext:
    key: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """One judged practice's share of the number."""

    key: str
    name: str
    score: str
    weight: str
    reason: str
    quotes: list[str]
    repeats: list[str]  # public ids of the encounters whose words it repeats
    is_bonus: bool


@dataclass(frozen=True, slots=True)
class NotJudged:
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Feedback:
    said: list[Said]
    landed: list[Landed]  # shown by words, in reading order
    also: list[Landed]  # shown by answers
    try_next: TryNext | None
    score: Score
    parts: list[Part]
    not_judged: list[NotJudged]

    @property
    def judged(self) -> int:
        return len(self.parts)


def feedback_of(encounter: Encounter, assessment: Assessment, *, is_mine: bool) -> Feedback:
    """Read a stored assessment with the scorecard that it was made with, for the person or for somebody else."""
    scorecard = assessment.scorecard_version.scorecard.for_channel(encounter.channel)
    findings = tuple(finding_from_json(stored) for stored in assessment.findings)
    result = EngineAssessment(findings, score(findings, scorecard))
    to_try = best_next(result, scorecard)
    shown = [result.finding(practice.key) for practice in landed(result)]
    numbers = _numbers(shown)
    marks = _marks_by_field(shown, numbers, result.finding(to_try.key) if to_try else None)
    all_landed = [_landed(finding, numbers) for finding in shown]
    return Feedback(
        said=_said(encounter, _labels(is_mine), marks),
        landed=sorted((one for one in all_landed if one.number), key=lambda one: one.number or 0),
        also=[one for one in all_landed if not one.number],
        try_next=TryNext(to_try.key, _(to_try.try_saying), _(to_try.why)) if to_try else None,
        score=result.score,
        parts=[_part(part) for part in result.score.parts if part.counts],
        not_judged=[_not_judged(finding) for finding in findings if not finding.is_judged],
    )


def reason_of(finding: Finding) -> str:
    """Why, in the reader's language."""
    return _(finding.reason) % dict(finding.details) if finding.details else _(finding.reason)


def _numbers(shown: list[Finding]) -> dict[str, int]:
    """practice -> its number, counted as its first words are met in reading order."""
    first_words = {
        finding.practice: min(
            (Encounter.WORDS.index(mark.field), mark.start) for mark in finding.evidence if mark.start is not None
        )
        for finding in shown
        if any(mark.is_words for mark in finding.evidence)
    }
    return {practice: number for number, practice in enumerate(sorted(first_words, key=first_words.__getitem__), 1)}


def _said(encounter: Encounter, labels: dict[str, str], marks: dict[str, list[Mark]]) -> list[Said]:
    return [
        Said(labels[name], segments_of(text, marks[name]))
        for name in Encounter.WORDS
        if (text := getattr(encounter, name))
    ]


def _marks_by_field(shown: list[Finding], numbers: dict[str, int], to_try: Finding | None) -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = {name: [] for name in Encounter.WORDS}
    for finding in shown:
        for name, mark in _marks(finding, "well", numbers.get(finding.practice)):
            marks[name].append(mark)
    for name, mark in _marks(to_try, "try", None) if to_try else []:
        marks[name].append(mark)
    return marks


def _marks(finding: Finding, tone: str, number: int | None) -> list[tuple[str, Mark]]:
    return [
        (mark.field, Mark(mark.start, mark.end, tone, number))
        for mark in finding.evidence
        if mark.field in Encounter.WORDS and mark.start is not None and mark.end is not None
    ]


def _labels(is_mine: bool) -> dict[str, str]:
    if is_mine:
        said = (_("You said first"), _("You answered"), _("What you did"), _("You said goodbye"))
    else:
        said = (_("Said first"), _("Answered"), _("Did about it"), _("Said goodbye"))
    return dict(zip(Encounter.WORDS, said, strict=True))


def _landed(finding: Finding, numbers: dict[str, int]) -> Landed:
    practice = BY_KEY[finding.practice]
    return Landed(numbers.get(finding.practice), practice.key, _(practice.landed), reason_of(finding))


def _part(part: EnginePart) -> Part:
    practice = BY_KEY[part.practice]
    return Part(
        key=practice.key,
        name=_(practice.name),
        score=str(round_half_up(Fraction(part.score or 0))),
        weight=str(part.weight),
        reason=reason_of(part.finding),
        quotes=[mark.text for mark in part.finding.evidence if mark.is_words],
        repeats=[mark.ref for mark in part.finding.evidence if mark.ref],
        is_bonus=part.is_bonus,
    )


def _not_judged(finding: Finding) -> NotJudged:
    return NotJudged(_(BY_KEY[finding.practice].name), reason_of(finding))
