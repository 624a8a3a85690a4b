"""Passing people on, warmly or coldly, and saying that nothing can be done."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Reading, Spans, read

_TOLD = "told|asked|advised him|her|them|you|customer"
_RING = "ring|call|phone|contact|speak|write|email|apply|visit"
_PASSES_ON = Phrases(
    "you will|would need|have to|want to? ring|call|phone|contact|speak|go|email|write|ask|visit|try|take|talk|see",
    "you need|have|must|should to? ring|call|phone|contact|speak|email|write|try|talk",
    "please contact|ring|call|phone|email|write|visit the|our|your|a|us|customer|head|*",
    "please|kindly visit|get your|our|the|in nearest|closest|local|touch",
    "need|have|has to get in touch",
    "need|have|has to raise|submit|file|lodge a|an|your",
    f"{_TOLD} to? {_RING}|go|try|use|fill",
    f"he|she|they|customer can|could|must|should|needs|has|have|had to? {_RING}|go",
    f"suggested|recommended that? he|she|they|you|to? should? {_RING}|go|try",
    f"advised to {_RING}|go|try",
    "have to|you go|apply|book|write|speak to|online|through the|our|a? main|head|other|right office|branch|desk|counter",
    "go to the|our main|head|other office|branch|desk|counter|shop|store",
    "told|asked|advised him|her|them|you to? come|ring|call back",
    "he|she|they can|could|must|should|needs|has|have|had to? come|ring|call back",
    "sent|send him|her to|over|up|upstairs|down|downstairs|back|away|elsewhere|on|off",
    "sent|send them over|upstairs|downstairs|back|away|elsewhere|on|off",
    "sent|send them to the|our|another|a *? *? desk|department|counter|office|branch|team|shop|store|reception|services",
    "gave|given him|her|them ... number|link|address|email for|of|to",
    "directed|redirected|referred|pointed|signposted|transferred|passed him|her|them to|on|over|through|*",
    "take|taken|taking it|this|that up with",
    "not us|ours",
    "(try|ring|call|contact) the|another|a|our website|app|other|different|department|branch|number|helpline",
    "not my|our department|area|job|problem|fault",
    "that is (handled|done|dealt with) by",
    "another|different|other|wrong department|team|office|branch|counter|desk",
    "they (deal with|handle) that|this|it|those|these",
    "go online",
    "do it|that|this (online|on the website|in the app)",
    "i|we will|shall|can|have just|to? transfer|connect|pass|refer|redirect|forward you|this|it|that",
    "i|we will|shall|can just? put you through|on",
    "put|putting|transferring|connecting|passing|pass|transfer you through|over|on|to",
    plain=True,
)
_REFUSES = Phrases(
    "nothing more|else? i|we can|could do",
    "nothing that? can|could be done",
    "can|could not do anything|much|more|that|it|this",
    "can|could not help",
    "no refund|refunds|exchange|exchanges|compensation|exceptions",
    "not a? lot|much|thing that? i|we can|could do",
    "can|could not refund|exchange|change|accept|cancel|replace|process|waive|give",
    "we do not do|offer|handle|cover|accept|take|deal that|this|it|those|these|with|refunds|exchanges",
    "not something i|we can? do|offer|handle|deal",
    "i|we refused|declined to|it|him|her|them|the",
    "turned him|her|them|it away|down",
    "out of warranty|time|hours so",
    "computer|system says no",
    "rules are rules",
    "system|computer|policy|rules|till do|does|did|will|would not let|allow",
    "(i am|we are) not allowed",
    "against our|the|company? policy|rules",
    "nothing to do with me|us",
    "(i am|we are) not able to",
    "my hands are tied",
    "out of my|our hands|control",
    "above my pay",
    "that is (how|just how|the way|just the way) it|things is|are|works|work",
    "it is what it is",
    "i|we have no idea|way",
    "i do not know",
    "not possible",
    "no can do",
    "can not be done",
    plain=True,
)
_TEAMS = "team|department|specialists|engineers|technicians|experts|bureau|crew"
_GIVE = "pass|forward|share|send|escalate|raise|give|take|hand|report|flag|refer"
_GIVEN = "passed|forwarded|shared|sent|escalated|raised|given|taken|handed|reported|flagged|referred"
_SPECIALISTS = Phrases(
    _TEAMS,
    "one of our|the colleagues",
    "forward|escalate this|it|that|your|you to *",
)
_WHOSE = frozenset({"our", "the", "my", "a", "right", "relevant", "their"})
_NAME = 3  # "our left luggage team": words that may name it
_WARMLY = Phrases(
    f"i|we will|shall|can|would ~ {_GIVE} ... to|with|on|for our|the|my|a *? *? {_TEAMS}",
    f"i|we have? ~ {_GIVEN} ... to|with|on|for our|the|my|a *? *? {_TEAMS}",
    f"(i am|we are) ~ (passing|forwarding|escalating|sharing) ... to|with our|the|my|a *? *? {_TEAMS}",
    f"i|we will|shall|have let|told|tell ~ our|the|my|right * {_TEAMS} know|about",
    "stay on|with ... line|you|until",
    "i|we have told|briefed|explained|spoken|given|filled *? ... story|her|him|them|everything|already|to|in",
    "told|briefed|filled her|him|them *? ... everything|already|story|about|in|so",
    "so you do|will not have|need to explain|repeat|tell|say|start",
    "knows|know all about|what|everything|your",
    "is expecting you|your",
    "expecting you|your",
    "introduce you to",
    "walk|walked|take|took|bring|brought you over|to|across",
    "she|he|they will ring|call|email|contact you",
    "by name",
)


@signal
def passing_on(text: str) -> Spans:
    """Spans that send the customer elsewhere."""
    return _PASSES_ON.find(read(text))


@signal
def refusal(text: str) -> Spans:
    """Spans that say nothing can be done."""
    return _REFUSES.find(read(text))


@signal
def specialist_team(text: str) -> Spans:
    """Spans that name a team whose field it is."""
    reading = read(text)
    return tuple(reading.span(_name_of(reading, first), after) for first, after in _SPECIALISTS.find_words(reading))


def _name_of(reading: Reading, first: int) -> int:
    """Where the team's name starts: "our baggage team", "the team"."""
    start, _ = reading.bounds[reading.sentences[first]]
    before = range(first - 1, max(start, first - _NAME) - 1, -1)
    return next((index for index in before if reading.words[index] in _WHOSE), first)


@signal
def warm_handover(text: str) -> Spans:
    """Spans that make sure the customer need not start again."""
    return _WARMLY.find(read(text))
