"""Saying that something has been done, or handing over the facts of it."""

from coaching.engine.matchers import Phrases, outside, signal, spans_of
from coaching.engine.text import Spans, read

_DONE = (
    "booked|reserved|confirmed|sent|emailed|mailed|texted|posted|ordered|paid|refunded"
    "|cancelled|changed|updated|added|removed|transferred|made|purchased|bought|rented|completed|processed"
    "|issued|credited|fixed|replaced|arranged|placed|successful|complete|done|sorted|approved|registered|printed"
    "|shipped|dispatched|collected|waived|upgraded|extended|moved|swapped|secured|ready|opened|closed"
    "|activated|delivered|granted|resolved|corrected|amended|applied|linked|unlocked|reinstated"
    "|notified|informed|renewed|restored|recorded|logged|saved|forwarded|connected|installed|allocated|verified|packed"
    "|created|initiated|submitted|finalised|finalized|scheduled|set"
)
_DO = (
    "book|reserve|confirm|send|order|refund|cancel|change|update|add|remove|transfer|make|purchase|buy|rent|complete"
    "|process|fix|replace|arrange|place|schedule|set|secure|get|finish|waive|sort|extend|move"
)
_THINGS = (
    "reservation|reservations|booking|appointment|table|room|rooms|ticket|tickets|seat|seats|order|payment|transfer"
    "|refund|ride|car|cab|taxi|visit|purchase|alarm|delivery|rental|confirmation|request|change"
)
_HANDED = "sent|emailed|texted|messaged|posted|gave|handed|printed|wrote|written|read|showed"
_PAPERS = (
    "number|numbers|code|codes|date|dates|time|times|bill|receipt|receipts|reference|ref|address|ticket|tickets|pass"
    "|passes|letter|permit|copy|details|confirmation|invoice|summary|leaflet|certificate|voucher|label|slip|quote|estimate"
    "|timetable|map|card|extension|password|pin|link|hours"
)
_MEETINGS = (
    "appointment|delivery|engineer|technician|table|room|flight|booking|collection|visit|slot|parcel|train|taxi|scan"
    "|interview|meeting|callback|repair|installation"
)
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|noon"
_NUMBERED = "ref|reference|case|booking|order|tracking|claim|confirmation|ticket|incident"
_DONES = Phrases(
    f"is|are|was|were|been ~ {_DONE}",
    f"(is|are|was|were|been) all ~ {_DONE}",
    "was|is a success",
    "been|was|is ~ started",
    "i|we have ~ started",
    f"i|we have? ~ {_DONE}",
    f"i|we have got you|it|that|this|your|the ... {_DONE}",
    "i|we have got you",
    f"(i|we) (was|were) able to {_DO}",
    "i|we have? went|gone ahead and *",
    "i|we have ~ setup",
    "i have|am put|putting you down|in",
    f"all {_DONE}",
    f"{_THINGS} ~ {_DONE}",
    "done and dusted",
    "successfully *",
    "you are ~ all|now|hereby booked|set|sorted|done|confirmed|reserved",
    "enjoy the|your song|music|show|concert",
    "enjoy listening to",
    "started|begin|start|begun playing",
    "now playing",
    "playing now",
    "is|are ~ on its|the|their way",
    "you have got? your|# ticket|tickets|seat|seats",
    "went|gone|came through",
    "taken care of",
    "good to go",
    "booked you ~ in|on|onto|a|the",
    "is|are now active|live|yours|working",
    "you now have",
    "you have got? a|the|your confirmed? reservation|booking|appointment|table|room",
    "(is|are) ~ arriving|coming shortly|now|in|right",
)
_DONE_ALONE = Phrases("done", "enjoy", "booked", "sorted", "all done|set|sorted", "success", "it worked")
_NOT_DONE = Phrases(
    "should|shall|can|could|do|did|would|may|will|must|are|am i|we *",
    "is|are|was scheduled to|for",
    "that is set for|to",
    "is set to occur|take|start|begin",
    "need|needs|to|will|would|can be *",
    "if|whether it|that|they|everything|the *? *",
    "fully booked",
    "sorry they are booked|gone",
    plain=True,
)
_FACTS = Phrases(
    "your|the|a|this confirmation|booking|order|tracking|reference|case|ticket|claim number|code|reference|id",
    "your|the|a|this receipt",
    "here is|are your|the ... number|code|receipt|reference|date|address|details|copy|tickets|ticket|letter|card",
    f"{_HANDED} ... {_PAPERS}",
    f"i|we have? ~ {_HANDED}|given ... {_PAPERS}",
    f"{_MEETINGS} is|on|for|booked ~ on|for|at? {_DAYS}",
    "appointment|delivery|engineer|technician|visit|slot|callback|taxi|train|flight is|booked ~ at|for #",
    "flight|platform|seat|gate #",
    f"{_NUMBERED} no|number|code|id is|#",
    "ref|reference|case|claim|incident|order|tracking is? #",
    "here is|are my|our ... number|line|email|details|card|extension",
    "ready|done|due|here on|by|at|from? (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon)",
    "in writing",
    "in his|her|their|your own? hand|inbox",
    "receipt|invoice|confirmation|tracking is|number|in|email|code|link|and",
    "your|the|a|printed|my receipt|confirmation|letter",
    "will|shall * ... tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon",
    "will|shall * ... at|by|before|around #",
    "is|are ~ sending|bringing|posting|delivering|coming|calling * ... tomorrow|tonight|monday|tuesday|wednesday|thursday"
    "|friday|saturday|sunday|noon",
    "it|they|that|he|she will be|arrive|come|reach ... by|on|at|before monday|tuesday|wednesday"
    "|thursday|friday|saturday"
    "|sunday|tomorrow|noon|#",
    "written|wrote|noted it? down? on|the|your|for",
)
_NOT_HANDED = Phrases(
    "gave|given|sent|handed|showed|emailed|texted me|us",
    "gave|given him|her|them|you|it? some|more|plenty|a|the? * time",
    "gave|given him|her|them|you|it? some|more|plenty? time",
    plain=True,
)


@signal
def confirm_done(text: str) -> Spans:
    """Spans that report a thing done; not "should I set", "it is scheduled to arrive"."""
    reading = read(text)
    alone = [pair for pair in _DONE_ALONE.find_words(reading) if pair in reading.bounds]
    done = spans_of(_DONES.find(reading), (reading.span(first, after) for first, after in alone))
    return outside(done, _NOT_DONE.find(reading)) if done else ()


@signal
def facts_in_hand(text: str) -> Spans:
    """Spans that hand over a number, a date, a receipt or an e-mail; what they gave us, and time, are none."""
    reading = read(text)
    given = _FACTS.find(reading)
    return outside(given, _NOT_HANDED.find(reading)) if given else ()
