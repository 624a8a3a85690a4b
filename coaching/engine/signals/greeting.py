"""A hello of any kind: "good morning", "hi there", "welcome back"."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_HELLOS = Phrases(
    "hello there?",
    "hi there?",
    "hey there?",
    "howdy",
    "good? morning|afternoon|evening",
    "good day to you",
    "welcome back?",
    "greetings",
    "lovely|nice|good|great to see|meet|hear you|from",
    plain=True,
)
_BEFORE_A_TIME = frozenset(
    "this the tomorrow every yesterday your a all that great nice lovely in monday tuesday wednesday thursday"
    " friday saturday sunday".split()
)
_OPENING_WORDS = 8  # a hello stands at the start


@signal
def greeting(text: str) -> Spans:
    """Spans of a hello that opens the text."""
    reading = read(text)
    opening = [(first, after) for first, after in _HELLOS.find_words(reading) if first < _OPENING_WORDS]
    return tuple(reading.span(first, after) for first, after in opening if not _is_a_time(reading.words, first))


def _is_a_time(words: tuple[str, ...], first: int) -> bool:
    """ "this morning", "in the evening" tell a time."""
    before = words[first - 1] if first else ""
    return words[first] in ("morning", "afternoon", "evening") and before in _BEFORE_A_TIME
