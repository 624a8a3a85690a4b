"""A goodbye that knows who is leaving: "have a great canoe trip", "give my best to the lake".

A friendly goodbye for anyone is half way. A survey instead of a goodbye is none.
"""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Finding
from coaching.engine.findings import OTHER_LANGUAGE, is_readable, is_said, judged, not_judged, words
from coaching.engine.matchers import outside, spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.closing import goodbyes
from coaching.engine.signals.gratitude import gratitude
from coaching.engine.signals.names import name_in
from coaching.engine.signals.parting import warm_parting
from coaching.engine.signals.robot_talk import robot_talk
from coaching.engine.signals.stock import stock_goodbye, survey
from coaching.engine.text import Spans
from coaching.engine.text import gettext_noop as _

KEY = "warm_close"


def judge(facts: EncounterFacts) -> Finding:
    if not is_said(facts.closing):
        return not_judged(KEY, _("No goodbye was logged, so there is nothing to read."))
    theirs = words(facts, "closing", _theirs(facts))
    if theirs:
        return judged(KEY, SHOWN, _("Your goodbye knew who was leaving."), theirs)
    if not is_readable(facts.closing):
        return not_judged(KEY, OTHER_LANGUAGE)
    return _for_anyone(facts)


def _theirs(facts: EncounterFacts) -> Spans:
    return warm_parting(facts.closing, facts.greeting, facts.empathy)


def _for_anyone(facts: EncounterFacts) -> Finding:
    text = facts.closing
    surveys = spans_of(survey(text), robot_talk(text))
    friendly = outside(
        spans_of(goodbyes(text), stock_goodbye(text), gratitude(text), name_in(text, facts.customer_name)),
        surveys,
    )
    if friendly:
        reason = _("A friendly goodbye. One word about where they are off to makes it theirs.")
        return judged(KEY, CLAIMED, reason, words(facts, "closing", friendly))
    reason = _("The last words were business. A wish of your own would be what stays.")
    return judged(KEY, MISSED, reason, words(facts, "closing", surveys))


def _example(text: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "closing", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Close like a person"),
    phase=Phase.FOLLOW_THROUGH,
    source="What happened when the agent told me, “I’ve checked your bag to Jamaica”;"
    " 3 Actions For An Authentic Connection, S. Wechsberg",
    what=_("End with a wish that only fits this customer."),
    why=_("The last words are the ones people take home."),
    how_scored=_(
        "A goodbye that refers to their situation gives 100, a friendly one for anyone 50. A"
        " survey, or words without a goodbye,"
        " give 0. Without closing words it is left out."
    ),
    try_saying=_("“Give my best to the lake.”"),
    landed=_("Your goodbye was theirs"),
    weight=5,
    shows=(
        _example("[[Have a great canoe]] [[trip]]!"),
        _example("[[give my best to the lake]]"),
        _example("[[GOOD LUCK WITH THE EXAM]]"),
        _example("[[Hope your daughter]] feels better soon ❤️"),
        _example("[[say hi to Biscuit]]", greeting="Hello you two, how is Biscuit?"),
        _example("[[Have a nice day]]", CLAIMED),
        _example("Please take our [[survey]]", MISSED),
    ),
    misses=(
        _example("Have a great day!"),
        _example("bye bye then"),
        _example("Take care, see you"),
        _example("Enjoy the rest of your day"),
        _example("Please rate us five stars"),
        _example("Is there anything else I can help you with?"),
    ),
    judge=judge,
)
