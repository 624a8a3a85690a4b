"""Stepping into the customer's shoes: naming or answering what they feel, or what their situation is like.

Specific words count whole: what it costs this person. A formula ("sorry for the inconvenience") is half way.
A miss needs an opening: they came in unhappy, and your answer does not meet it. Nothing is missed where
nobody was upset.
"""

from collections.abc import Callable

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import OTHER_LANGUAGE, is_readable, is_said, judged, not_judged, ticked, words
from coaching.engine.matchers import outside, spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.apology import apology
from coaching.engine.signals.blame import blame
from coaching.engine.signals.formulas import formula
from coaching.engine.signals.playback import concrete, met, met_in_own_words
from coaching.engine.text import Spans
from coaching.engine.text import gettext_noop as _

KEY = "customers_shoes"
_FIELDS = ("empathy", "greeting", "resolution")
_UNHAPPY = 2


def judge(facts: EncounterFacts) -> Finding:
    specific = _in_words(facts, specific_empathy)
    if specific:
        return judged(KEY, SHOWN, _("You said what it was like for them."), specific)
    worn = _in_words(facts, _formulas)
    touches = ticked(facts, "personal_touches", "named_feeling")
    if worn or touches:
        reason = _("Kind, and nearly there. Say what it cost this person, and it is theirs.")
        return judged(KEY, CLAIMED, reason, (*worn, *touches))
    return _not_met(facts)


def specific_empathy(text: str) -> Spans:
    """Spans that meet a feeling in words of one's own, or beside a detail that makes a formula theirs."""
    own = outside(met_in_own_words(text), blame(text))
    if own or not met(text):
        return own
    named = concrete(text)
    return spans_of(met(text), named) if named else ()


def _formulas(text: str) -> Spans:
    return spans_of(formula(text), apology(text))


def _in_words(facts: EncounterFacts, signal: Callable[[str], Spans]) -> tuple[Evidence, ...]:
    return tuple(found for field in _FIELDS for found in words(facts, field, signal(getattr(facts, field))))


def _not_met(facts: EncounterFacts) -> Finding:
    if facts.feeling_before is None:
        return not_judged(KEY, _("You didn't say how they came in, so no feeling was there to meet."))
    if facts.feeling_before > _UNHAPPY:
        return not_judged(KEY, _("They came in well enough: no hard feeling was there to meet."))
    if not is_said(facts.empathy):
        return not_judged(KEY, _("They came in unhappy, and your answer wasn't logged."))
    if not is_readable(facts.empathy):
        return not_judged(KEY, OTHER_LANGUAGE)
    evidence = [Evidence.of_answer("feeling_before", facts.feeling_before)]
    return judged(KEY, MISSED, _("They came in unhappy. A word about that would have met them first."), evidence)


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "empathy", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Step into the customer's shoes"),
    phase=Phase.EMPATHY,
    source="What happened when the agent told me, “I’ve checked your bag to Jamaica”;"
    " 3 Actions For An Authentic Connection, S. Wechsberg; the six steps to a more powerful connection",
    what=_("Say what it must be like for them, or answer what they feel, before anything else."),
    why=_("Somebody who feels understood can wait; somebody who doesn't will repeat it louder."),
    how_scored=_(
        "Naming what this is like for this person gives 100. A formula, or a feeling only"
        " ticked, gives 50. When they came in"
        " unhappy and your answer doesn't meet it, 0. When nobody was unhappy and nothing was"
        " said, it is left out."
    ),
    try_saying=_("“Three nights away from your girls, no wonder you're worn out.”"),
    landed=_("You stood in their shoes"),
    weight=15,
    shows=(
        _example("[[three nights away from your girls, that wears you out]]"),
        _example("[[No wonder you’re worn out after that]]"),
        _example("[[oh what a morning, sit down]]"),
        _example("[[I'd be climbing the walls too]]"),
        _example("[[You must be so excited 🎉 first trip with the baby]]"),
        _example("[[its scary waiting for news i know]]"),
        _example("[[You've every right to be cross]]"),
        _example("[[you're not silly at all, that letter would have fooled anyone]]"),
        _example("[[You've been passed around all week]]"),
        _example("[[what a rotten start to the holiday]]"),
        _example(
            "so he was shouting at the counter because the till had charged him twice for the shoes"
            " [[and I said that would drive me mad]] and then he calmed down and I gave him the money back"
        ),
        _example("[[Apologised]] for the mix-up", CLAIMED),
        _example("[[We are sorry]] to hear that. Please restart your router.", CLAIMED),
        _example("[[Sorry for the inconvenience]] sir", CLAIMED),
        _example("[[I understand your frustration]].", CLAIMED),
        _example("[[My son was the same at that age, it wears you out]]"),
        _example("[[Good luck]], and [[take care]] now", CLAIMED),
    ),
    misses=(
        _example("Not sorry at all"),
        _example("He said he was sorry about the mess"),
        _example("She told me she was worried sick", feeling_before=2),
        _example("That must be the order number", feeling_before=1),
        _example("OK, your number please", feeling_before=1),
        _example("I had a look and I couldn't see it either", feeling_before=1),
        _example("So you want it sent to the shop", feeling_before=1),
    ),
    judge=judge,
)
