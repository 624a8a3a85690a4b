"""Leaving nothing open: they go with the facts in hand, and you asked whether it reached them or anything is
left.

Two halves: the facts (a number, a date, a receipt, an e-mail) and the question. Both in your words is whole;
one of them, or both only ticked, is half. A goodbye with neither, where something was sorted, leaves it open.
"""

from collections.abc import Callable

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import (
    NO_WORDS,
    OTHER_LANGUAGE,
    is_readable,
    is_said,
    judged,
    not_judged,
    ticked,
    words,
)
from coaching.engine.matchers import Phrases, outside, spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.anything_else import anything_else
from coaching.engine.signals.arrived import arrived
from coaching.engine.signals.confirm_done import confirm_done, facts_in_hand
from coaching.engine.signals.whole import said_out
from coaching.engine.text import Spans, read
from coaching.engine.text import gettext_noop as _

KEY = "confirmation"
_FIELDS = ("resolution", "closing")
# What you did yourself is not yet in their hands.
_DEEDS = Phrases(
    "i|we have? ~ made|transferred|passed|forwarded|connected|started|notified|informed|recorded|logged|opened|closed"
    "|removed|added|moved|linked|created",
    "been|is|was ~ forwarded|transferred|passed|logged|recorded|noted|escalated|raised",
    plain=True,
)
_TICKS = ("number", "email", "date", "receipt", "asked_anything_else")


def judge(facts: EncounterFacts) -> Finding:
    given = _in_words(facts, _giving)
    asked = _in_words(facts, _asking)
    ticks = ticked(facts, "confirmed", *_TICKS)
    if given and asked:
        return judged(KEY, SHOWN, _("They left with the facts, and you asked whether all was there."), (*given, *asked))
    if given or asked or ticks:
        return judged(KEY, CLAIMED, _half_reason(bool(given), bool(asked)), (*given, *asked, *ticks))
    return _nothing(facts)


def _giving(text: str) -> Spans:
    reading = read(text)
    given = spans_of(outside(confirm_done(text), _DEEDS.find(reading)), facts_in_hand(text))
    return said_out(given, reading, _asking(text))


def _asking(text: str) -> Spans:
    return spans_of(anything_else(text), arrived(text))


def _in_words(facts: EncounterFacts, signal: Callable[[str], Spans]) -> tuple[Evidence, ...]:
    return tuple(found for field in _FIELDS for found in words(facts, field, signal(getattr(facts, field))))


def _half_reason(given: bool, asked: bool) -> str:
    if given:
        return _("They left with the facts. Asking whether anything is open would round it off.")
    if asked:
        return _("You asked whether anything was open. A number or a date in hand would round it off.")
    return _("You say they had it in hand. The words you used would show it.")


def _nothing(facts: EncounterFacts) -> Finding:
    if not is_said(facts.closing):
        return not_judged(KEY, NO_WORDS)
    if not is_readable(facts.closing, facts.resolution):
        return not_judged(KEY, OTHER_LANGUAGE)
    evidence = words(facts, "closing", [(0, len(facts.closing))])
    return judged(
        KEY,
        MISSED,
        _("They left without a fact in hand. A number, a date or a question closes it."),
        evidence,
    )


def _example(text: str, score: int | None = None, field: str = "closing", **facts: object) -> Example:
    return Example(text, field, facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Leave nothing open"),
    phase=Phase.FOLLOW_THROUGH,
    source="3 Actions For An Authentic Connection, S. Wechsberg",
    what=_("Give them the facts to hold, and ask whether they arrived and whether anything is left."),
    why=_("A number in hand and a checked inbox save the next call."),
    how_scored=_(
        "Handing over the facts and asking whether it reached them or anything is left gives"
        " 100. One of the two, or ticked"
        " only, gives 50. A goodbye with neither gives 0. Without closing words it is left out."
    ),
    try_saying=_("“I've sent you the tracking number; has it come through?”"),
    landed=_("You left nothing open"),
    weight=10,
    shows=(
        _example("[[I've sent you the tracking number]], [[has it come through]]?"),
        _example("Your appointment [[is booked]]. [[Anything else]] for you then?"),
        _example("[[here's your receipt]], [[is that everything]]"),
        _example("[[ALL SORTED]]. [[DID YOU GET THE EMAIL]]?"),
        _example("It has [[been refunded]] 👍 [[anything else]]?"),
        _example("[[texted her the pickup time]] and [[checked she had]] it"),
        _example("[[gave him the new permit in a folder]]", CLAIMED),
        _example("engineer is coming, [[ref no is 4471X]]", CLAIMED),
        _example("the [[appointment is thursday at noon]]", CLAIMED),
        _example("[[made sure there was nothing left]] on her list", CLAIMED),
        _example("Is there [[anything else]] I can do?", CLAIMED),
    ),
    misses=(
        _example("Have a nice day"),
        _example("There's nothing else I can do"),
        _example("It hasn't been sent"),
        _example("She said it was booked"),
        _example("Bye now, take care"),
        _example("I transferred him to accounts", field="resolution"),
        _example("It has been logged", field="resolution"),
    ),
    judge=judge,
)
