"""Turning it around: somebody came in unhappy and left better."""

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import judged, not_judged
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.text import gettext_noop as _

KEY = "recovery"
_UNHAPPY = 2
_GOOD = 4


def judge(facts: EncounterFacts) -> Finding:
    before, after = facts.feeling_before, facts.feeling_after
    if before is None or after is None:
        return not_judged(KEY, _("You didn't say how they came in and how they left."))
    if before > _UNHAPPY:
        return not_judged(KEY, _("They came in well enough: there was nothing to turn around."))
    evidence = [Evidence.of_answer("feeling_before", before), Evidence.of_answer("feeling_after", after)]
    if after >= _GOOD:
        return judged(KEY, SHOWN, _("They came in unhappy and left well."), evidence)
    if after > before:
        return judged(KEY, CLAIMED, _("They left better than they came."), evidence)
    return judged(KEY, MISSED, _("They left as they came. Some days that is all there is."), evidence)


def _example(text: str, before: int | None, after: int | None, score: int | None = None) -> Example:
    return Example(text, "feeling_before", {"feeling_before": before, "feeling_after": after}, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Turn it around"),
    phase=Phase.RESOLUTION,
    source="3 Actions For An Authentic Connection, S. Wechsberg; the six steps to a more powerful connection",
    what=_("When somebody comes in unhappy, see to it that they leave lighter."),
    why=_("A bad start put right is remembered longer than a smooth one."),
    how_scored=_(
        "Only for people who came in at 1 or 2 of 5: leaving at 4 or 5 gives 100, better than"
        " before 50, otherwise 0. Without"
        " both answers it is left out."
    ),
    try_saying=_("“What would make this right for you today?”"),
    landed=_("You turned it around"),
    weight=5,
    shows=(
        _example("from [[2]] to [[5]]", 2, 5),
        _example("from [[1]] to [[4]]", 1, 4),
        _example("from [[1]] to [[3]]", 1, 3, CLAIMED),
        _example("from [[1]] to [[2]]", 1, 2, CLAIMED),
        _example("from [[2]] to [[2]]", 2, 2, MISSED),
        _example("from [[2]] to [[1]]", 2, 1, MISSED),
    ),
    misses=(
        _example("came in at 3 and left at 5", 3, 5),
        _example("came in at 5", 5, 5),
        _example("left at 5, who knows how they came", None, 5),
        _example("came in at 1, who knows how they left", 1, None),
        _example("nothing said", None, None),
    ),
    judge=judge,
)
