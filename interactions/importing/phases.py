"""Which words of the agent's are the greeting, the empathy, the resolution and the closing. By place and light cues only.

Agent's words are taken turn by turn; where the agent speaks only once or twice, as in posts, sentence by sentence.
The need is the first thing the customer says that is more than a hello.

1. Closing: at the end, from the first of the last third's words that thank, wish or say goodbye, or ask if anything is left.
   What is said after the first goodbye belongs to it; a question or a deed in between ends it.
2. Greeting: at the beginning, what greets, gives a name or offers help; before the need short words too ("yes?"). An agent who
   begins with an apology or a question is answering something that the file does not show: that is no greeting.
3. Empathy: what comes next, for as long as it acknowledges ("oh dear", "right"), feels with them, or asks; six at most.
4. Resolution: all the rest.

Labels that a file may carry (acts, flows, gold) are never looked at: they are there to measure us by.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interactions.importing.conversation import AGENT, CUSTOMER, Conversation, Turn

_MOST_EMPATHY = 6
_FEW_TURNS = 2
_SHORT = 4  # words

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W_])")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HELLOS = frozenset(
    "hello hi hiya hey good morning afternoon evening oh um uh er yes yeah there sorry right please thank you".split()
)


def _cues(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases).replace("'", "['’]?") + r")\b", re.IGNORECASE)


_GREETS = _cues(
    "hello", "hi", "hiya", "hey", "good (?:morning|afternoon|evening)", "welcome to", "my name(?:'s| is)", "speaking",
    "thank(?:s| you) for (?:calling|contacting|reaching|getting|waiting|holding)",
    "how (?:can|may|could) (?:i|we) (?:help|assist)", "what can (?:i|we) do for you", "here for you",
    "(?:happy|love|like|glad) to (?:help|assist)",
)  # fmt: skip
_FAREWELLS = _cues(
    "bye", "byebye", "goodbye", "good night", "take care", "cheers", "cheerio", "all the best", "see you", "speak soon",
    "thank(?:s| you)", "ta", "you're (?:very )?welcome", "(?:a|my) pleasure", "no problem at all",
    r"have a (?:\w+ ){0,2}(?:day|evening|night|afternoon|morning|weekend|one|time|trip)", "enjoy (?:the|your)",
    "(?:anything|something) else", "any (?:other|more|further) questions?", "glad (?:i|we) could",
    "sorry (?:i|we) couldn't",
)  # fmt: skip
_ACKNOWLEDGES = _cues(
    "sorry", "apolog(?:y|ies|ise|ize)", "oh (?:dear|no|goodness)", "i'm afraid", "unfortunately",
    "i (?:see|understand|know|hear|can imagine)", "annoying", "upset(?:ting)?", "worr(?:y|ied|ying)",
    "that's (?:odd|strange|awful|terrible|a shame|not good)", "frustrat(?:ed|ing|ion)", "concern(?:ed|s|ing)?",
    "disappoint(?:ed|ing|ment)", "not the (?:behaviou?r|experience)", "we know how", "don't want",
    "you(?:'ve| have) (?:been|had)", "so you",
)  # fmt: skip
_ASKS = re.compile(
    r"\?\s*\S*\s*$|^\W*(?:(?:okay|ok|right|sure|certainly|and|so|um|er|yes|now|well)\W+)*"
    r"(?:what|which|when|where|who|why|how|is|are|was|were|do|does|did|have|has|had|can|could|may|might|would|will)\s"
    r"(?:it|it's|this|that|there|you|your|the|they|he|she|i|we|any|somebody|someone|long|many|much)\b",
    re.IGNORECASE,
)
_ACTS = _cues(
    "(?:i|we)'ll", "(?:i|we) will", "i'm going to", "i've (?:just )?(?:put|sent|done|changed|ordered|reported|checked)",
    "i can (?:do|put|send|get|report|check|take|give|offer|change|arrange|transfer)", "we can", "let me", "let's",
    "you (?:can|need to|would need|could|should|have to|must)", "please", "kindly", "put you through", "hold the line",
    "bear with me", "just a (?:second|minute|moment)",
)  # fmt: skip
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phases:
    """The agent's words by phase, each a tuple of turns (or sentences) as they were written."""

    greeting: tuple[str, ...] = ()
    empathy: tuple[str, ...] = ()
    resolution: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


