"""Asking whether anything is left."""

from coaching.engine.matchers import Phrases, outside, signal
from coaching.engine.text import Spans, read

_ASKS = Phrases(
    "anything|something|anybody|anyone else",
    "anything|something more|further",
    "any other questions|question|thing|things|queries|way|matter|matters",
    "some other way|thing|matter",
    "any other requests|request|services|needs|enquiries|inquiries|concerns|problems|issues",
    "how else",
    "what more|other",
    "be of ~ any|further|more|other|additional|some? help|assistance|service",
    "any more|further|anymore questions|question|help|assistance|support|queries|requests",
    "what else can|could|may",
    "what else would|do you",
    "what else",
    "(any|need|require|want|like) (more|further|other|additional|extra|anymore) help|assistance|support",
    "(can|could|may|shall|might) i|we further help|assist|serve",
    "(can|could|may|shall|might) i|we help|assist you out? some more|further",
    "help|assist you out? some|any more|further",
    "is|was|would that everything|all",
    "will|would that|there be everything|all|anything",
    "everything|all for now|today",
    "have i|we covered|answered|missed|forgotten",
    "does that cover|answer|sort|help",
    "did i|we miss|cover|answer",
    "anything i|we have? missed|forgotten|left",
    "other ways i|we can",
)
_NOT_ASKS = Phrases(
    "or anything|something else|other",
    "nothing more|further",
    "is|was that all still|correct|right|okay",
    "what|how else|more|other is|was|are|were|to|he|she|they|it",
    plain=True,
)


@signal
def anything_else(text: str) -> Spans:
    """Spans that ask for what is still open; "nothing else I can do", "music or something else" are none."""
    reading = read(text)
    asks = _ASKS.find(reading)
    return outside(asks, _NOT_ASKS.find(reading)) if asks else ()
