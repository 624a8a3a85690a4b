"""Offering help or an action: "shall I put you through", "I can try it for you"."""

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.text import Reading, Spans, read

_DEEDS = (
    "help|assist|do|try|get|put|connect|transfer|check|look|find|book|send|give|ring|call|order"
    "|arrange|see|ask|take|bring|carry|show|print|change|swap|cancel|reserve|hold|offer|have|pass|keep|wrap|fetch"
    "|organise|make|email|note|remove|add|update|refund|replace|pop|sort|set|text|deliver|upgrade|waive|search"
    "|test|reset|chase|explain"
)
_FOR_THEM = "get|put|connect|transfer|send|give|ring|call|show|bring|help|assist|email|text|book|find|offer|pop|pass"
_TO_THEM = "put|transfer|send|give|show|bring|help|assist|email|text|book|find|offer|get|organise|arrange"
_OFFERS = Phrases(
    "how|what can|may|could i|we help|assist|do",
    "can|may|could i|we help|assist",
    f"shall|should i|we {_DEEDS}",
    f"shall i shall i {_DEEDS}",
    f"can|could|may i|we {_DEEDS} ... for you",
    f"can|could|may i|we {_FOR_THEM} you",
    f"would you like|prefer me|us to {_DEEDS}",
    f"want me|us to {_DEEDS}",
    f"do|did you want me|us to {_DEEDS}",
    "would you like to be put|connected|transferred|called",
    "if you want|like|prefer i|we can|could|will",
    f"(i am|we are) ~ able to {_DEEDS}",
    f"why do not i|we {_DEEDS}",
    f"how about i|we {_DEEDS}",
    "i uh|um|er? can ~ *",
    f"i could ~ {_DEEDS}",
    f"we can|could ~ {_TO_THEM} you",
    "we can|could ~ call|ring you back",
    f"we can|could ~ {_DEEDS} ... for you",
    f"(i am|we are|i would be|we would be) ~ happy|glad|here to ~ {_DEEDS}",
    "here to help",
    "what i|we can do",
    "all i|we can do is",
    "let me know if|what|how|when",
    "let us know if you need|want|would|have",
    "let us know if i|we can",
    "just give us|me a shout|nudge|call|ring|bell",
    "if you would? like i|we can|could",
    "let me ~ (have|take) a look|check|see for you",
    "let me ~ check|look|find|see ... for you",
)
# What one can see, say or only guess is no offer.
_NO_OFFERS = (
    "see|hear|tell|understand|imagine|appreciate|say|think|only|perhaps|feel|assure|confirm|believe|relate|remember|be"
    "|not|never|hardly|barely|guess|presume|promise|read|recall|i|smell|live|wait"
)
# A clause that hangs on another says what is possible, not what is offered: "if I can find it", "all I can say".
_NOT_OFFERS = Phrases(
    f"if|whether|that|what|all|how|where|when|which|nothing|information|way|so i|we can|could ~ {_DEEDS}",
    f"i uh|um|er? can ~ {_NO_OFFERS}",
    f"i|we can|could not ~ {_DEEDS}",
    f"nothing|little|more|else i|we can|could ~ {_DEEDS}",
    plain=True,
)
_TAKEN_BACK = Phrases("all i|we can do is", "what i|we can do", "if you would like i|we can|could", plain=True)


# To pass somebody on is no help of one's own where it only ends a referral: "you need sales shall I put you through".
_TRANSFERS = Phrases(
    "shall|should|can|could i|we ~ put|connect|transfer",
    "(would you like|would you prefer|do you want|did you want) me|us to put|connect|transfer",
    "i|we uh|um|er? can|could ~ put|connect|transfer",
    plain=True,
)
_BEFORE = frozenset(
    "okay yes yeah right sure so well um uh er oh and but or now then no problem course of certainly i mean shall"
    " alright fine sorry lovely great thank thanks you if like want".split()
)


@signal
def offer(text: str) -> Spans:
    """Spans of an offer; "I can't help" and "if I can find it" are none."""
    reading = read(text)
    offers = _OFFERS.find(reading)
    if not offers:
        return ()
    referrals = [reading.span(*pair) for pair in _TRANSFERS.find_words(reading) if not _opens(reading, pair[0])]
    others = outside(_NOT_OFFERS.find(reading), _TAKEN_BACK.find(reading))
    return outside(offers, spans_of(others, referrals))


def _opens(reading: Reading, first: int) -> bool:
    """Whether only a word or two of assent runs into it without a pause."""
    for index in range(first, 0, -1):
        if reading.folded[reading.ends[index - 1] : reading.starts[index]].strip():
            return True
        if reading.words[index - 1] not in _BEFORE:
            return False
    return True
