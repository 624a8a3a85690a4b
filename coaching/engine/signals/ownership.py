"""Taking a thing on: first person and a verb of doing."""

from coaching.engine.matchers import Phrases, signal
from coaching.engine.text import Spans, read

_DEEDS = (
    "look|check|find|ring|call|phone|email|send|sort|fix|get|chase|follow|ask|speak|talk|see"
    "|book|order|arrange|make"
    "|take|do|deal|handle|pop|bring|print|replace|refund|waive|change|cancel|swap|update"
    "|investigate|raise|log|report"
    "|try|test|walk|carry|fetch|go|stay|keep|hold|write|post|deliver|set|put|track|trace|push"
    "|confirm|have|give|organise"
    "|note|add|credit|own|personally|reset|reach|drop|collect|show|text|let|double|run|pull|come"
    "|issue|pass|work|figure"
)
_HAVE_DONE = (
    "checked|found|rang|rung|called|phoned|emailed|sent|sorted|fixed|chased|asked|spoken|spoke"
    "|talked|booked|ordered"
    "|arranged|taken|took|handled|replaced|refunded|waived|changed|cancelled|canceled|swapped"
    "|updated|raised|logged"
    "|reported|tracked|traced|moved|reset|reserved|decided|agreed|persuaded|got|gotten|credited"
    "|upgraded|extended|walked"
    "|carried|fetched|stayed|wrote|written|set|made|opened|overnighted|pulled|stopped|removed"
    "|added|printed|kept|put"
)
_DOING = (
    "looking|checking|finding|ringing|calling|sending|sorting|fixing|getting|chasing|asking"
    "|booking|ordering|arranging"
    "|taking|dealing|replacing|refunding|waiving|changing|making|putting|doing|raising|writing|going"
)
_TAKES_ON = Phrases(
    f"i|we will|shall ~ {_DEEDS}",
    f"i|we will be {_DOING}",
    f"let me|us ~ {_DEEDS}",
    f"(i am|we are) ~ going to ~ {_DEEDS}",
    f"(i am|we are) ~ {_DOING}",
    f"i|we have? ~ {_HAVE_DONE}",
    f"i|we would ~ like to {_DEEDS}",
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
    "i|we have? asked|spoken|spoke|checked ... supervisor|manager|boss|warehouse|depot|kitchen|team|office|bank",
)
_NOT_A_DEED = Phrases(
    "i|we will have to charge|ask|refuse|decline|wait",
    "i|we will need you to",
    "i|we have got no",
    "i|we have to ask you to",
    "let me tell|see",
    "i|we will see you",
    "i|we will let you go",
    "i|we will have a|the|that|one",
    "i|we have made|got it clear",
    "i was going to",
    plain=True,
)


@signal
def ownership(text: str) -> Spans:
    """Spans in which the speaker takes it on."""
    reading = read(text)
    not_deeds = _NOT_A_DEED.find_words(reading)
    return tuple(
        reading.span(first, after)
        for first, after in _TAKES_ON.find_words(reading)
        if not any(a == first for a, _ in not_deeds)
    )
