"""Giving a choice, or leaving none."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_CHOICES = Phrases(
    "would|do you rather|prefer|like ... or",
    "would you rather|prefer",
    "do you prefer",
    "which would|do|one|of|works|suits you|suit|these|those|would|better|best",
    "what works|suits|would ... best|better|suit",
    "whichever|whatever you|suits|works|is|one",
    "up to you",
    "your choice|pick|decision",
    "it is your call",
    "either * or",
    "either ... or",
    "or if you|that|it would|are|is|prefer|like|rather|want",
    "or i|we can|could|will",
    "or would you",
    "or shall|should i|we",
    "two|three|few|couple|several of? options|ways|choices",
    "you can choose|pick|decide",
    "you choose|pick|decide",
    "if that|it (suits|works|is easier|is better)",
    "does that suit|work|help",
    "how about|would",
    "instead if you",
)
_NO_CHOICE = Phrases(
    "only option|choice|way|thing|one|date|time",
    "no other option|choice|way",
    "take it or leave it",
    "all i|we can do",
    "all we have got?",
    "no choice|options|alternative|exceptions",
    "same for everyone|everybody|all",
    "one size fits all",
    plain=True,
)


@signal
def options(text: str) -> Spans:
    """Spans that give a choice."""
    return _CHOICES.find(read(text))


@signal
def no_choice(text: str) -> Spans:
    """Spans that leave none."""
    return _NO_CHOICE.find(read(text))
