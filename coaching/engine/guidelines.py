"""Greeting guidelines: what administrators call in bounds and out of bounds, and how a greeting is held
against them.

Case, quotes, apostrophes, punctuation and spaces do not count: "It's Ada here!" meets "its ada here". Scripts
that write no spaces are compared sign by sign.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from coaching.engine.text import MARKS, Span, Spans, fold

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af"
SIGNS = "\u2190-\u2bff\U0001f000-\U0001faff"
# One sign of an unspaced script, a run of letters with its marks and inner apostrophes, or one emoji-like
# sign.
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}](?:[^\W_{UNSPACED}]|[{MARKS}])*(?:'[^\W_{UNSPACED}]+)*|[{SIGNS}]")
_CLOSING_APOSTROPHES = str.maketrans("", "", "'")


@dataclass(frozen=True, slots=True)
class Guideline:
    """One guideline that holds for this greeting's team, channel and day.

    Args:
        id: names it in findings (the database's id as text).
        bounds: "in" or "out".
        strength: "encouraged" or "required" when in bounds; "avoid" or "never" when out of bounds.
        match: "phrase" (the words in this order, beside each other) or "words" (all of them, anywhere in the
        greeting).
        phrases: one or more alternatives, any of which matches.
        title: what the administrator calls it.
        reason, suggestion: said to the person when it matters.
    """

    id: str
    bounds: str
    strength: str
    match: str
    phrases: tuple[str, ...]
    title: str = ""
    reason: str = ""
    suggestion: str = ""

    @property
    def is_out_of_bounds(self) -> bool:
        return self.bounds == "out"

    @property
    def is_required(self) -> bool:
        return self.bounds == "in" and self.strength == "required"


@dataclass(frozen=True, slots=True)
class GuidelineMatch:
    """Where a guideline was met: spans are (start, end) in code points of the greeting."""

    guideline: Guideline
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GuidelineVerdict:
    """A greeting held against all guidelines. `never` ones stand before those to `avoid`."""

    out_of_bounds: tuple[GuidelineMatch, ...]
    met: tuple[GuidelineMatch, ...]
    missing: tuple[Guideline, ...]  # required and not met

    @property
    def is_in_bounds(self) -> bool:
        """Nothing out of bounds and nothing required missing."""
        return not self.out_of_bounds and not self.missing


def check_greeting(text: str, guidelines: Iterable[Guideline]) -> list[GuidelineMatch]:
    """The guidelines that the greeting meets, in or out of bounds, with where. Order is kept."""
    guidelines = tuple(guidelines)
    if not guidelines:
        return []
    greeting = _Greeting(text)
    matches = (GuidelineMatch(guideline, greeting.meets(guideline)) for guideline in guidelines)
    return [match for match in matches if match.spans]


def verdict(text: str, guidelines: Iterable[Guideline]) -> GuidelineVerdict:
    """What is out of bounds, what is met, and what is required but missing."""
    guidelines = tuple(guidelines)
    matches = check_greeting(text, guidelines)
    met_ids = {match.guideline.id for match in matches}
    out = sorted((match for match in matches if match.guideline.is_out_of_bounds), key=_severity)
    return GuidelineVerdict(
        out_of_bounds=tuple(out),
        met=tuple(match for match in matches if not match.guideline.is_out_of_bounds),
        missing=tuple(rule for rule in guidelines if rule.is_required and rule.id not in met_ids),
    )


def words_of(phrase: str) -> tuple[str, ...]:
    """The words that count in a phrase; empty for one of only punctuation, which can never match."""
    return tuple(word for word, _ in _words(phrase))


class _Greeting:
    """A greeting cut into words once, for any number of guidelines."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self.words = [word for word, _ in words]
        self.spans = [span for _, span in words]
        self.places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            self.places.setdefault(word, []).append(index)

    def meets(self, guideline: Guideline) -> Spans:
        find = self._phrase if guideline.match == "phrase" else self._all_words
        found = (find(words) for words in _compiled(guideline.phrases))
        return tuple(sorted({span for spans in found for span in spans}))

    def _phrase(self, words: tuple[str, ...]) -> list[Span]:
        length = len(words)
        starts = (at for at in self.places.get(words[0], ()) if tuple(self.words[at : at + length]) == words)
        return [(self.spans[at][0], self.spans[at + length - 1][1]) for at in starts]

    def _all_words(self, words: tuple[str, ...]) -> list[Span]:
        if not all(word in self.places for word in words):
            return []
        return [self.spans[self.places[word][0]] for word in dict.fromkeys(words)]


@lru_cache(maxsize=8192)
def _compiled(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(words for phrase in phrases if (words := words_of(phrase)))


def _words(text: str) -> list[tuple[str, Span]]:
    found = _WORD.finditer(fold(text))
    return [(match[0].translate(_CLOSING_APOSTROPHES), match.span()) for match in found]


def _severity(match: GuidelineMatch) -> int:
    return 0 if match.guideline.strength == "never" else 1
