"""The catalogue as a document: `docs/practices.md`, written by `manage.py write_practices_docs`."""

from collections.abc import Iterator

from django.utils import translation

from coaching.catalogue.cards import ExampleCard, PhaseCard, PracticeCard, phases
from coaching.engine.scoring import DEFAULT_SCORECARD, MOST_BONUS

_INTRODUCTION = f"""\
# The practices

*Written by `manage.py write_practices_docs` from `coaching/engine/practices/`; a test keeps it current.
Change a practice there, not here. Weights are the shipped scorecard's.*

Every practice answers 100 (shown), 50 (part of the way), 0 (missed), or is not judged, and then leaves the
denominator. The score is the sum of answer times weight over the sum of weights, rounded half up. Bonus
practices add at most {MOST_BONUS} points. A critical practice under 50 caps the encounter at
{DEFAULT_SCORECARD.critical_cap}. With fewer than {DEFAULT_SCORECARD.minimum_judged} judged practices there is
no score. Evidence is **bold**."""


def as_markdown() -> str:
    """The whole document, in English."""
    with translation.override("en"):
        blocks = [_INTRODUCTION, *(block for phase in phases(DEFAULT_SCORECARD) for block in _phase(phase))]
    return "\n\n".join(blocks) + "\n"


def _phase(phase: PhaseCard) -> Iterator[str]:
    yield f"## {phase.name}\n\n{phase.about}"
    for practice in phase.practices:
        yield from _practice(practice)


def _practice(practice: PracticeCard) -> Iterator[str]:
    yield f"### {practice.name}"
    yield f"`{practice.key}` · {_weight(practice)} · from *{practice.source}*"
    yield f"{practice.what} {practice.why}"
    yield f"**How it is scored.** {practice.how_scored}"
    yield f"**Try:** {practice.try_saying}"
    yield _list("Shown in:", practice.whole)
    yield from (_list(title, examples) for title, examples in _others(practice) if examples)


def _others(practice: PracticeCard) -> list[tuple[str, list[ExampleCard]]]:
    return [("Part of the way, or missed:", practice.partly), ("Close, but something else:", practice.misses)]


def _weight(practice: PracticeCard) -> str:
    if practice.is_bonus:
        return f"bonus, up to {practice.weight}"
    return f"weight {practice.weight}" + (", critical" if practice.is_critical else "")


def _list(title: str, examples: list[ExampleCard]) -> str:
    return "\n".join([title, "", *(_line(example) for example in examples)])


def _line(example: ExampleCard) -> str:
    words = "".join(f"**{segment.text}**" if segment.tone else segment.text for segment in example.segments)
    return f"- {words}" + (f" ({example.score})" if example.score else "")
