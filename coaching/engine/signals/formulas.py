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
    "hopefully",
    "hope|hoping that|this|it helps|helped|works",
    "hope you have|enjoy|like|enjoyed",
    "hope to ~ see|hear|speak",
    "hope (everything|all|that|it) (is|was|goes) ~ well|okay|fine|good",
    "good luck",
    "best of luck|wishes",
    "best wishes",
    "all the best",
    "i|we? wish|wishing you",
    "take care",
    "well done",
    "good|great|nice job|work",
    "congratulations",
    "congrats",
    "good for|on you",
    "happy birthday|holidays|christmas|anniversary",
    "you can ~ do|make|get it|this",
    "it|that|you|things|they will ~ be|get|find ~ fine|okay|alright|better|great|there|out|it|something",
    "you have? got this",
    "that is ~ lovely|great|brilliant|fantastic|wonderful|amazing|good|fine",
    "keep it up",
    "keep going|trying|moving",
    "trust|believe me",
    "i ~ promise",
    "here for|if you",
    "here to ~ help|support|listen",
    "feel free",
    "glad|happy you|to|that|it|for",
    "good|great|nice|lovely to ~ hear|see|know",
    "please ~ (do not|know|remember)",
    "are|r you ~ ok|okay|alright",
    "i|we ~ know ~ exactly? how|what you|it|that|this feel|feels|is|are|mean",
    "i|we ~ know ~ exactly",
    "i ~ know ~ the|that|this|your feeling",
    "i|we can|could only? ~ imagine|understand|relate|see|tell",
    "i ~ get it|you|that",
    "i ~ feel|hear you|your",
    "same",
    "similar",
    "exactly",
    "me ~ too",
    "been there",
    "bless you",
    "oh dear|gosh|my",
    "love you",
    "hug|hugs",
    "in your|the|same place|position|boat",
)


@signal
def formula(text: str) -> Spans:
    """Spans of formulas such as "sorry for the inconvenience"."""
    return _FORMULAS.find(read(text))