def phases_of(conversation: Conversation) -> Phases:
    """The rule above; every word of the agent's lands in exactly one phase, in its order."""
    turns = list(without_echoes(conversation.turns))
    said, opening = _said(turns)
    closing = _closing_from(said, opening)
    greeting = _greeting_until(said, opening, closing)
    empathy = _empathy_until(said, greeting, closing)
    return Phases(
        tuple(said[:greeting]), tuple(said[greeting:empathy]), tuple(said[empathy:closing]), tuple(said[closing:])
    )


def without_echoes(turns: Sequence[Turn]) -> Iterator[Turn]:
    """The turns without those that only repeat a part of the same speaker's longer one before.

    Some transcripts give a long turn whole, and then again cut at what the other side said meanwhile.
    """
    rest: dict[str, str] = {}
    for turn in turns:
        words = _plain(turn.text)
        whole = rest.get(turn.speaker, "")
        place = f" {whole} ".find(f" {words} ") if words and len(words) < len(whole) else -1
        if place >= 0:
            rest[turn.speaker] = whole[place + len(words) :].strip()
        else:
            rest[turn.speaker] = words
            yield turn


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _said(turns: list[Turn]) -> tuple[list[str], int]:
    """What the agent said, and how much of it before the customer's need."""
    need = _need_at(turns)
    before = [turn.text.strip() for turn in turns[:need] if turn.speaker == AGENT and turn.text.strip()]
    after = [turn.text.strip() for turn in turns[need:] if turn.speaker == AGENT and turn.text.strip()]
    if len(before) + len(after) > _FEW_TURNS:
        return [*before, *after], len(before)
    first = [sentence for text in before for sentence in _sentences(text)]
    return [*first, *(sentence for text in after for sentence in _sentences(text))], len(first)


def _need_at(turns: list[Turn]) -> int:
    """The place of the customer's first words beyond a hello; 0 where there are none."""
    for place, turn in enumerate(turns):
        if turn.speaker == CUSTOMER and len(_beyond_hello(turn.text)) >= _SHORT:
            return place
    return next((place for place, turn in enumerate(turns) if turn.speaker == CUSTOMER), 0)


def _beyond_hello(text: str) -> list[str]:
    return [word for word in _WORDS.findall(text.lower()) if word not in _HELLOS]


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def _closing_from(said: list[str], opening: int) -> int:
    """Where the closing begins; `len(said)` where there is none."""
    closing = len(said)
    for place in range(len(said) - 1, max(opening, len(said) - 1 - max(2, len(said) // 3)) - 1, -1):
        if _FAREWELLS.search(said[place]) and not _LINK.search(said[place]):
            closing = place
        elif not _is_short(said[place]) or _ASKS.search(said[place]):
            break
    return closing


def _greeting_until(said: list[str], opening: int, closing: int) -> int:
    place = 0
    while place < closing and _opens(said[place], before_need=place < opening):
        place += 1
    return place


def _opens(text: str, *, before_need: bool) -> bool:
    if _LINK.search(text):
        return False
    if _GREETS.search(text):
        return True
    return before_need and _is_short(text) and not (_ACKNOWLEDGES.search(text) or _ASKS.search(text))


def _empathy_until(said: list[str], greeting: int, closing: int) -> int:
    place = greeting
    while place < min(closing, greeting + _MOST_EMPATHY) and _meets_them(said[place]):
        place += 1
    return place


def _meets_them(text: str) -> bool:
    if _LINK.search(text):
        return False
    if _ACTS.search(text):
        return bool(_ACKNOWLEDGES.search(text)) and _is_short(text)
    return bool(_is_short(text) or _ACKNOWLEDGES.search(text) or _ASKS.search(text))


def _is_short(text: str) -> bool:
    return len(_WORDS.findall(text)) <= _SHORT
