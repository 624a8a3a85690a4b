"""Taking a thing on: first person and a verb of doing."""

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.text import Reading, Spans, read

_DEEDS = (
    "look|check|find|ring|call|phone|email|send|sort|fix|get|chase|follow|ask|speak|talk|see"
    "|book|order|arrange|make"
    "|take|do|deal|handle|pop|bring|print|replace|refund|waive|change|cancel|swap|update"
    "|investigate|raise|log|report"
    "|try|test|walk|carry|fetch|go|stay|keep|hold|write|post|deliver|set|put|track|trace|push"
    "|confirm|have|give|organise"
    "|note|add|credit|own|personally|reset|reach|drop|collect|show|text|let|double|run|pull|come"
    "|issue|pass|work|figure|transfer|connect|forward|explain|remove|leave|share|escalate|move|reserve|arrange"
    "|search|prepare|wrap|help|lend|split|extend|upgrade|schedule|process|submit|amend|correct|rebook|redeliver"
)
_HAVE_DONE = (
    "checked|found|rang|rung|called|phoned|emailed|sent|sorted|fixed|chased|asked|spoken|spoke"
    "|talked|booked|ordered"
    "|arranged|taken|took|handled|replaced|refunded|waived|changed|cancelled|swapped"
    "|updated|raised|logged"
    "|reported|tracked|traced|moved|reset|reserved|decided|agreed|persuaded|credited"
    "|upgraded|extended|walked"
    "|carried|fetched|stayed|wrote|written|made|opened|overnighted|pulled|stopped|removed"
    "|added|printed|kept"
)
_DOING = (
    "checking|finding|ringing|calling|sending|sorting|fixing|chasing|asking"
    "|booking|ordering|arranging"
    "|dealing|replacing|refunding|waiving|changing|making|putting|raising|writing|transferring|connecting"
    "|forwarding|passing|escalating|updating|adding|dialling|testing|bringing|fetching|printing|wrapping|packing"
    "|posting|moving|cancelling|emailing|texting|messaging|reporting|logging|organising|processing|preparing"
    "|resetting|tracking|tracing|requesting|rebooking|swapping|investigating|reserving|crediting"
)
_WITH = "check|speak|talk|ask|go|transfer|put|connect|make|get|look|find|ring|call"
_TAKES_ON = Phrases(
    "i will|shall uh|um|er? ~ *",
    f"we will|shall uh|um|er? ~ {_DEEDS}",
    f"i|we will be {_DOING}",
    f"let me|us ~ {_DEEDS}",
    "i am uh|um|er? ~ going to um|uh|er? ~ *",
    f"we are ~ going to ~ {_DEEDS}",
    f"(i am|we are) ~ about to ~ {_DEEDS}",
    f"(i am|we are) ~ {_DOING}",
    "(i am|we are) ~ looking into|that|it|this|up|for",
    "(i am|we are) ~ getting you|that|it|this|your",
    "(i am|we are) ~ doing|taking that|this|it|care|my",
    "i am ~ trying to",
    f"just about to {_DEEDS}",
    f"i|we will ~ need|have to ~ {_WITH}",
    "i|we ~ need|have to ~ transfer|put|connect|pass",
    "i|we ~ need|have to ~ make ... for you",
    f"i|we would ~ like to {_DEEDS}",
    "what i|we will do",
    "leave it|that|this with me|us",
    "leave that to me|us",
    "consider it done",
    "i|we will take care of",
    "my|our job|mistake|responsibility to|so",
    "i own this|it|that",
    "what i|we will|can do is",
    "i am on it",
    "i|we made|make an exception",
    "on me|us to fix|sort",
)
# Notes leave the "I" out: "ringing the depot now", "will call you back".
_UNNAMED = Phrases(
    f"just {_DOING}",
    "just looking|making|getting|trying that|this|it|your|the|some|enquiries|into|up|to",
    f"{_DOING}|looking|making|getting|trying ... now",
    f"{_DOING}|looking|making|getting|trying ... for you",
    "(putting|connecting|transferring) you through|to|over|now",
    "looking|checking into? it|that|this",
    f"will ~ {_DEEDS}",
    plain=True,
)
_RUN_UP = 8  # words of assent before it
_ASSENT = frozenset("okay yes yeah right sure so well um uh er oh and now certainly great lovely fine".split())
_DONE_MYSELF = Phrases(
    f"i|we have? ~ {_HAVE_DONE}",
    "i|we have ~ put|set|got|gotten you|it|that|this|your|her|him|them",
    "i|we have? asked|spoken|spoke|checked ... supervisor|manager|boss|warehouse|depot|kitchen|team|office|bank",
)
# Being, knowing, saying and feeling are no deeds, nor are the things nobody wants done.
_NO_DEEDS = (
    "be|need|have|not|never|want|know|say|think|like|love|see|miss|charge|refuse|decline|wait|admit|tell|bet|believe"
    "|assume|guess|expect|hope|hate|lose|regret|remember|forget|understand|ever|probably|likely|maybe|possibly"
    "|and|but|or|if|when|as"
)
_NOT_A_DEED = Phrases(
    f"(i|we) will|shall uh|um|er? ~ {_NO_DEEDS}",
    f"(i am|we are) ~ going to ~ {_NO_DEEDS}",
    "i|we will have to charge|ask|refuse|decline|wait",
    "i|we have to ask you to",
    "let me tell|see",
    "let us go",
    "let us take your|the|that",
    "let me have|take your|the|that|a? name|number|address|details|account|phone|postcode",
    "i|we will|shall let you go",
    "(i am|we are) taking it|that you",
    "i|we have made it|this|that clear",
    "i was going to",
    "what|where|which|everything|how|whether|if (i am|we are) ~ *",
    "say|said|tell|know|think (i am|we are) ~ *",
    plain=True,
)
_DEEDS_AFTER_ALL = Phrases(
    "i|we will|shall ~ have a ~ *? look|check|word|chat|go|read|think",
    "i|we will|shall ~ have it|that|this|your|them|him|her|someone|somebody *",
    "i|we will|shall ~ see if|what|whether|to|that|about",
    f"i|we will|shall ~ be {_DOING}",
    f"i|we will ~ need|have to ~ {_WITH}",
    "let me see if|what|whether",
    plain=True,
)


@signal
def ownership(text: str) -> Spans:
    """Spans in which the speaker says what they will do about it."""
    reading = read(text)
    unnamed = [reading.span(first, after) for first, after in _UNNAMED.find_words(reading) if _opens(reading, first)]
    taken_on = spans_of(_TAKES_ON.find(reading), unnamed)
    if not taken_on:
        return ()
    return outside(taken_on, outside(_NOT_A_DEED.find(reading), _DEEDS_AFTER_ALL.find(reading)))


def _opens(reading: Reading, first: int) -> bool:
    """Whether a statement starts here, but for words of assent."""
    sentence = reading.sentences[first]
    start = reading.bounds[sentence][0]
    if sentence in reading.questions or first - start > _RUN_UP:
        return False
    return _ASSENT.issuperset(reading.words[start:first])


@signal
def done_myself(text: str) -> Spans:
    """Spans in which the speaker tells what they did about it: "I've asked the depot"."""
    return _DONE_MYSELF.find(read(text))
