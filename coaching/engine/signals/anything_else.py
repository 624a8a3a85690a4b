"""Asking whether anything is left."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_ASKS = Phrases(
    "anything|something else",
    "any other questions|question|thing|things|queries",
    "any more|further questions|help",
    "what else can|could|may",
    "what else would|do you",
    "any|need|require more|further|other|additional help|assistance",
    "is that everything|all",
    "was that everything|all",
    "will that be everything|all",
    "everything|all for now|today",
    "have i|we covered|answered|missed|forgotten",
    "does that cover|answer|sort|help",
    "did i|we miss|cover|answer",
    "anything i|we have missed|forgotten|left",
    "other ways i|we can",
)


@signal
def anything_else(text: str) -> Spans:
    """Spans that ask for what is still open; "there's nothing else I can do" is none."""
    return _ASKS.find(read(text))
