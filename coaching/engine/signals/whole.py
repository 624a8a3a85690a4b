"""From the words that give something away to the whole sentence that says it, or the clause where it never ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from coaching.engine.matchers import spans_of
from coaching.engine.text import Reading, Span, Spans

_MORE = 7  # words that may follow: enough for what was done, to whom and when
_JOINTS = frozenset(":.-")
_LONG = 25  # words of one sentence: more is dictated, and nobody would underline it all


def sentences_with(spans: Iterable[Span], reading: Reading) -> Spans:
    """Spans of the sentences in which the spans stand, each once."""
    numbers = {reading.sentences[bisect_right(reading.starts, start) - 1] for start, _ in spans}
    return tuple(reading.sentence_span(number) for number in sorted(numbers))


def narrowed(spans: Iterable[Span], keys: Spans, reading: Reading) -> Spans:
    """The spans, but of those that run on without a full stop only the clauses that hold one of the keys."""
    return tuple(piece for span in spans for piece in _pieces(span, keys, reading))


def said_out(spans: Iterable[Span], reading: Reading, others: Spans = ()) -> Spans:
    """The spans with what their clause goes on to say: "I'll ring" becomes "I'll ring the depot myself".

    Where one of the `others` starts, something else is said.
    """
    stops = frozenset(start for start, _ in others)
    return spans_of(_said_out(span, reading, stops) for span in spans)


def _said_out(span: Span, reading: Reading, stops: frozenset[int]) -> Span:
    first = bisect_right(reading.starts, span[0]) - 1
    if first and reading.ends[first - 1] == reading.starts[first]:
        first -= 1  # "isn't" is two words, and nobody underlines half of it
    last = bisect_left(reading.starts, span[1]) - 1
    limit = min(last + _MORE, len(reading.words) - 1)
    while last < limit and reading.starts[last + 1] not in stops and _goes_on(reading, last):
        last += 1
    return reading.starts[first], max(span[1], reading.ends[last])


def _goes_on(reading: Reading, last: int) -> bool:
    """Whether the next word belongs to the same clause, or to the same time or number: "07:10"."""
    between = reading.folded[reading.ends[last] : reading.starts[last + 1]]
    if reading.clauses[last + 1] != reading.clauses[last]:
        return between in _JOINTS
    return between.isascii()  # an emoji is a pause


def _pieces(span: Span, keys: Spans, reading: Reading) -> Iterator[Span]:
    first, after = bisect_left(reading.starts, span[0]), bisect_left(reading.starts, span[1])
    if after - first <= _LONG:
        yield span
        return
    held = {reading.clauses[bisect_right(reading.starts, start) - 1] for start, _ in keys}
    for clause, places in groupby(range(first, after), key=reading.clauses.__getitem__):
        if clause in held:
            words = list(places)
            yield reading.span(words[0], words[-1] + 1)


def run_of_words(reading: Reading, after: int, most: int) -> int:
    """The word from which on nothing stands between the words as far as this one, at most so many back."""
    start = after
    while start > max(0, after - most) and not reading.folded[reading.ends[start - 1] : reading.starts[start]].strip():
        start -= 1
    return start
