"""From the words that give something away to the whole sentence that says it."""

from bisect import bisect_right
from collections.abc import Iterable

from coaching.engine.text import Reading, Span, Spans


def sentences_with(spans: Iterable[Span], reading: Reading) -> Spans:
    """Spans of the sentences in which the spans stand, each once."""
    numbers = {reading.sentences[bisect_right(reading.starts, start) - 1] for start, _ in spans}
    return tuple(reading.sentence_span(number) for number in sorted(numbers))
