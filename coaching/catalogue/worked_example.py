"""One encounter, scored by the engine while you look: how findings and weights become a number."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from coaching.encounters.feedback import reason_of
from coaching.encounters.marking import Mark, Segment, segments_of
from coaching.engine.assess import assess
from coaching.engine.facts import EncounterFacts
from coaching.engine.practices import BY_KEY
from coaching.engine.rounding import round_half_up
from coaching.engine.scoring import Part, Scorecard

FACTS = EncounterFacts(
    channel="face",
    state_before="rushed",
    reset_taken=False,
    customer_name="Maria",
    greeting="Morning Maria! Did the lake freeze over in the end?",
    closing="Have a good day.",
    outcome="sorted",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One judged practice: its score times its weight."""

    key: str
    name: str
    reason: str
    score: str
    weight: str
    product: str


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """`total` sums the products, `weights` the weights; `value` is "" where the scorecard asks for more."""

    greeting: list[Segment]
    closing: list[Segment]
    lines: list[Line]
    total: str
    weights: str
    value: str
    left_out: int


def worked_example(scorecard: Scorecard) -> WorkedExample:
    """Score the example by this scorecard."""
    result = assess(FACTS, scorecard)
    counted = [part for part in result.score.parts if part.counts and not part.is_bonus]
    value = result.score.value
    return WorkedExample(
        greeting=_segments("greeting", counted),
        closing=_segments("closing", counted),
        lines=[_line(part) for part in counted],
        total=_whole(sum((_product(part) for part in counted), Fraction(0))),
        weights=str(sum(part.weight for part in counted)),
        value="" if value is None else str(value),
        left_out=len(result.findings) - len(counted),
    )


def _line(part: Part) -> Line:
    return Line(
        key=part.practice,
        name=_(BY_KEY[part.practice].name),
        reason=reason_of(part.finding),
        score=_whole(Fraction(part.score or 0)),
        weight=str(part.weight),
        product=_whole(_product(part)),
    )


def _segments(field: str, parts: list[Part]) -> list[Segment]:
    marks = [
        Mark(mark.start, mark.end, "well" if part.score == 100 else "try")
        for part in parts
        for mark in part.finding.evidence
        if mark.field == field and mark.start is not None and mark.end is not None
    ]
    return segments_of(getattr(FACTS, field), marks)


def _product(part: Part) -> Fraction:
    return Fraction(part.score or 0) * part.weight


def _whole(value: Fraction) -> str:
    return f"{round_half_up(value):,}"
