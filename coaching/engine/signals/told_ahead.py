"""Bringing the news, the alternative or the reminder before being asked."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_AHEAD = Phrases(
    "before you ask|go|leave|head|set|pay|travel|order",
    "heads|heads-up up",
    "heads-up",
    "just so you know",
    "so you (know|are not surprised|are not caught)",
    "wanted|want|thought|ringing|calling|writing to? let|warn|tell|remind you",
    "thought you should|would|might want|like|know",
    "you might|may|will want|like to know|bring|book|leave|check|keep|avoid|pack|take|allow",
    "worth knowing|mentioning|checking|bringing|booking|noting",
    "by the way",
    "one thing to watch|know|remember|mention",
    "i|we noticed|spotted|saw ... so|is|was|will|are|runs|expires|ends|closes|had|and",
    "out of stock ... but|so|until",
    "runs|run out on|in|by|next|this",
    "expires|closes|ends|changes on|in|at|next|this",
    "do not forget",
    "remember to",
    "just a|quick|friendly little|quick|friendly? reminder",
    "in case you|it|they|the|that",
    "be aware",
    "keep an eye",
    "watch out for",
    "next|another time you",
    "to save you",
    "saves you",
    "ahead of time|your|the",
    "rang|called|call|ring|text|email you|him|her|them ahead|first|before",
)


@signal
def told_ahead(text: str) -> Spans:
    """Spans that tell before being asked."""
    return _AHEAD.find(read(text))
