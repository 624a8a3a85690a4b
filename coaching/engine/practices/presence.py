"""Being there: the words pick up something concrete that this customer brought with them.

A person, a time they counted, a place, an event, a thing of theirs. Filler ("no problem", "OK, sir") shows
that the ears were open and the mind elsewhere. A greeting alone is too early to miss anything, so without an
answer only a detail counts.
"""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Finding
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
from coaching.engine.matchers import outside, spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.attention import attention
from coaching.engine.signals.robot_talk import robot_talk
from coaching.engine.signals.stock import filler
from coaching.engine.text import gettext_noop as _
from coaching.engine.text import read

KEY = "presence"
_TOUCHES = ("noticed_detail", "asked_about_them")


def judge(facts: EncounterFacts) -> Finding:
    found = [words(facts, field, attention(getattr(facts, field))) for field in ("empathy", "greeting")]
    evidence = tuple(piece for pieces in found for piece in pieces)
    if evidence:
        return judged(KEY, SHOWN, _("You picked up something that was theirs."), evidence)
    touches = ticked(facts, "personal_touches", *_TOUCHES)
    if touches:
        return judged(KEY, CLAIMED, _("You say you noticed something. Put it into the words, and it shows."), touches)
    if not is_said(facts.empathy):
        return not_judged(KEY, NO_WORDS)
    return _without_details(facts)


def _without_details(facts: EncounterFacts) -> Finding:
    fillers = spans_of(filler(facts.empathy), robot_talk(facts.empathy))
    if fillers and not _is_more(facts.empathy, fillers):
        reason = _("They told you something, and the answer passed it by.")
        return judged(KEY, MISSED, reason, words(facts, "empathy", fillers))
    if not is_readable(facts.empathy):
        return not_judged(KEY, OTHER_LANGUAGE)
    return judged(KEY, CLAIMED, _("Kind words. One thing they told you would show that you were there."))


def _is_more(text: str, fillers: tuple[tuple[int, int], ...]) -> bool:
    reading = read(text)
    return bool(outside(tuple(zip(reading.starts, reading.ends, strict=True)), fillers))


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "empathy", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Be there"),
    phase=Phase.EMPATHY,
    source="Customer loyalty through micro-experiences",
    what=_("Pick up one concrete thing they brought with them: who, where, when, what."),
    why=_("Half of us is often elsewhere. One detail said back proves that you were not."),
    how_scored=_(
        "A detail of their moment in your words gives 100. Kind words anyone could get, or a"
        " detail only ticked, give 50."
        " Filler alone gives 0. Without an answer logged, it is left out."
    ),
    try_saying=_("“Three hours with the little one in that queue? Sit down a moment.”"),
    landed=_("You were there"),
    weight=10,
    shows=(
        _example("[[three hours]] [[in that queue]] with the [[little one]]"),
        _example("[[Your daughter]] must have been waiting for it"),
        _example("so the [[tent]] was meant for [[this weekend]]"),
        _example("AND ALL THAT ON [[YOUR ANNIVERSARY]]"),
        _example("you carried [[your cello]] up those stairs, wow"),
        _example("[[No problem]].", MISSED),
        _example("That sounds like a lot to carry, I'm with you", CLAIMED),
    ),
    misses=(
        _example("OK, sir."),
        _example("I understand your frustration"),
        _example("Thank you for your patience"),
        _example("Sure, one moment please"),
        _example("Your account number is fine, thanks"),
    ),
    judge=judge,
)
