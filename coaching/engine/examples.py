"""The examples of a practice: evidence stands in [[double brackets]], and every example can be run."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from coaching.engine.facts import TEXT_FIELDS, EncounterFacts
from coaching.engine.finding import SHOWN, Finding
from coaching.engine.practice import Example, Practice
from coaching.engine.text import Spans, normalise

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its brackets, and where the bracketed words stand in it."""

    text: str
    spans: Spans

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in self.spans)

    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text cut at its marks, each piece with whether it is marked: for a page that
        underlines them."""
        cuts = [(0, 0), *self.spans, (len(self.text), len(self.text))]
        pieces: list[tuple[str, bool]] = []
        for (_, before), (start, end) in pairwise(cuts):
            pieces += [(self.text[before:start], False), (self.text[start:end], True)]
        return tuple(piece for piece in pieces if piece[0])


def parse(marked: str) -> Marked:
    """Take the brackets out of "[[like]] this" and remember where they stood."""
    text, spans, last = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        last = match.end()
    return Marked(text + marked[last:], tuple(spans))


def facts_of(example: Example) -> EncounterFacts:
    """The facts an example stands for. For an answer the text only tells the story; the facts
    carry the answer."""
    facts = replace(EncounterFacts(), **example.facts)
    if example.field in TEXT_FIELDS:
        said: dict[str, Any] = {example.field: normalise(parse(example.text).text)}
        return replace(facts, **said)
    return facts


def run(practice: Practice, example: Example) -> Finding:
    """What the practice finds in the example."""
    return practice.judge(facts_of(example))


def expected_score(example: Example) -> int:
    """What a `shows` example must score: 100 unless it says otherwise."""
    return SHOWN if example.score is None else example.score
