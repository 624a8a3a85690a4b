"""Thanks said to the customer."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_THANKS = Phrases(
    "thanks",
    "thanks a|so lot|much|million",
    "many thanks",
    "thank you",
    "thank you so|very much",
    "thanks|thank you? for",
    "much appreciated",
    "i|we really|do? appreciate it|that|you|your",
    "much obliged",
    "grateful",
    "cheers",
)


@signal
def gratitude(text: str) -> Spans:
    """Spans of thanks; not "no thanks to them", "he thanked me"."""
    return _THANKS.find(read(text))
