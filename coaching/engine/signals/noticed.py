"""Something seen or heard in the moment: "love that scarf", "you've got your hands full"."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.signals.words import BUSINESS_WORDS, EMPTY_WORDS
from coaching.engine.text import Reading, Spans, read

_NOTICES = Phrases(
    "love|adore the|that|those|your|these *",
    "i like that|those|your|these *",
    "love|adore that|those|your * * *?",
    "what a|an lovely|beautiful|gorgeous|great|cute|handsome|fantastic|brilliant|nice|amazing|cool *",
    "i see you|your have|are|brought|got|like|need",
    "you have|are got|carrying|wearing|brought your|a|the|quite *",
    "hands full",
    "how is|was|were|are|did|goes the|your|that|those|he|she|they|little? *",
    "how is|was|were|are *",
    "someone|somebody is|looks *",
    "looks like you have|are|had|came|got",
    "you look|sound like|as",
    "nice|great|cool|lovely|gorgeous|beautiful hat|bag|shirt|jersey|tattoo|hair|earrings|nails"
    "|shoes|jumper|scarf|coat|dress|car|bike"
    "|tie|glasses|boots|necklace|accent|trainers|choice",
    plain=True,
)


@signal
def noticed(text: str) -> Spans:
    """Spans that name something noticed about this person."""
    reading = read(text)
    found = _NOTICES.find_words(reading)
    return tuple(reading.span(first, after) for first, after in found if _names_something(reading, first, after))


def _names_something(reading: Reading, first: int, after: int) -> bool:
    last = reading.words[after - 1]
    return last in ("full", "have", "are", "like", "as") or (last not in EMPTY_WORDS and last not in BUSINESS_WORDS)
