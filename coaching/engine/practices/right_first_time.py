"""Right the first time: nobody should have to come back with the same thing.

Scored from how it ended. When the customer does come back with it, this encounter is scored again and falls
to 0.
"""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import is_said, judged, not_judged
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.text import gettext_noop as _

KEY = "right_first_time"


def judge(facts: EncounterFacts) -> Finding:
    if facts.came_back:
        reason = _("They had to come back with it, so it wasn't quite done.")
        return judged(KEY, MISSED, reason, [Evidence.of_answer("came_back", "yes")])
    ended = [Evidence.of_answer("outcome", facts.outcome)]
    if facts.outcome == "sorted" and facts.is_first_contact:
        return judged(KEY, SHOWN, _("Sorted, and nobody had to come back."), ended)
    if facts.outcome in ("sorted", "second_try"):
        return judged(KEY, CLAIMED, _("Sorted now. Next time perhaps at the first go."), ended)
    if facts.outcome == "passed_on":
        return _passed_on(facts, ended)
    if facts.outcome == "not_yet":
        return judged(KEY, MISSED, _("Still open. A promise with a time would help them wait."), ended)
    return not_judged(KEY, _("You didn't say how it ended."))


def _passed_on(facts: EncounterFacts, ended: list[Evidence]) -> Finding:
    if not is_said(facts.passed_to):
        return judged(KEY, MISSED, _("Passed on, and nobody is named who has it now."), ended)
    reason = _("Passed on to somebody by name, so they know who has it.")
    return judged(KEY, CLAIMED, reason, (*ended, Evidence.of_answer("passed_to", facts.passed_to)))


def _example(text: str, score: int | None = None, field: str = "outcome", **facts: object) -> Example:
    return Example(text, field, facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Right the first time"),
    phase=Phase.RESOLUTION,
    source="the six steps to a more powerful connection",
    what=_("Solve it whole while they are with you, or hand it to somebody by name."),
    why=_("Coming back again and again with one problem is what wears people out most."),
    how_scored=_(
        "Sorted at the first contact gives 100; sorted on a second go, or passed on to somebody"
        " named, 50. Not yet sorted,"
        " passed on to nobody, or when they come back with it, 0. Without an outcome it is left out."
    ),
    try_saying=_("“Before you go, let's try it once together.”"),
    landed=_("Sorted in one go"),
    weight=15,
    shows=(
        _example("[[sorted]] at the counter", outcome="sorted"),
        _example("[[sorted]], though they had come before", CLAIMED, outcome="sorted", is_first_contact=False),
        _example("[[second_try]]", CLAIMED, outcome="second_try"),
        _example("[[passed_on]] to [[Otto]]", CLAIMED, outcome="passed_on", passed_to="Otto"),
        _example("[[not_yet]]", MISSED, outcome="not_yet"),
        _example("came back the next day: [[yes]]", MISSED, "came_back", outcome="sorted", came_back=True),
    ),
    misses=(
        _example("no outcome given"),
        _example("passed on to nobody in particular", outcome="passed_on"),
        _example("passed on to a blank", outcome="passed_on", passed_to="  "),
        _example("sorted on the second go", outcome="second_try", is_first_contact=False),
        _example("they came back, no outcome given", came_back=True),
    ),
    judge=judge,
)
