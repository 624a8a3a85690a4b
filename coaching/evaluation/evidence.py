"""Whether the words that decided are the words that people marked, and both made visible."""

import re
from collections.abc import Iterable

from coaching.engine.matchers import spans_of
from coaching.engine.text import Spans
from coaching.evaluation.counting import f1
from coaching.evaluation.detecting import Outcome

_TOKEN = re.compile(r"\S+")


def token_f1(outcomes: Iterable[Outcome]) -> float | None:
    """F1 over the words of all rows that have the label and its evidence marked by people.

    A word counts as evidence when any of it lies in a span. None where nobody marked evidence.
    """
    right = wrong = missed = 0
    for outcome in outcomes:
        marked = outcome.row.spans.get(outcome.label, ())
        if marked and outcome.is_so:
            people, engine = (_tokens(outcome.row.said[0].text, spans) for spans in (marked, outcome.found[0]))
            right += len(people & engine)
            wrong += len(engine - people)
            missed += len(people - engine)
    return f1(right, wrong, missed) if right + missed else None


def marked(text: str, spans: Spans) -> str:
    """The text in one line, the evidence in [[double brackets]]."""
    pieces, last = [], 0
    for start, end in spans_of(spans):
        pieces += [text[last:start], "[[", text[start:end], "]]"]
        last = end
    return _in_one_line("".join([*pieces, text[last:]]))


def _tokens(text: str, spans: Spans) -> set[int]:
    """Where the words start that lie in any of the spans."""
    words = [match.span() for match in _TOKEN.finditer(text)]
    return {first for first, after in words if any(first < end and start < after for start, end in spans)}


def _in_one_line(text: str) -> str:
    """Without what would move a terminal's cursor or colour it."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
