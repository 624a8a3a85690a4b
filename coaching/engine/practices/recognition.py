"""Somebody we know should feel known: by name, by what they like, by having been here before.

Looked for in everything you said. It is not judged for a first-time customer nobody could know.
"""

from coaching.engine.facts import TEXT_FIELDS, EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import is_said, judged, not_judged, ticked, words
from coaching.engine.matchers import spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.history import history
from coaching.engine.signals.names import name_in
from coaching.engine.text import Spans
from coaching.engine.text import gettext_noop as _

KEY = "recognition"
_TOUCHES = ("used_name", "recalled_visit", "remembered_preference")


def judge(facts: EncounterFacts) -> Finding:
    evidence = _evidence(facts)
    if evidence:
        return judged(KEY, SHOWN, _("Your words show that you knew who was there."), evidence)
    touches = ticked(facts, "personal_touches", *_TOUCHES)
    if touches:
        return judged(KEY, CLAIMED, _("You say you knew them. Their name in your words would show it."), touches)
    if not _is_known(facts):
        return not_judged(KEY, _("A new face, as far as we know: nobody could have recognised them."))
    if not is_said(facts.greeting, facts.empathy):
        return not_judged(KEY, _("No words were logged in which they could have been recognised."))
    return judged(KEY, MISSED, _("We knew something about them, and the words could have been for anyone."))


def _evidence(facts: EncounterFacts) -> tuple[Evidence, ...]:
    return tuple(found for field in TEXT_FIELDS for found in words(facts, field, _recognises(facts, field)))


def _recognises(facts: EncounterFacts, field: str) -> Spans:
    """A name anywhere; what was before anywhere but in the goodbye, where "again" looks ahead."""
    text = getattr(facts, field)
    return spans_of(name_in(text, facts.customer_name), () if field == "closing" else history(text))


def _is_known(facts: EncounterFacts) -> bool:
    return bool(facts.customer_name or facts.customer_reference) or not facts.is_first_contact


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "greeting", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Know who is in front of you"),
    phase=Phase.GREETING,
    source="What happened when the agent told me, “I’ve checked your bag to Jamaica”;"
    " Customer loyalty through micro-experiences",
    what=_("Use their name, recall that they have been here, remember how they like it."),
    why=_("Being known is what brings people back; being asked everything again is what sends them away."),
    how_scored=_(
        "A name, an earlier visit or a preference in your words gives 100; ticked only, 50."
        " Words for anyone, said to"
        " somebody we know, give 0. A new customer nobody could know is left out."
    ),
    try_saying=_("“Good to see you again, the usual table by the window?”"),
    landed=_("You knew who was in front of you"),
    weight=5,
    shows=(
        _example("morning [[maria]], sit down", customer_name="Maria Lopez"),
        _example("[[Welcome back]]! [[The usual]]?"),
        _example("Hello [[José]] 😀", customer_name="José"),
        _example("नमस्ते [[प्रिया]] जी", customer_name="प्रिया"),
        _example("[[You came in about the kettle last time]], how is it", is_first_contact=False),
        _example("Good morning, what can I do?", MISSED, customer_name="Maria"),
    ),
    misses=(
        _example("Good morning, what can I do for you?"),
        _example("Marianne's queue is over there", customer_name="Maria"),
        _example("Will you be paying by card?", customer_name="Will"),
        _example("Hello Sir, next counter please"),
        _example("Hi, this is Tom speaking"),
    ),
    judge=judge,
)
