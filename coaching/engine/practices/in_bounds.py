"""The few lines drawn around greetings; everything inside them is free.

An administrator says what is out of bounds, what is welcome and, now and then, what is required. This
practice is critical: words that are out of bounds hold the whole encounter down, since no warmth elsewhere
makes up for them.
"""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Finding
from coaching.engine.findings import is_said, judged, not_judged, words
from coaching.engine.guidelines import Guideline, GuidelineMatch, GuidelineVerdict, verdict
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.text import Spans
from coaching.engine.text import gettext_noop as _

KEY = "in_bounds"


def judge(facts: EncounterFacts) -> Finding:
    if not is_said(facts.greeting):
        return not_judged(KEY, _("No greeting was logged, so there is nothing to hold against the guidelines."))
    found = verdict(facts.greeting, facts.guidelines)
    if found.out_of_bounds:
        return _out_of_bounds(facts, found.out_of_bounds)
    if found.missing:
        return _missing(facts, found)
    return judged(
        KEY,
        SHOWN,
        _("Your greeting is well inside the guidelines."),
        words(facts, "greeting", _spans(found.met)),
    )


def _out_of_bounds(facts: EncounterFacts, matches: tuple[GuidelineMatch, ...]) -> Finding:
    first = matches[0].guideline
    evidence = words(facts, "greeting", _spans(matches))
    reason = _("Some of these words are out of bounds: %(why)s %(suggestion)s")
    return judged(KEY, MISSED, reason, evidence, why=first.reason or first.title, suggestion=first.suggestion)


def _missing(facts: EncounterFacts, found: GuidelineVerdict) -> Finding:
    first = found.missing[0]
    evidence = words(facts, "greeting", _spans(found.met))
    reason = _("One thing belongs into every greeting here: %(title)s. %(suggestion)s")
    title = first.title or first.phrases[0]
    return judged(KEY, CLAIMED, reason, evidence, title=title, suggestion=first.suggestion)


def _spans(matches: tuple[GuidelineMatch, ...]) -> Spans:
    return tuple(sorted({span for match in matches for span in match.spans}))


_PEOPLE = Guideline(
    "people",
    "out",
    "never",
    "phrase",
    ("you people", "you lot"),
    "You people",
    "It sorts people into groups.",
)
_OWN_NAME = Guideline(
    "name",
    "in",
    "required",
    "phrase",
    ("you're speaking to", "Ada here"),
    "Say your own name",
    "",
    "“It's Ada here.”",
)
_WEATHER = Guideline("weather", "in", "encouraged", "words", ("come dry",), "The weather on their way")


def _example(text: str, *guidelines: Guideline, score: int | None = None) -> Example:
    return Example(text, "greeting", {"guidelines": guidelines}, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Stay inside the greeting guidelines"),
    phase=Phase.GREETING,
    source="What happened when the agent told me, “I’ve checked your bag to Jamaica”",
    what=_("Your greeting is your own, inside a few lines that your administrator has drawn."),
    why=_("Clear lines make it safe to play: you know what is never said here, and the rest is yours."),
    how_scored=_(
        "Nothing out of bounds gives 100. A required element that is missing gives 50. Words"
        " that are out of bounds give 0,"
        " and then the whole encounter is capped. Without a greeting it is left out."
    ),
    try_saying=_("Keep what is yours and swap the one phrase: “the four of you” instead of “you lot”."),
    landed=_("Yours, and inside the lines"),
    weight=10,
    is_critical=True,
    shows=(
        _example("Hi, it’s [[Ada here]], what's the news from the depot?", _OWN_NAME),
        _example("Good evening, [[YOU'RE  SPEAKING to]] Ada", _OWN_NAME),
        _example("Did you [[come]] through the rain and stay [[dry]]?", _WEATHER),
        _example("What can I get [[you lot]] today?", _PEOPLE, score=MISSED),
        _example("Ah, [[you — people]]!", _PEOPLE, score=MISSED),
        _example("Hello there, what a morning", _PEOPLE),
        _example("Hello, what a morning", _OWN_NAME, score=CLAIMED),
    ),
    misses=(
        _example("Do you know what people are saying about the new bread?", _PEOPLE, score=SHOWN),
        _example("Are you a lottery player?", _PEOPLE, score=SHOWN),
        _example("Is Ada still over here?", _OWN_NAME),
        _example("...!", _PEOPLE),
        _example("", _PEOPLE),
    ),
    judge=judge,
)
