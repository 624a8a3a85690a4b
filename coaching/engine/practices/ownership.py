"""Taking it on: "I'll ring the depot myself", in the first person and with a verb of doing.

Sending people elsewhere or saying that nothing can be done is a miss, unless you take a part of it on. A
hand-over where somebody knows the story already, or to a team you name, is half way, and so is an offer. A
decision of your own, or one you got from a supervisor, counts as half without words.
"""

from collections.abc import Callable

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import NO_WORDS, OTHER_LANGUAGE, is_readable, is_said, judged, not_judged, words
from coaching.engine.matchers import outside, spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.anything_else import anything_else
from coaching.engine.signals.handoff import passing_on, refusal, warm_handover
from coaching.engine.signals.ownership import done_myself, noted, ownership
from coaching.engine.signals.ownership_any import ownership_any
from coaching.engine.signals.stock import stock_greeting
from coaching.engine.signals.whole import said_out
from coaching.engine.text import Spans, read
from coaching.engine.text import gettext_noop as _

KEY = "ownership"
_FIELDS = ("resolution", "empathy")
_DECIDED = ("own_judgement", "approved")


def judge(facts: EncounterFacts) -> Finding:
    taken_on = (
        *_said(facts, "resolution", solving),
        *_said(facts, "empathy", taking_on),
    )
    if taken_on:
        return judged(KEY, SHOWN, _("You took it on yourself."), taken_on)
    if not is_said(facts.resolution, facts.empathy):
        return _from_answers(facts)
    warm = _evidence(facts, warm_handover)
    away = _evidence(facts, lambda text: spans_of(passing_on(text), refusal(text)))
    if away and not warm and facts.concession not in _DECIDED:
        return judged(KEY, MISSED, _("The way on led elsewhere. What part of it could stay with you?"), away)
    if away or warm:
        return judged(
            KEY,
            CLAIMED,
            _("You saw to it that somebody has it. Say what you do yourself, too."),
            _evidence(facts, lambda text: spans_of(warm_handover(text), passing_on(text), refusal(text))),
        )
    begun = _evidence(facts, beginning_to)
    if begun:
        return judged(KEY, CLAIMED, _("You began to take it on. Say what you do next, and it is yours."), begun)
    return _plain(facts)


def taking_on(text: str) -> Spans:
    """Saying what one will do or did, which is more than passing somebody on."""
    return outside(spans_of(ownership(text), done_myself(text)), passing_on(text))


def solving(text: str) -> Spans:
    """The same in a resolution, where a note need not say "I"."""
    return taking_on(text) or outside(noted(text), passing_on(text))


def beginning_to(text: str) -> Spans:
    """An offer or a moment asked for: on the way to taking it on, unless it only asks what they want."""
    others = spans_of(passing_on(text), refusal(text), anything_else(text), stock_greeting(text))
    return outside(ownership_any(text), others)


def _evidence(facts: EncounterFacts, signal: Callable[[str], Spans]) -> tuple[Evidence, ...]:
    return tuple(found for field in _FIELDS for found in _said(facts, field, signal))


def _said(facts: EncounterFacts, field: str, signal: Callable[[str], Spans]) -> tuple[Evidence, ...]:
    text: str = getattr(facts, field)
    return words(facts, field, said_out(signal(text), read(text)))


def _from_answers(facts: EncounterFacts) -> Finding:
    if facts.concession in _DECIDED:
        reason = _("You got a decision made. Your words would show how.")
        return judged(KEY, CLAIMED, reason, [Evidence.of_answer("concession", facts.concession)])
    return not_judged(KEY, NO_WORDS)


def _plain(facts: EncounterFacts) -> Finding:
    if not is_said(facts.resolution):
        return not_judged(KEY, _("How it was solved wasn't logged, so there is nothing to read."))
    if not is_readable(facts.resolution):
        return not_judged(KEY, OTHER_LANGUAGE)
    return judged(KEY, CLAIMED, _("It got an answer. Say “I'll” and what you do, and it is yours."))


def _example(text: str, score: int | None = None, field: str = "resolution", **facts: object) -> Example:
    return Example(text, field, facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Use your judgement"),
    phase=Phase.RESOLUTION,
    source="the six steps to a more powerful connection",
    what=_("Take the problem on yourself: say what you will do, decide what you may, get the rest decided."),
    why=_("People brace for “not my department”. One person who takes it on changes the whole story."),
    how_scored=_(
        "Saying what you yourself do or did gives 100, and a note may leave the “I” out."
        " A plain answer, an offer, a hand-over where somebody knows"
        " the story or to a named team, or a decision"
        " only ticked gives 50. Sending them away, or “nothing I can do”, gives 0. Without words"
        " it is left out."
    ),
    try_saying=_("“Leave it with me. I'll ring the depot and call you by four.”"),
    landed=_("You took it on"),
    weight=10,
    shows=(
        _example("[[I'll ring the depot myself]] and see where it is"),
        _example("[[let me look into this right now]]"),
        _example("[[LEAVE IT WITH ME]]"),
        _example("Nothing I can do about the fee, but [[I've asked my supervisor]]"),
        _example("[[im going to call the bank now]]"),
        _example("[[rang the other shop]] and [[got them to hold one til six]]"),
        _example("[[told him I'd ring him back before five]]"),
        _example("[[we filled in the form together]]"),
        _example("[[told her I'd ask the chef]] and let her know"),
        _example("[[Shall I check the shop in town]]?", CLAIMED),
        _example("[[We'll forward this to our baggage team tonight]]", CLAIMED),
        _example("That's [[not my department]], [[ring the other number]]", MISSED),
        _example("[[nothing i could do really]], [[told her to try head office]]", MISSED),
        _example("[[sent him to the desk upstairs]]", MISSED),
        _example("[[Please contact the billing people]]", MISSED),
    ),
    misses=(
        _example("There is nothing I can do"),
        _example("You'll need to call another department"),
        _example("I'll see you then"),
        _example("He said he'll ring the depot"),
        _example("I can't look into that"),
        _example("The refund takes five days"),
        _example("asked him for his order number"),
        _example("So I've got this right, it's the left knee?", field="empathy"),
        _example("You did everything we asked", field="empathy"),
        _example("Looked at the scratches with her", field="empathy"),
        _example("computer says no, rules are rules"),
    ),
    judge=judge,
)
