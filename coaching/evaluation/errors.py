"""The worst errors: what was found wrongly, with the words that misled, and what was missed."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.engine.text import Spans
from coaching.evaluation.detecting import Outcome
from coaching.evaluation.evidence import marked


@dataclass(frozen=True, slots=True)
class Error:
    """One wrong answer. Marked is what misled the engine or, in what it missed, what people marked."""

    id: str
    line: int
    is_missed: bool
    text: str


def worst(outcomes: Iterable[Outcome], most: int) -> list[Error]:
    """Up to `most` errors of each kind.

    The worst things found wrongly are those with most evidence; the worst missed are those where people marked
    most, and then the shortest, which say little else.
    """
    wrong = [outcome for outcome in outcomes if outcome.is_so != outcome.is_found]
    found = sorted((each for each in wrong if each.is_found), key=lambda each: -_length(each.found))
    missed = sorted((each for each in wrong if each.is_so), key=lambda each: (-_length(_gold(each)), _letters(each)))
    return [_error(outcome) for outcome in (*found[:most], *missed[:most])]


def _error(outcome: Outcome) -> Error:
    spans = _gold(outcome) if outcome.is_so else outcome.found
    texts = [(said.text, found) for said, found in zip(outcome.row.said, spans, strict=True)]
    telling = [pair for pair in texts if pair[1]] or texts
    text = " / ".join(marked(*pair) for pair in telling)
    return Error(outcome.row.id, outcome.row.line, outcome.is_so, text)


def _gold(outcome: Outcome) -> tuple[Spans, ...]:
    """The evidence that people marked, text by text: only single texts have any."""
    return (outcome.row.spans.get(outcome.label, ()), *((),) * (len(outcome.row.said) - 1))[: len(outcome.row.said)]


def _length(found: Iterable[Spans]) -> int:
    return sum(end - start for spans in found for start, end in spans)


def _letters(outcome: Outcome) -> int:
    return sum(len(said.text) for said in outcome.row.said)
