"""One line of a guideline, a phrase or a pattern, ready to be held against greetings."""

from abc import ABC, abstractmethod
from functools import lru_cache
from typing import Any

from coaching.engine.guidelines.automaton import Arcs
from coaching.engine.guidelines.greeting import Greeting
from coaching.engine.guidelines.guideline import Guideline
from coaching.engine.guidelines.labels import NEAR, NOTHING, SAME
from coaching.engine.guidelines.pattern import PatternError, arcs_of, parse_pattern
from coaching.engine.guidelines.pieces import Chain, Gap, Needs, Piece, Step
from coaching.engine.guidelines.slips import slips_forgiven
from coaching.engine.guidelines.words import words_in, words_of
from coaching.engine.text import Span

WORDS_BETWEEN = 1  # so many others between two words of a near-phrase
_KEPT = 32_768


class Line(ABC):
    """What is looked for. `needs` are sets of labels: a greeting that meets the line meets one of each."""

    needs: Needs

    @property
    @abstractmethod
    def labels(self) -> frozenset[str]:
        """All labels that it looks for."""

    @abstractmethod
    def spans_in(self, greeting: Greeting) -> list[Span]:
        """Where a greeting that has all it needs meets it, in order and each once; nowhere is an empty list."""

    @abstractmethod
    def as_json(self) -> list[Any]:
        """For the device's script: see `static/js/bounds.js`."""


class RunLine(Line):
    """Words that stand together."""

    def __init__(self, piece: Piece) -> None:
        self.needs = piece.needs()
        self._arcs: Arcs = arcs_of(piece)

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(label for leading in self._arcs for _, label in leading) - {NOTHING}

    def spans_in(self, greeting: Greeting) -> list[Span]:
        return greeting.spans_of(self._arcs)

    def as_json(self) -> list[Any]:
        return [[list(arc) for arc in leading] for leading in self._arcs]


class WordsLine(Line):
    """Words that stand anywhere, but all of them."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self.needs = [frozenset([SAME + word]) for word in self._words]

    @property
    def labels(self) -> frozenset[str]:
        return frozenset().union(*self.needs)

    def spans_in(self, greeting: Greeting) -> list[Span]:
        return sorted(greeting.first_span(SAME + word) for word in self._words)

    def as_json(self) -> list[Any]:
        return list(self._words)


@lru_cache(maxsize=_KEPT)
def line_of(match: str, phrase: str) -> Line | None:
    """A line of a guideline that looks in this way, or None if nothing can ever meet it."""
    if match == "words":
        words = words_of(phrase)
        return WordsLine(words) if words else None
    piece = piece_of(match, phrase)
    return RunLine(piece) if piece else None


def piece_of(match: str, phrase: str) -> Piece | None:
    """The pieces of a phrase, near-phrase or pattern; none of one without words or that cannot be read."""
    if match == "pattern":
        try:
            return parse_pattern(phrase)
        except PatternError:
            return None
    steps = [_step(match, word, phrase[start:end]) for word, (start, end) in words_in(phrase)]
    return Chain(tuple(_with_gaps(steps) if match == "near" else steps)) if steps else None


def compiled(guideline: Guideline) -> list[Any]:
    """A guideline's lines as JSON, so that the device's script has to know neither words nor patterns.

    A line of "words" is a list of words. Any other is a list of states, each a list of arcs: to which state, reading
    which label. The first state opens, the last is where all lead.
    """
    lines = (line_of(guideline.match, phrase) for phrase in guideline.phrases)
    return [line.as_json() for line in lines if line]


def _step(match: str, word: str, typed: str) -> Step:
    is_forgiving = match == "near" and slips_forgiven(word)
    return Step((NEAR if is_forgiving else SAME) + word, typed)


def _with_gaps(steps: list[Step]) -> list[Piece]:
    apart: list[Piece] = []
    for step in steps:
        apart += [Gap(WORDS_BETWEEN), step]
    return apart[1:]
