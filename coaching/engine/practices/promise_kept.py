"""A promise with a time, kept by that time.

Every promise of the encounter counts alike. One that is still open and not due yet is left out, so this
finding changes as time passes.
"""

from datetime import datetime
from fractions import Fraction

from coaching.engine.facts import EncounterFacts, PromiseFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import judged, not_judged
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.rounding import round_half_up
from coaching.engine.text import gettext_noop as _

KEY = "promise_kept"
_SAID = {SHOWN: "kept in time", CLAIMED: "kept late", MISSED: "missed"}


def judge(facts: EncounterFacts) -> Finding:
    if not facts.promises:
        return not_judged(KEY, _("Nothing was promised."))
    scores = [score for promise in facts.promises if (score := score_of(promise, facts.now)) is not None]
    if not scores:
        return not_judged(KEY, _("Your promise is still open, and there is time."))
    score = round_half_up(Fraction(sum(scores), len(scores)))
    return judged(KEY, score, _reason(scores), [Evidence.of_answer("promises", _SAID[each]) for each in scores])


def score_of(promise: PromiseFacts, now: datetime | None) -> int | None:
    """100 kept in time, 50 kept late, 0 overdue; None while it is open and not due, or nobody
    knows the time."""
    if promise.kept_at is not None:
        return SHOWN if promise.kept_at <= promise.due_at else CLAIMED
    return MISSED if now is not None and now > promise.due_at else None


def _reason(scores: list[int]) -> str:
    if min(scores) == SHOWN:
        return _("You kept your word in time.")
    if max(scores) == MISSED:
        return _("A promise ran past its time. A short call still means a lot.")
    return _("You kept your word, not all of it in time.")


def _at(hour: int) -> datetime:
    return datetime.fromisoformat(f"2026-11-20T{hour:02}:00:00+00:00")


def _example(text: str, *promises: tuple[int, int | None], now: int | None = 12, score: int | None = None) -> Example:
    made = tuple(PromiseFacts(_at(due), None if kept is None else _at(kept)) for due, kept in promises)
    return Example(text, "promises", {"promises": made, "now": None if now is None else _at(now)}, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Keep the promise"),
    phase=Phase.FOLLOW_THROUGH,
    source="3 Actions For An Authentic Connection, S. Wechsberg; Customer loyalty through micro-experiences",
    what=_("Say when, and be there by then."),
    why=_("A kept promise is what turns a kind word into trust."),
    how_scored=_(
        "Each promise kept by its time gives 100, kept late 50, missed 0; the mean counts. Open"
        " ones that are not due are left"
        " out."
    ),
    try_saying=_("“I'll ring you by four, even if I know nothing new.”"),
    landed=_("You kept your word"),
    weight=10,
    shows=(
        _example("promised by ten, done at nine: [[kept in time]]", (10, 9)),
        _example("done on the dot: [[kept in time]]", (10, 10)),
        _example("promised by ten, done at eleven: [[kept late]]", (10, 11), score=CLAIMED),
        _example("due at ten, now it is twelve: [[missed]]", (10, None), score=MISSED),
        _example("one [[kept in time]], one [[missed]]", (10, 9), (11, None), score=50),
        _example("[[kept in time]], [[kept late]] and one to come", (10, 9), (10, 11), (18, None), score=75),
    ),
    misses=(
        _example("nothing promised"),
        _example("due at six, now it is twelve", (18, None)),
        _example("due at this very moment", (12, None)),
        _example("nobody knows what time it is", (10, None), now=None),
        _example("one kept late", (9, 10)),
    ),
    judge=judge,
)
