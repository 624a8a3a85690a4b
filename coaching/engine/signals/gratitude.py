"""Thanks said to the customer."""

from bisect import bisect_left

from coaching.engine.matchers import Phrases, signal
from coaching.engine.signals.whole import run_of_words
from coaching.engine.text import Reading, Spans, read

_THANKS = Phrases(
    "thanks",
    "thanks a|so lot|much|million|bunch",
    "many thanks",
    "thank|thanking you",
    "thank|thanking you ~ much|kindly",
    "thanks|thank you? for",
    "much appreciated",
    "i|we really|do? appreciate it|that|you|your",
    "much obliged",
    "grateful",
    "cheers",
)
_BARE = Phrases("thanks|cheers", "thank you", plain=True)
_ASKS = Phrases(
    "shall|should|can|could|may i|we",
    "can|could|would|will you",
    "do you want|need",
    "hold|wait|stay",
    plain=True,
)
_REPLIES = frozenset(
    "okay yes yeah yep no nope oh ah well right great fine good lovely perfect brilliant excellent cool sure super"
    " then now that is it all nothing else more and so alright sorted done".split()
)


_RUN = 30  # words; nobody asks, and says thanks for it, in more


@signal
def gratitude(text: str) -> Spans:
    """Spans of thanks; not "he thanked me", nor the "thank you" that closes a request or leads to a "bye"."""
    reading = read(text)
    thanks = _THANKS.find_words(reading)
    if not thanks:
        return ()
    bare = set(_BARE.find_words(reading))
    asks = [first for first, _ in _ASKS.find_words(reading)]
    return tuple(
        reading.span(first, after)
        for first, after in thanks
        if (first, after) not in bare or not _is_a_courtesy(reading, first, after, asks)
    )


def _is_a_courtesy(reading: Reading, first: int, after: int, asks: list[int]) -> bool:
    """Thanks in passing, at the end of something else: "could you hold the line thank you", "... thanks bye"."""
    leads_to_bye = "bye" in reading.words[after : after + 2]
    earlier = bisect_left(asks, first)
    if not earlier and not leads_to_bye:
        return False
    start = run_of_words(reading, first, _RUN)
    is_tag = earlier > 0 and asks[earlier - 1] >= start
    return is_tag or (leads_to_bye and not _REPLIES.issuperset(reading.words[start:first]))
