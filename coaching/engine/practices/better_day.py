"""Did they leave better than they came? Your own honest answer, nothing else."""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import judged, not_judged
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.text import gettext_noop as _

KEY = "better_day"
_ANSWERS = {
    "yes": (SHOWN, _("You think their day got better.")),
    "unsure": (CLAIMED, _("You weren't sure, and that is an honest answer.")),
    "no": (MISSED, _("You think it didn't lift their day. Not every one can.")),
}


def judge(facts: EncounterFacts) -> Finding:
    if facts.left_better not in _ANSWERS:
        return not_judged(KEY, _("You didn't say whether they left better."))
    score, reason = _ANSWERS[facts.left_better]
    return judged(KEY, score, reason, [Evidence.of_answer("left_better", facts.left_better)])


def _example(text: str, answer: str, score: int | None = None, **facts: object) -> Example:
    return Example(text, "left_better", {"left_better": answer, **facts}, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Did they leave better?"),
    phase=Phase.FOLLOW_THROUGH,
    source="Customer loyalty through micro-experiences",
    what=_("Ask yourself whether this person's day got a little better through you."),
    why=_("It is the question that everything else here is for."),
    how_scored=_("Yes gives 100, unsure 50, no 0. Not answered, it is left out."),
    try_saying=_("Look up once as they leave: are the shoulders lower than before?"),
    landed=_("They left better"),
    weight=5,
    shows=(
        _example("She laughed on the way out: [[yes]]", "yes"),
        _example("He came in grim and left whistling: [[yes]]", "yes", feeling_before=1, feeling_after=5),
        _example("Thanked me twice: [[yes]]", "yes", outcome="not_yet"),
        _example("Hard to tell on the phone: [[unsure]]", "unsure", CLAIMED),
        _example("Still cross at the door: [[no]]", "no", MISSED),
    ),
    misses=(
        _example("Left with a smile, and nobody answered the question.", "", feeling_after=5),
        _example("Sorted, and nobody answered the question.", "", outcome="sorted"),
        _example("Came in cross, left cross.", "", feeling_before=1, feeling_after=1),
        _example("An answer from another form.", "maybe"),
        _example("Nothing said at all.", ""),
    ),
    judge=judge,
)
