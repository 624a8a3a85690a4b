"""Answering the real situation: reasons that come from the customer, not from the rulebook or the system."""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Finding
from coaching.engine.findings import NO_WORDS, OTHER_LANGUAGE, is_readable, is_said, judged, not_judged, words
from coaching.engine.matchers import outside, spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.blame import blame
from coaching.engine.signals.extras import extras
from coaching.engine.signals.ownership import done_myself
from coaching.engine.signals.reasons import reasons
from coaching.engine.signals.rulebook import rulebook
from coaching.engine.signals.whole import sentences_with
from coaching.engine.text import Spans, read
from coaching.engine.text import gettext_noop as _

KEY = "real"


def judge(facts: EncounterFacts) -> Finding:
    if not is_said(facts.resolution):
        return not_judged(KEY, NO_WORDS)
    rules = words(facts, "resolution", _unsoftened(facts.resolution, rulebook(facts.resolution)))
    if rules:
        return judged(KEY, MISSED, _("Here the rulebook answered. What would you say if it were your decision?"), rules)
    reproaches = words(facts, "resolution", _unsoftened(facts.resolution, blame(facts.resolution)))
    if reproaches:
        reason = _("These words can sound like a reproach. What would you say to a friend in the same spot?")
        return judged(KEY, MISSED, reason, reproaches)
    evidence = words(facts, "resolution", reasons(facts.resolution))
    if evidence:
        return judged(KEY, SHOWN, _("Your answer came from their situation."), evidence)
    if not is_readable(facts.resolution):
        return not_judged(KEY, OTHER_LANGUAGE)
    return judged(KEY, CLAIMED, _("A plain answer. A “because you…” ties it to their situation."))


def _unsoftened(text: str, spans: Spans) -> Spans:
    """The spans whose sentence neither gives a reason of the customer's nor tells of a deed for them."""
    reading = read(text)
    kind = sentences_with(spans_of(reasons(text), done_myself(text), extras(text)), reading) if spans else ()
    return outside(spans, kind)


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "resolution", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Answer the real situation"),
    phase=Phase.RESOLUTION,
    source="the six steps to a more powerful connection",
    what=_("Give a reason that starts from what they told you, not from how things are done here."),
    why=_("“The system won't let me” tells somebody that nobody is there. A reason of theirs tells the opposite."),
    how_scored=_(
        "A reason from their situation gives 100, a plain answer 50. Speaking for the policy or"
        " the system gives 0, unless you"
        " go past it for them; so do words that sound like a reproach. Without words it is left out."
    ),
    try_saying=_("“Because you fly on Friday, I'll send it by courier tonight.”"),
    landed=_("You answered what was really going on"),
    weight=5,
    shows=(
        _example("[[Because you]] fly on Friday it goes out tonight"),
        _example("sent it overnight, [[in time for]] the camping trip"),
        _example("[[SINCE YOUR MUM]] can't do stairs we bring it in"),
        _example("Moved the date [[so you can]] still make the wedding 💒"),
        _example("[[You told]] us twice already, so no form this time"),
        _example("Sorry, [[the system won't]] let me", MISSED),
        _example("[[You should have told]] us on Monday", MISSED),
    ),
    misses=(
        _example("I have changed the date"),
        _example("Because of the holiday we are closed"),
        _example("Our policy says thirty days", MISSED),
        _example("that's the policy", MISSED),
        _example("It has been refunded"),
        _example("He said because you were late it's gone"),
    ),
    judge=judge,
)
