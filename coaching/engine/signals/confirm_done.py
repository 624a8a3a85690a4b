"""Saying that something has been done, or handing over the facts of it."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_DONE = (
    "booked|reserved|scheduled|confirmed|sent|emailed|mailed|texted|posted|ordered|paid|refunded"
    "|cancelled|canceled"
    "|changed|updated|added|removed|transferred|made|purchased|bought|rented|completed|processed"
    "|issued|credited|fixed"
    "|replaced|arranged|placed|successful|complete|done|set|sorted|approved|registered|printed"
    "|shipped|dispatched"
    "|collected|waived|upgraded|extended|moved|swapped|secured|playing|ready|opened|closed"
    "|activated|delivered"
)
_DONES = Phrases(
    f"is|are|was|were|been|be ~ {_DONE}",
    f"i|we have? ~ {_DONE}",
    f"i|we have got you *? {_DONE}?",
    "i have|am put|putting you down|in",
    "all done|set|sorted|booked|fixed",
    "successfully *",
    "you are all|now booked|set|sorted|done|confirmed",
    "enjoy the|your song|music|movie|film|meal|ride|show|concert|stay|trip|visit",
    "went|gone|came through",
)
_FACTS = Phrases(
    "your|the|a|this confirmation|booking|order|tracking|reference|case|ticket|claim number|code|reference|id",
    "your|the|a|this receipt",
    "here is|are your|the ... number|code|receipt|reference|date|address|details|copy|tickets|ticket|letter|card",
    "receipt|invoice|confirmation|tracking is|number|in|email|code|link|and",
    "your|the|a|printed|my receipt|confirmation|letter",
    "it|they|that|he|she will be|arrive|come|reach ... by|on|at|before monday|tuesday|wednesday"
    "|thursday|friday|saturday"
    "|sunday|tomorrow|noon|#",
    "written|wrote|noted it? down? on|the|your|for",
)


@signal
def confirm_done(text: str) -> Spans:
    """Spans that report a thing done."""
    return _DONES.find(read(text))


@signal
def facts_in_hand(text: str) -> Spans:
    """Spans that hand over a number, a date, a receipt or an e-mail."""
    return _FACTS.find(read(text))
