"""Their time is worth something: how long they waited, and how long it took.

Each is held against the channel's target: at or under it is 100, three times over is 0, a straight line
between. The lower one counts. What was not timed is left out.
"""

from fractions import Fraction

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import judged, not_judged
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.rounding import round_half_up
from coaching.engine.text import gettext_noop as _

KEY = "speed"
_TOO_LONG = 3  # times the target


def judge(facts: EncounterFacts) -> Finding:
    targets = facts.targets
    timed = (
        ("wait_seconds", facts.wait_seconds, targets.wait_seconds),
        ("handling_seconds", facts.handling_seconds, targets.handling_seconds),
    )
    scores = [(against(seconds, target), field, seconds) for field, seconds, target in timed if seconds is not None]
    if not scores:
        return not_judged(KEY, _("No times were logged."))
    score, field, seconds = min(scores)
    return judged(KEY, score, _reason(score, field), [Evidence.of_answer(field, seconds)])


def against(seconds: int, target: int) -> int:
    """0 to 100, a whole number: 100 at or under the target, 0 at three times the target."""
    if seconds <= target:
        return SHOWN
    if seconds >= _TOO_LONG * target:
        return MISSED
    return round_half_up(Fraction(SHOWN * (_TOO_LONG * target - seconds), (_TOO_LONG - 1) * target))


def _reason(score: int, field: str) -> str:
    if score == SHOWN:
        return _("It went as quickly as people hope for.")
    if field == "wait_seconds":
        return _("They waited longer than people hope for here.")
    return _("It took longer than people hope for here.")


def _example(text: str, field: str = "wait_seconds", score: int | None = None, **facts: object) -> Example:
    return Example(text, field, facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Value their time"),
    phase=Phase.RESOLUTION,
    source="3 Actions For An Authentic Connection, S. Wechsberg",
    what=_("Keep the wait short and the way to the answer straight."),
    why=_("Time is the one thing you cannot refund."),
    how_scored=_(
        "At or under the channel's target gives 100, falling in a straight line to 0 at three"
        " times the target, for the wait"
        " and for the handling; the lower one counts. Times that were not logged are left out."
    ),
    try_saying=_("“This takes four minutes; shall I do it now, or ring you when it is done?”"),
    landed=_("You valued their time"),
    weight=10,
    shows=(
        _example("Waited [[40]] seconds.", wait_seconds=40),
        _example("Waited exactly the target, [[120]] seconds.", wait_seconds=120),
        _example("Sorted in [[300]] seconds.", "handling_seconds", handling_seconds=300),
        _example("No queue at all: [[0]] seconds.", wait_seconds=0),
        _example("Twice the target: [[240]] seconds.", score=50, wait_seconds=240),
        _example(
            "Quick to answer, [[600]] seconds to solve.",
            "handling_seconds",
            50,
            wait_seconds=5,
            handling_seconds=600,
        ),
        _example("Six minutes in the queue: [[360]] seconds.", score=MISSED, wait_seconds=360),
    ),
    misses=(
        _example("Nothing was timed."),
        _example("A little over the target.", wait_seconds=130),
        _example("A quick answer after a long wait.", wait_seconds=500, handling_seconds=10),
        _example("A long talk after a short wait.", wait_seconds=5, handling_seconds=800),
        _example("A whole day.", wait_seconds=86_400),
    ),
    judge=judge,
)
