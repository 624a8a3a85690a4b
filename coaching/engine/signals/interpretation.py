"""Saying what it must be like for them."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.signals.feelings import ANY, HARD
from coaching.engine.text import Spans, read

_READINGS = Phrases(
    f"that|it|this|you must|sounds|sound|seems|seem|feels ... {ANY}",
    f"no wonder ... {ANY}?",
    "no wonder",
    "i can|could see|hear|understand|tell why|how",
    f"i can|could see|hear|tell you|that ... {ANY}",
    "i can|could only? imagine",
    f"you are|were|look|sound|seem ... {HARD}",
    "that|it wears|wore|takes|drains|gets|throws|puts|eats|hurts|stings you|it|anyone|anybody|a",
    "in your shoes|place|position",
    "if i were you",
    f"i would be|feel|hate|want|have ... too|cross|furious|livid|gutted|{HARD}",
    "anyone|anybody would",
    "of course you are|were|want|feel|would",
    "i|we know how (it feels|that feels|much|hard|long|tiring|important)",
    "the last thing you",
    "not what you wanted|needed|hoped|expected|ordered|planned",
    "you have (been through|had enough|had quite|had such|had a|waited long|waited all|waited"
    " enough|waited so|come all)",
)


@signal
def interpretation(text: str) -> Spans:
    """Spans that say what their situation is like."""
    return _READINGS.find(read(text))
