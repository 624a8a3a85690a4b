"""Telling before being asked: the news, the alternative or the reminder comes from you.

A bonus: it adds and never takes.
"""

from coaching.engine.facts import TEXT_FIELDS, EncounterFacts
from coaching.engine.finding import CLAIMED, SHOWN, Finding
from coaching.engine.findings import judged, not_judged, ticked, words
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.told_ahead import told_ahead
from coaching.engine.text import gettext_noop as _

KEY = "proactive"


def judge(facts: EncounterFacts) -> Finding:
    evidence = tuple(found for field in TEXT_FIELDS for found in words(facts, field, told_ahead(getattr(facts, field))))
    if evidence:
        return judged(KEY, SHOWN, _("You told them before they had to ask."), evidence)
    touches = ticked(facts, "personal_touches", "told_ahead")
    if touches:
        return judged(KEY, CLAIMED, _("You say you told them first. Write down what, and it counts whole."), touches)
    return not_judged(KEY, _("Nothing was told ahead, and nothing had to be."))


def _example(text: str, score: int | None = None, field: str = "resolution", **facts: object) -> Example:
    return Example(text, field, facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Tell them before they ask"),
    phase=Phase.FOLLOW_THROUGH,
    source="Customer loyalty through micro-experiences",
    what=_("Bring the news, the alternative or the reminder yourself, before they find out."),
    why=_("Being told first says that somebody was thinking of you while you weren't there."),
    how_scored=_("Telling ahead in your words gives 100, ticked only gives 50. It only ever adds points."),
    try_saying=_("“Just so you know, that bus doesn't run on Sunday, so I looked up the next one.”"),
    landed=_("You told them first"),
    weight=5,
    is_bonus=True,
    shows=(
        _example("[[Just so you know]], the bus doesn't run on Sunday"),
        _example("[[heads up]]: it will smell of paint for a day"),
        _example("Your size is [[out of stock but]] I found one in Leeds"),
        _example("[[BEFORE YOU GO]], mind that the card is only good until May"),
        _example("[[dont forget]] the code changes tonight 🔑", field="closing"),
        _example("I [[wanted to let you]] know it's late", field="greeting"),
    ),
    misses=(
        _example("You asked when it opens: nine"),
        _example("It's out of stock"),
        _example("He said heads up to the others"),
        _example("I told you what you asked"),
        _example("Know your size?"),
    ),
    judge=judge,
)
