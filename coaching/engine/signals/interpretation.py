"""Saying what it must be like for them, playing it back, or telling that one has been there too."""

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.signals.feelings import ANY, BRIGHT, HARD
from coaching.engine.signals.own_story import own_story
from coaching.engine.signals.whole import sentences_with
from coaching.engine.text import Spans, read

_LIKENESS = Phrases(
    f"that|it|this|you must|sounds|sound|seems|seem|feels ... {ANY}",
    "you must|may|might ~ be|have|feel been? ~ feeling|hurting|going|under|in|through",
    "no wonder",
    "been passed|sent|bounced|pushed|messed|left|let|kept around|about|between|from|waiting|down|hanging|sitting|standing",
    "that|this|it would ~ drive|annoy|upset|worry|scare|frighten|break|kill|floor me|anyone|anybody|us|my|most",
    "(that|this|it|which) (is|was) ~ ridiculous|shocking|disgraceful|outrageous|appalling|ridiculously",
    "on hold|the phone is ridiculous|awful|too",
    "you should not have|need had? to|been",
    f"he|she|they must ~ be|feel|have been? ~ {ANY}",
    "on your plate",
    "on top of everything|all|it|that",
    "you have got? every|all|good right|reason|cause to",
    "(it is|its) ~ scary|frightening|horrible|horrid|miserable|lonely|worrying|stressful|exhausting|maddening|infuriating"
    "|heartbreaking * *",
    "would|could have fooled|caught|got|thrown|upset|worried|annoyed|taken|tricked anyone|anybody|me|us|any|most",
    "being|having|losing|missing|waiting ... is|must ~ be? awful|horrible|terrible|dreadful|miserable|exhausting"
    "|frightening|scary|stressful|maddening|infuriating|rotten|grim|unfair|hard|tough",
    f"how ~ {HARD}|{BRIGHT}",
    f"that|this is|was such? a|an? ~ {HARD}|{BRIGHT}",
    f"i|we can|could ~ see|hear|tell ... {ANY}",
    "i|we can|could only? ~ imagine|understand|relate",
    "i|we can|could|do? ~ see|hear|understand|tell why|how|your",
    "i|we can|could|do? ~ hear|understand what|where",
    f"you are|were|look|sound|seem ~ feeling|getting|a|an|in? ~ {HARD}",
    "that|it wears|wore|drains|hurts|stings you|anyone|anybody",
    "in your|the|same shoes|place|position|boat",
    f"i would be|feel|hate|want|have ... too|cross|furious|livid|gutted|fuming|{HARD}",
    "i would be in bits|pieces|tears|a",
    "i would be beside|up|climbing|pulling|tearing|worried",
    "anyone|anybody would",
    "of course you are|were|want|feel|would",
    "the last thing you",
    "not what you wanted|needed|hoped|expected|ordered|planned",
    "you have (been through|had enough|had quite|had such|had a|waited long|waited all|waited enough|waited so|come all)",
    "it is|can ~ be? ~ hard|tough|difficult|rough|scary|frustrating to|when|not|for|being|having|seeing",
    "important|hard|tough|difficult for you",
)
_SHARING = Phrases(
    "i|we ~ know ~ exactly? how|what you|it|that|this feel|feels|is|are|mean|can",
    "know ~ the|that|this|your exact? feeling|feel|feels|pain|struggle",
    "i ~ feel ~ you|ya|u|your|the|exactly|this|that",
    "i ~ can? ~ relate|understand|identify",
    "relate",
    "relatable",
    "i ~ get it|you|that|this",
    "i ~ hear you|ya",
    "been there",
    "same",
    "this is|was me",
    "me ~ too",
    "i ~ do too|that|this|it",
    "similar",
    "not the only one|person",
    "exactly",
    "as someone who|with",
)
_SAME_BUSINESS = Phrases(
    "same address|account|line|number|date|day|time|price|order|size|name|item|card|place|shop|store|branch|restaurant"
    "|flight|train|room|model|colour|color|amount|page|email|phone|details|hotel|bank|sort|type|kind",
    plain=True,
)
_PLAYBACKS = Phrases(
    "so you|your",
    "okay|yeah|right|alright so",
    "and you are|were|want|feel",
    "so for|in|on|with you",
    "that|it|this|you ~ sounds|sound|seems|seem ~ like|as|that",
    "sounds|sound like|as",
    "i|we can ~ tell",
    "what i am hearing|picking|getting",
    "part of you",
    "you said|mentioned",
    "what you are saying",
)


@signal
def interpretation(text: str) -> Spans:
    """Spans of sentences that say what their situation is like, or tell of the same in one's own life."""
    return spans_of(sentences_with(insights(text), read(text)), asides(text))


@signal
def insights(text: str) -> Spans:
    """Spans of the very words that say what it is like for them, or that one knows what it is like."""
    reading = read(text)
    return spans_of(_LIKENESS.find(reading), outside(_SHARING.find(reading), _SAME_BUSINESS.find(reading)))


@signal
def asides(text: str) -> Spans:
    """Spans of sentences that only play back what was said, or tell of oneself: heard, but not yet answered."""
    reading = read(text)
    playbacks = sentences_with(_PLAYBACKS.find(reading), reading)
    return outside(spans_of(playbacks, own_story(text)), insights(text))
