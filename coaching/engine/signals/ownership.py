"""Taking a thing on: first person and a verb of doing."""

from collections.abc import Iterator

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.text import Reading, Span, Spans, read

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
_PROMISED = (
    "ring|call|phone|email|text|message|chase|find|sort|fix|get|bring|send|post|book|order|ask|speak|check|refund"
    "|replace|waive|arrange|make|keep|hold|stay|let|come|go|look|do"
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
_TOLD = "told|promised him|her|them|you"
# What people write down of their own doing. "Got it" and "asked for ID" are none, so some verbs need their object.
_DID = (
    "rang|phoned|called|emailed|texted|messaged|chased|booked|rebooked|ordered|reordered|arranged|organised|sorted"
    "|fixed|mended|repaired|replaced|refunded|waived|changed|cancelled|swapped|exchanged|upgraded|extended|reset"
    "|remade|fetched|brought|carried|walked|drove|stayed|printed|wrapped|packed|posted|delivered|moved|unlocked"
    "|unblocked|cleaned|filled|traced|tracked|credited|reduced|persuaded|overrode|showed|helped|corrected|reserved|searched|hunted|tested|measured|translated|typed"
    "|restarted|reinstalled|reissued|reprinted|resent|reheated|refilled|tightened|honoured|matched|negotiated|squeezed"
    "|popped|nipped|grabbed|dug|wiped|scraped|poured|topped|backdated|taught|pushed|entered"
)
_COLLEAGUES = (
    "manager|supervisor|boss|colleague|chef|kitchen|warehouse|depot|team|office|doctor|nurse|engineer|driver|mechanic"
    "|pharmacist|specialist|technician"
)
# Whoever else stands earlier in the sentence may have done what follows: "she came in and changed it".
_SOMEBODY_ELSE = frozenset(
    "he she they it you who customer caller guest client passenger patient lady gentleman man woman guy".split()
)
_SHORTEST = 4  # letters: "need" and "feed" are no past tense
_OBJECTS = frozenset("a an the my our his her their it him them one some up out off over".split())
# Talking, wanting and handing on are no deeds of one's own; nor is what was done to them.
_NO_PAST_DEEDS = frozenset(
    "explained advised asked informed apologised refused declined transferred passed referred directed redirected introduced"
    " pointed logged noted reported recorded escalated raised forwarded waited shouted laughed replied answered"
    " needed wanted seemed looked liked loved hated expected claimed complained demanded insisted believed missed"
    " received returned charged suggested recommended reminded warned blamed called moved ignored handed signposted"
    " mentioned described thanked greeted served closed ended noticed watched reached based delayed".split()
)
_JOINS = frozenset({"so", "and", "then", "but"})
_GIVES = "call|phone|ring|bring|send|print|fix|repair|order|book|change|refund|replace|help|show|make|give|write"
_IT = "a|an|the|my|our|it|one|him|her|them|some|another"
_NOTED = (
    _DID,
    f"found|made|put|gave|kept|held|lent|took {_IT}",
    "got a|an|the|my|one|him|her|them|another",
    "got * to",
    "went and|to|up|down|over|back|out|through",
    "sat in|with|down",
    "decided|agreed|offered|managed to",
    f"asked|told|spoke to? my|our|the|a *? {_COLLEAGUES}",
    "cut|threw|fitted|ran|drew|wrote|looked|asked|checked|tried him|her|them|it|a|an|the|in|up|around|every|out|down|round",
    "knocked|took ... off",
    "did it|that|the|this",
)
_DONE_MYSELF = Phrases(
    f"i|we have? ~ {_HAVE_DONE}",
    *(f"i|we have? ~ {deed}" for deed in _NOTED),
    f"{_DID}|found|made|got|did|took|put ... myself|personally",
    f"{_TOLD} i|we would|will ~ {_PROMISED}",
    f"{_TOLD} id ~ {_PROMISED}",
    f"i {_GIVES} him|her|them|you",
    f"i {_GIVES} it|the|a for",
    f"said|promised i|we would|will ~ {_PROMISED}",
    "i|we have ~ put|set|got|gotten you|it|that|this|your|her|him|them",
    "i|we have? asked|spoken|spoke|checked ... supervisor|manager|boss|warehouse|depot|kitchen|team|office|bank",
)
# Notes of what was done leave the "I" out as well: "rang the depot", "just gave them a new one".
_NOTES = Phrases(*_NOTED, *(f"just|then|also|even {deed}" for deed in _NOTED))
# Not what was done about it: having understood, or what we had asked of them.
_NOT_DONE_MYSELF = Phrases(
    "i|we have got it|this|that right|wrong|straight|down|here",
    "everything|what|which|all|anything i|we have? ~ *",
    "if|when|whenever|how|shall|should|may|do|did|can|could i ~ *",
    "called|walked|moved in|out|away|off|on|security",
    "asked him|her|them to|for|if|what|why|how|where|when|who|which|whether",
    "asked|checked the customer|caller|guest|client|passenger|patient",
    "looked|checked it|him|her up? and",
    "did the|that best|job",
    "put the phone down",
    "made|kept him|her|them wait|waiting|queue|leave|stand|standing|pay|sign",
    "put|transferred|passed him|her|them through|on|over",
    plain=True,
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
    return _but_not_asked(_DONE_MYSELF.find(read(text)), text)


@signal
def noted(text: str) -> Spans:
    """The same in a note without its "I": "rang the depot", "just gave them a new one"."""
    reading = read(text)
    listed = (pair for pair in _NOTES.find_words(reading) if _is_a_note(reading, pair[0]))
    return _but_not_asked(spans_of(reading.span(*pair) for pair in (*listed, *_past_deeds(reading))), text)


def _past_deeds(reading: Reading) -> Iterator[Span]:
    """ "opened the shop again": a past tense that opens a sentence and has an object, as notes do."""
    for number, (first, after) in enumerate(reading.bounds):
        verb = reading.words[first]
        is_past = len(verb) > _SHORTEST and verb.endswith("ed") and verb not in _NO_PAST_DEEDS
        if (
            is_past
            and number not in reading.questions
            and not _OBJECTS.isdisjoint(reading.words[first + 1 : after][:1])
        ):
            yield first, first + 2


def _is_a_note(reading: Reading, first: int) -> bool:
    """Whether nobody but the writer can have done it: it opens the sentence or follows "so" with nobody before."""
    if _opens(reading, first):
        return True
    sentence = reading.sentences[first]
    start = reading.bounds[sentence][0]
    is_joined = first > start and reading.words[first - 1] in _JOINS and sentence not in reading.questions
    return is_joined and _SOMEBODY_ELSE.isdisjoint(reading.words[start:first])


def _but_not_asked(done: Spans, text: str) -> Spans:
    return outside(done, _NOT_DONE_MYSELF.find(read(text))) if done else ()
