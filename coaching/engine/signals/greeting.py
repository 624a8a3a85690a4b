"""A hello of any kind: "good morning", "hi there", "welcome back", or saying who one is."""

from coaching.engine.matchers import Phrases, signal, spans_of
from coaching.engine.text import Reading, Spans, read

_HELLOS = Phrases(
    "hello|hi|hey there?",
    "howdy",
    "good? morning|afternoon|evening",
    "good day to you",
    "welcome back?",
    "greetings",
    "(lovely|nice|good|great) to (see|meet|hear from) you",
    "how are you",
    "how are you doing",
    "how you doing",
    "how do you do",
)
_NOT_HELLOS = Phrases(
    "hey thanks|thank|what|wait|you|i|that|it|look|listen|no",
    "morning|afternoon|evening call|delivery|shift|flight|train|slot|appointment|visit|post|class|meeting",
    plain=True,
)
_INTRODUCTIONS = Phrases("my name is *", "this is *", "i am *")
_BEFORE_A_TIME = frozenset(
    "this the tomorrow every yesterday your a an all that great nice lovely pleasant wonderful in early late have"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
_TIMES = frozenset({"morning", "afternoon", "evening"})
_OPENING_WORDS = 8  # a hello stands at the start
_BEFORE_A_HELLO = 5  # "thank you for calling good morning": words that may run into it
_INTRODUCTION_WORDS = 6  # "I'm Rosa in Leeds", and no story behind it


@signal
def greeting(text: str) -> Spans:
    """Spans of a hello that opens the text; not "this morning", "you're welcome"."""
    reading = read(text)
    hellos = [pair for pair in _HELLOS.find_words(reading) if _opens(reading, pair[0])]
    names = [pair for pair in _INTRODUCTIONS.find_words(reading) if _is_introduction(reading, *pair)]
    if hellos:
        false_starts = {first for first, _ in _NOT_HELLOS.find_words(reading)}
        hellos = [pair for pair in hellos if pair[0] not in false_starts and not _is_no_hello(reading.words, *pair)]
    return spans_of(reading.span(first, after) for first, after in hellos + names)


def _opens(reading: Reading, first: int) -> bool:
    """Whether it stands at the start of the text, and near the start of its own clause."""
    return first < _OPENING_WORDS and first - reading.clauses.index(reading.clauses[first]) < _BEFORE_A_HELLO


def _is_no_hello(words: tuple[str, ...], first: int, after: int) -> bool:
    """ "this morning" tells a time, "you're welcome" answers thanks, and after "bye" nobody says hello."""
    before = words[first - 1] if first else ""
    if words[after - 1] in _TIMES:
        return before in _BEFORE_A_TIME
    if words[first] == "welcome":
        return before in ("are", "your", "very", "most", "more")
    return "bye" in words[:first]


def _is_introduction(reading: Reading, first: int, after: int) -> bool:
    """A name with its capital in a short sentence that opens the text: "this is Lena", "I'm Rosa in Leeds"."""
    start, end = reading.bounds[reading.sentences[first]]
    is_short = end - start <= _INTRODUCTION_WORDS and first < _OPENING_WORDS and not reading.text.isupper()
    return is_short and reading.clauses[first] == reading.clauses[after - 1] and reading.typed(after - 1)[0].isupper()
