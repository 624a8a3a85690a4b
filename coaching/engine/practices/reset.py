"""A breath between two customers, so that the next one does not carry the last one's weight.

Scored from two answers: how you were before, and whether you took a moment. A calm start needs no reset. A
rushed one without a reset is human and only costs half; going on frustrated is what the next customer feels.
"""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import judged, not_judged
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.text import gettext_noop as _

KEY = "reset"
_WITHOUT = {"rushed": CLAIMED, "frustrated": MISSED}


def judge(facts: EncounterFacts) -> Finding:
    state = facts.state_before
    if state == "calm":
        return judged(KEY, SHOWN, _("You came to this customer calm."), [_state(state)])
    if state not in _WITHOUT:
        return not_judged(KEY, _("You didn't say how you were before this one."))
    if facts.reset_taken is None:
        return not_judged(KEY, _("You didn't say whether you had a moment before this one."))
    taken = Evidence.of_answer("reset_taken", "yes" if facts.reset_taken else "no")
    if facts.reset_taken:
        return judged(KEY, SHOWN, _("You took a moment first, and it is yours to keep."), [_state(state), taken])
    return judged(
        KEY,
        _WITHOUT[state],
        _("It had been a lot, and there was no moment in between."),
        [_state(state), taken],
    )


def _state(state: str) -> Evidence:
    return Evidence.of_answer("state_before", state)


def _example(text: str, state: str, taken: bool | None, score: int | None = None) -> Example:
    return Example(text, "state_before", {"state_before": state, "reset_taken": taken}, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Reset before the next customer"),
    phase=Phase.GREETING,
    source="Customer Experience Connections and Moments, D. E. Gilbert; Customer loyalty through micro-experiences",
    what=_("Leave the last customer behind before you meet the next: a breath, shoulders down, then look up."),
    why=_("People feel in the first second whether you are with them or still somewhere else."),
    how_scored=_(
        "Calm, or a moment taken when you were rushed or frustrated, gives 100. Rushed without a"
        " moment gives 50,"
        " frustrated without one gives 0. When you didn't say, it is left out."
    ),
    try_saying=_("Put both hands down, breathe out once, and only then look up and say hello."),
    landed=_("You arrived before you spoke"),
    weight=5,
    shows=(
        _example("Came to the till [[calm]] after the break.", "calm", None),
        _example("Quiet morning, felt [[calm]] and never needed a moment.", "calm", False),
        _example("Felt [[rushed]] after the delivery, took a breath first: [[yes]].", "rushed", True),
        _example("Was [[frustrated]] with the printer, stepped back for a second: [[yes]].", "frustrated", True),
        _example("Five in the queue, [[rushed]], a moment first: [[no]].", "rushed", False, CLAIMED),
        _example("Still [[frustrated]] from the call before, no moment: [[no]].", "frustrated", False, MISSED),
    ),
    misses=(
        _example("Took a moment, but didn't say how it was before.", "", True),
        _example("No moment, and didn't say how it was before.", "", False),
        _example("Rushed, and nothing said about a moment.", "rushed", None),
        _example("Frustrated, and nothing said about a moment.", "frustrated", None),
        _example("Nothing said at all.", "", None),
    ),
    judge=judge,
)
