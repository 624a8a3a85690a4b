"""Offering help or an action: "shall I put you through", "I can try it for you"."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_DEEDS = (
    "help|assist|do|try|get|put|connect|transfer|check|look|find|book|send|give|ring|call|order"
    "|arrange|see|ask|take"
    "|bring|carry|show|print|change|swap|cancel|reserve|hold|offer|have|pass|keep|wrap|fetch"
    "|organise|make|email|note"
)
_OFFERS = Phrases(
    "how|what can|may|could i|we help|assist|do",
    "can|may|could i|we help|assist",
    f"shall|should i|we {_DEEDS}",
    f"can|could|may i|we {_DEEDS} ... for you",
    f"can|could|may i|we {_DEEDS} you",
    f"would you like|prefer me|us to {_DEEDS}",
    f"do you want me|us to {_DEEDS}",
    f"i|we can|could ~ {_DEEDS}",
    f"i am|we happy|glad to {_DEEDS}",
    "what i|we can do",
    "all i|we can do is",
    "let me know if",
    "if you would like i|we can|could",
)


@signal
def offer(text: str) -> Spans:
    """Spans of an offer; "I can't help" is none."""
    reading = read(text)
    found = _OFFERS.find_words(reading)
    return tuple(reading.span(first, after) for first, after in found if not _is_refused(reading.words, first, after))


def _is_refused(words: tuple[str, ...], first: int, after: int) -> bool:
    return "not" in words[first : after + 1] or words[first:after] == ("i", "can", "see")
