"""Fitting the answer to the person: a choice, or an answer that uses what they told.

"The only option is" leaves nobody a choice. A plain answer that might suit is half way.
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
from coaching.engine.matchers import spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.details import belongings, echoes
from coaching.engine.signals.options import no_choice, options
from coaching.engine.text import gettext_noop as _

KEY = "personalised"


def judge(facts: EncounterFacts) -> Finding:
    text = facts.resolution
    fitted = spans_of(options(text), belongings(text), echoes(text, facts.greeting, facts.empathy))
    if fitted:
        return judged(KEY, SHOWN, _("Your answer fits this person."), words(facts, "resolution", fitted))
    touches = ticked(facts, "personal_touches", "gave_choice")
    if touches:
        return judged(KEY, CLAIMED, _("You say you gave a choice. Name both ways, and it shows."), touches)
    if not is_said(text):
        return not_judged(KEY, NO_WORDS)
    return _unfitted(facts)


def _unfitted(facts: EncounterFacts) -> Finding:
    none = words(facts, "resolution", no_choice(facts.resolution))
    if none:
        return judged(KEY, MISSED, _("It left them one way only. Even a small choice gives some of it back."), none)
    if not is_readable(facts.resolution):
        return not_judged(KEY, OTHER_LANGUAGE)
    return judged(KEY, CLAIMED, _("An answer for anyone. A choice, or a detail they told, makes it theirs."))


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "resolution", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Fit the answer to the person"),
    phase=Phase.RESOLUTION,
    source="the six steps to a more powerful connection",
    what=_("Offer a choice, or shape the answer around what they told you."),
    why=_("The same answer for everyone is right for nobody in particular."),
    how_scored=_(
        "A choice, or an answer that uses what they told, gives 100. An answer for anyone, or a"
        " choice only ticked, gives 50."
        " “The only option” gives 0. Without words it is left out."
    ),
    try_saying=_("“Would you rather have it tomorrow at home, or today at the shop?”"),
    landed=_("Your answer fitted them"),
    weight=5,
    shows=(
        _example("[[would you rather have it sent or]] picked up"),
        _example("A new one in time for the [[camping]]"),
        _example("[[WHICHEVER SUITS]] YOU BETTER"),
        _example("[[How about]] a window seat instead"),
        _example("Sent to [[your sister]]’s flat"),
        _example("[[All I can do]] is a voucher", MISSED),
    ),
    misses=(
        _example("The refund is on its way"),
        _example("It's ready at the counter"),
        _example("the only option is to wait", MISSED),
        _example("Take it or leave it", MISSED),
        _example("Your order number is 4711"),
    ),
    judge=judge,
)
