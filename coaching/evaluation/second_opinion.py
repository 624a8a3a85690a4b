"""A second opinion on what a signal found: small linear weights over words, on top of the rule's own verdict.

A logistic model whose offset is how far the rule alone can be trusted, found or not, and whose terms are runs of
one to three words of a sentence. On words it has never seen the rule decides. It may drop what the rule found
and may find what the rule passed over, but never without the words that moved it: those become the evidence.

It is measured and not used in scoring: see docs/decisions/0009-second-opinions.md. The weights lie in `weights/`,
each file with where it was learnt and how well it did there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coaching.engine.signals.registry import Detector
from coaching.engine.text import Reading, Span, Spans, read

LONGEST_TERM = 3
START, ASKED = "^", "?"  # of a sentence, as if they were words
FOLDER = Path(__file__).with_name("weights")


@dataclass(frozen=True, slots=True)
class Weights:
    """What one signal's second opinion is made of, all in log odds.

    Args:
        found: trust in the rule where it found something.
        passed_over: the same where it found nothing, below 0.
        terms: for each run of words what it adds, once a text.
    """

    found: float
    passed_over: float
    terms: Mapping[str, float]


def with_second_opinion(label: str, detect: Detector) -> Detector:
    """The detector with a second opinion on what it finds, where its label has one."""
    weights = weights_of(label)
    return detect if weights is None else lambda said: weigh(weights, read(said.text), detect(said))


def weigh(weights: Weights, reading: Reading, found: Spans) -> Spans:
    """What stands after the second opinion: the rule's spans, the words that moved the weights, or nothing."""
    places = terms(reading)
    if odds_of(weights, places, is_found=bool(found)) <= 0:
        return ()
    if found:
        return found
    moved = [(weights.terms[term], words) for term, words in places.items() if weights.terms.get(term, 0) > 0]
    return (_what_moved(reading, moved),)


def odds_of(weights: Weights, known_by: Iterable[str], *, is_found: bool) -> float:
    """Log odds that a thing is so, from the rule's verdict and the terms of a text."""
    rule = weights.found if is_found else weights.passed_over
    return rule + sum(weights.terms[term] for term in known_by if term in weights.terms)


def terms(reading: Reading) -> dict[str, Span]:
    """Every run of one to three words of a sentence, with the words where it stands first."""
    places: dict[str, Span] = {}
    for term, words in _runs(reading):
        places.setdefault(term, words)
    return places


@cache
def weights_of(label: str) -> Weights | None:
    """The weights of a label, read once; None where it has none."""
    file = FOLDER / f"{label}.json"
    if not file.exists():
        return None
    kept = json.loads(file.read_text("utf-8"))
    return Weights(kept["found"], kept["passed_over"], kept["terms"])


def _runs(reading: Reading) -> Iterator[tuple[str, Span]]:
    for sentence, (first, after) in enumerate(reading.bounds):
        words = [START, *reading.words[first:after], *([ASKED] if sentence in reading.questions else [])]
        for start in range(len(words)):
            for end in range(start + 1, min(start + LONGEST_TERM, len(words)) + 1):
                span = max(first, first + start - 1), min(after, first + end - 1)
                if span[0] < span[1]:
                    yield " ".join(words[start:end]), span


def _what_moved(reading: Reading, moved: list[tuple[float, Span]]) -> Span:
    """The words of the term that weighed most, and of those beside it."""
    first, after = max(moved)[1]
    for _, (start, end) in sorted(moved, key=lambda pair: pair[1]):
        if start <= after and end >= first and reading.sentences[start] == reading.sentences[first]:
            first, after = min(first, start), max(after, end)
    return reading.span(first, after)
