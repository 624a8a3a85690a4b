"""The customer's name in somebody's words: known from the log, or standing where names stand ("Morning
Maria!")."""

import re
from functools import lru_cache
from itertools import pairwise

from coaching.engine.matchers import signal
from coaching.engine.signals.words import GENERIC_WORDS
from coaching.engine.text import MARKS, Reading, Span, Spans, fold, read

# Scripts that write no spaces, or hang endings on a name: there a name may stand inside a longer run of
# letters.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HELLOS = frozenset(
    {"hi", "hello", "hey", "morning", "afternoon", "evening", "welcome", "back", "there", "dear", "bye"}
)
_COURTESIES = frozenset({"thanks", "you", "sorry", "okay", "right", "course", "care", "day", "night", "lovely", "sure"})
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "mx", "senor", "señor", "señora", "monsieur", "madame", "herr", "frau"}
)
_BEFORE_A_NAME = _HELLOS | _COURTESIES | _TITLES
_HOUSES = frozenset(
    "surgery vets clinic dental dentist hotel helpline service services desk council bank centre center college school"
    " library pharmacy garage salon restaurant housing insurance motors support team reception line office".split()
)
_OWN_NAME = frozenset({"here", "speaking", "calling", "from", "at"})
_NAMES_THAT_ARE_WORDS = frozenset(
    "will may april june hope grace faith joy mark rose ivy lily daisy amber summer autumn dawn"
    " eve art bill bob rob"
    " grant chase chance drew frank guy jack jean ray rich sue pat peg penny victor wade dean"
    " chip iris ruby sage"
    " robin holly heather olive pearl patience charity constance prudence an so do my long young park".split()
)
_NEVER_NAMES = GENERIC_WORDS | frozenset(
    """everyone team all folks both guys ladies gentlemen love darling mate buddy friend boss sunshine
    gorgeous honey sweetheart pet duck handsome young big little what's is isn't let monday tuesday wednesday
    thursday friday saturday sunday christmas easter happy merry long rough busy cold hot warm wet finally
    been did does love like enjoy hope
    remember any another bet must still""".split()
)


@lru_cache(maxsize=64)
def customer_name(text: str, name: str) -> Spans:
    """Spans of the customer's logged name, whole or the first or last of it, in any script."""
    reading = read(text)
    for part in _parts_of(name):
        spans = tuple(span for span in _occurrences(part, reading.folded) if _is_meant(reading, part, span))
        if spans:
            return spans
    return ()


@signal
def addressed_name(text: str) -> Spans:
    """Spans of a name said to somebody, seen from its capital and its place: "Hi Tom", "Mrs Patel"."""
    reading = read(text)
    if _BEFORE_A_NAME.isdisjoint(reading.words) or reading.text.isupper():
        return ()
    pairs = enumerate(pairwise(reading.words), 1)
    places = [index for index, (before, word) in pairs if before in _BEFORE_A_NAME and word not in _NEVER_NAMES]
    return tuple([reading.span(index, index + 1) for index in places if _is_addressed(reading, index)])


def name_in(text: str, name: str) -> Spans:
    """The logged name where it is said, else a name somebody is addressed by."""
    return customer_name(text, name) or addressed_name(text)


@lru_cache(maxsize=64)
def _parts_of(name: str) -> tuple[str, ...]:
    folded = fold(name).split()
    parts = [part for part in folded if len(part) > 1 or _UNSPACED.match(part)]
    whole = [" ".join(folded)] if len(parts) > 1 else []
    return tuple(part for part in (*whole, *parts) if part.rstrip(".") not in _TITLES)


def _occurrences(part: str, folded: str) -> list[Span]:
    if part not in folded:
        return []
    before, after = _edges(part)
    return [match.span() for match in re.finditer(before + re.escape(part) + after, folded)]


def _edges(part: str) -> tuple[str, str]:
    letter = rf"[\w{MARKS}]"
    before = "" if _UNSPACED.match(part[0]) else f"(?<!{letter})"
    after = "" if _UNSPACED.match(part[-1]) else f"(?!{letter})"
    return before, after


def _is_meant(reading: Reading, part: str, span: Span) -> bool:
    """Names that are also words ("May", "Will") count with a capital, and not where a question
    starts with them."""
    if part not in _NAMES_THAT_ARE_WORDS:
        return True
    typed = reading.text[span[0] : span[1]]
    return typed[0].isupper() and reading.folded[span[1] : span[1] + 2] not in (" i", " w", " y")


def _is_addressed(reading: Reading, index: int) -> bool:
    before = reading.words[index - 1]
    if before in _TITLES:
        return _is_titled(reading, index)
    if not _looks_like_a_name(reading, index) or _is_own_name(reading, index):
        return False
    return before in _HELLOS or _ends_clause(reading, index)


def _is_titled(reading: Reading, index: int) -> bool:
    """Whether a title and a name are said in one breath, and not of a house: "Dr Osei's surgery"."""
    is_whose = reading.folded.startswith("'s", reading.ends[index]) or reading.typed(index).endswith("'s")
    return reading.clauses[index] == reading.clauses[index - 1] and not is_whose


def _looks_like_a_name(reading: Reading, index: int) -> bool:
    typed = reading.typed(index)
    is_capital = typed[0].isupper() and (len(typed) == 1 or not typed.isupper())
    return is_capital and reading.sentences[index] == reading.sentences[index - 1]


def _ends_clause(reading: Reading, index: int) -> bool:
    return index + 1 == len(reading.words) or reading.clauses[index + 1] != reading.clauses[index]


def _is_own_name(reading: Reading, index: int) -> bool:
    """Whether the name is the speaker's or the house's: "hi, Tom here", "Good morning, Willow Vets"."""
    after = reading.words[index + 1] if index + 1 < len(reading.words) else ""
    return after in _OWN_NAME or after in _HOUSES
