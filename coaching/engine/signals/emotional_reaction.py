"""Meeting a feeling with one's own warmth or concern."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.signals.feelings import BRIGHT, HARD
from coaching.engine.text import Spans, read

_REACTIONS = Phrases(
    "how ~ frustrating|awful|exciting|annoying|lovely|sad|scary|wonderful|exhausting|stressful"
    "|horrible|upsetting|brilliant|special|disappointing|maddening|tiring|worrying|infuriating"
    "|terrifying|rotten",
    "what a|an *? day|morning|night|week|time|journey|nightmare|mess|shock|relief|pain|shame"
    "|pity|start|wait|adventure"
    "|treat|worry|disappointment|story",
    f"that is|was|sounds|must (be|have been)? ~ {HARD}|{BRIGHT}",
    f"that is|was|sounds such? a|an ~ {HARD}|{BRIGHT}",
    "sorry you|that|to|about|for had|hear|you|your|it|this|the|read|see|learn|happened|all ... *?",
    "sorry for your loss",
    "congratulations",
    "congrats",
    "well done",
    "good for you",
    "bless you|him|her|them",
    "poor you|thing|him|her|love|lad|girl",
    f"i am ~ {BRIGHT} for|that",
    "i|we feel for|your|terrible|awful|bad",
    "i|we hope she|he|they|you feel|feels|get|gets|recover|recovers",
    "fingers crossed",
    "thinking of you",
    "my heart",
    "do|please not worry",
    "you poor",
    "oh no",
    "ouch",
    "hang in there",
    "i|we would be (climbing the walls|thrilled|over the moon|heartbroken)",
)


@signal
def emotional_reaction(text: str) -> Spans:
    """Spans of warmth or concern for what they feel."""
    return _REACTIONS.find(read(text))
