"""Understanding before solving: ask what happened, or play back what you heard, and then act.

Questions and playbacks count when they stand in the greeting or the answer, or before the solution in the
resolution. So do kind words that name what happened. Asking for an account number is business, and
"anything else?" comes after: neither is understanding.
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
from coaching.engine.matchers import Phrases, outside, spans_of
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.signals.check_details import check_details
from coaching.engine.signals.confirm_done import confirm_done
from coaching.engine.signals.exploration import own_questions
from coaching.engine.signals.options import options
from coaching.engine.signals.ownership import ownership
from coaching.engine.signals.playback import met_in_own_words, playback
from coaching.engine.text import Spans, read
from coaching.engine.text import gettext_noop as _

KEY = "understanding"
_UNHAPPY = 2
_STOCK_QUESTIONS = Phrases("what seems to be the problem|trouble|matter|issue", plain=True)


def judge(facts: EncounterFacts) -> Finding:
    evidence = (
        *words(facts, "empathy", understands(facts.empathy) or played_back(facts.empathy)),
        *words(facts, "greeting", own_questions(facts.greeting)),
        *words(facts, "resolution", _before_solving(facts.resolution)),
    )
    if evidence:
        return judged(KEY, SHOWN, _("You made sure you understood before you solved."), evidence)
    return _half_way(facts) or _without_question(facts)


def understands(text: str) -> Spans:
    """Spans that ask about the situation or play it back."""
    return spans_of(own_questions(text), check_details(text))


def played_back(text: str) -> Spans:
    """Spans that name what happened in words of one's own, on the way to answering how it feels."""
    own = met_in_own_words(text)
    return outside(own, outside(own, playback(text)))


def _before_solving(text: str) -> Spans:
    """The same in a resolution, as far as the first thing done or offered."""
    solving = [start for start, _end in (*ownership(text), *confirm_done(text), *options(text))]
    reading = read(text)
    openings = {reading.starts[first] for first, _after in reading.bounds}
    told = tuple(span for span in check_details(text) if span[0] in openings)  # "it came back so it was fine" tells
    return tuple(span for span in spans_of(own_questions(text), told) if span[0] < min(solving, default=len(text)))


def _half_way(facts: EncounterFacts) -> Finding | None:
    touches = ticked(facts, "personal_touches", "asked_first")
    if touches:
        return judged(KEY, CLAIMED, _("You say you asked first. The question itself would show it."), touches)
    asked = words(facts, "empathy", _STOCK_QUESTIONS.find(read(facts.empathy)))
    if asked:
        return judged(
            KEY, CLAIMED, _("You asked, in everybody's words. One about what happened to them goes further."), asked
        )
    return None


def _without_question(facts: EncounterFacts) -> Finding:
    if not is_said(facts.empathy, facts.resolution):
        return not_judged(KEY, NO_WORDS)
    if not (is_said(facts.empathy) and is_said(facts.resolution)):
        return not_judged(KEY, _("Only part of the conversation was logged; the question may have been in the rest."))
    if not is_readable(facts.empathy, facts.resolution):
        return not_judged(KEY, OTHER_LANGUAGE)
    named = words(facts, "empathy", playback(facts.empathy))
    if named:
        return judged(
            KEY, CLAIMED, _("You touched on what happened. A question of your own would show the rest."), named
        )
    if facts.outcome == "sorted" and facts.feeling_before is not None and facts.feeling_before > _UNHAPPY:
        return not_judged(KEY, _("They came in well and it was sorted at once: there was little to ask."))
    return judged(KEY, MISSED, _("The answer came before a question. One “what happened?” first goes a long way."))


def _example(text: str, score: int | None = None, field: str = "empathy", **facts: object) -> Example:
    return Example(text, field, facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Understand before solving"),
    phase=Phase.EMPATHY,
    source="3 Actions For An Authentic Connection, S. Wechsberg; the six steps to a more powerful connection",
    what=_("Ask about their situation, or say back what you heard, before you offer a way out."),
    why=_("The first answer to the wrong question costs more time than one question does."),
    how_scored=_(
        "A question about what happened, or saying it back, before the solution gives 100;"
        " ticked only, or everybody's question, 50. An answer and a"
        " solution without either give 0. When only part was logged, or they came in well and it was sorted,"
        " it is left out."
    ),
    try_saying=_("“So the bill came twice, and you only moved in once: have I got that right?”"),
    landed=_("You understood first"),
    weight=10,
    shows=(
        _example("[[What happened when you opened it?]]"),
        _example("[[So you have]] been charged twice"),
        _example("oh no. [[when did it stop working]]"),
        _example("[[Did it do that before the update?]] 🤔"),
        _example("[[YOU SAID]] THE BLUE ONE CAME BROKEN"),
        _example("[[Why did the card stop working?]]"),
        _example("[[asked her where it hurts most]]"),
        _example("[[Four nights on a friend's floor with the baby, no wonder you're worn out]]"),
        _example("[[What seems to be the problem]]?", CLAIMED),
        _example("[[Sorry about your sofa]]", CLAIMED, resolution="Sent a van."),
        _example("[[How long have you been waiting?]] I'll ring them", field="resolution"),
    ),
    misses=(
        _example("What's your account number?"),
        _example("How can I help you today?"),
        _example("Is there anything else I can do?"),
        _example("Can I have your postcode please?"),
        _example("I'll send a new one. What colour was it?", field="resolution"),
        _example("OK, right.", resolution="Refunded it."),
        _example("Here you go", resolution="Two coffees.", feeling_before=4, outcome="sorted"),
        _example("She found it in her other bag so it was fine in the end", field="resolution"),
        _example("When is your account number valid from?"),
    ),
    judge=judge,
)
