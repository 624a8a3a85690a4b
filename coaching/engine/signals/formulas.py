"""Formulas of sympathy: right in their place, worn smooth by use."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.signals.feelings import WORN
from coaching.engine.text import Spans, read

_FORMULAS = Phrases(
    "sorry|apologies|apologise for the|any|all|this|that|your inconvenience|trouble|delay|wait"
    "|confusion|problem"
    "|frustration|issue|mix-up|disruption|experience|convenience",
    "sorry|apologies|apologise about that|this|it|the",
    "sorry about the|your|that|this|any inconvenience|trouble|delay|wait|confusion|problem|issue|frustration",
    "sorry to hear that|this|it|about",
    "sorry you feel|felt that way",
    "sorry you are having|experiencing trouble|problems|issues|this",
    "i|we can? ~ understand|appreciate|hear|share your|the frustration|concern|concerns|feelings"
    "|situation|disappointment|position",
    "i|we can? ~ understand|appreciate|see|hear how|that you feel|are",
    "i|we can? ~ understand",
    f"i|we can? ~ understand|see|appreciate why|how|that ... {WORN}",
    f"that|this|it (must|can) (be|have been)? ~ {WORN}",
    f"that|this|it is|sounds ~ {WORN}",
    f"how {WORN}",
    "sorry",
    "i apologise",
    "apologies",
    "do not worry",
    "oh no",
    "we value your",
    "we apologise",
)


@signal
def formula(text: str) -> Spans:
    """Spans of formulas such as "sorry for the inconvenience"."""
    return _FORMULAS.find(read(text))
