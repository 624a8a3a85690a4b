"""Asking somebody to wait a moment."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_HOLDS = Phrases(
    "bear with me|us",
    "hold on",
    "hang on",
    "hold the line",
    "hold for? a|one moment|second|minute",
    "one|just moment|second|minute|sec please?",
    "a moment|second|minute|sec please",
    "just a|one moment|second|minute|sec|tick",
    "give|gimme me|us? a|one|two|just moment|second|minute|minutes|sec|tick",
    "wait a|one|just moment|second|minute",
    "i|we will|shall just? be right back|with",
    "i|we will|shall just? put you on hold",
    "pop|put you on hold",
    "let me just? have|take a? look",
    "stay on the line",
    "two|a couple of? ticks|seconds|minutes please",
    "i have to check with",
)


@signal
def hold(text: str) -> Spans:
    """Spans that ask for a moment's patience."""
    return _HOLDS.find(read(text))
