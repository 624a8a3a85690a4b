"""Like cases alike: what others in the same situation got, this customer gets too.

Needs at least ten comparable encounters and a usual way: two in three that went the same way, among the last
thousand decisions of 90 days. More generous than usual is fine with a reason; different with a reason is half;
different without one is what people call unfair.
"""

from coaching.engine.facts import EncounterFacts, SituationHistory
from coaching.engine.finding import CLAIMED, MISSED, SHOWN, Evidence, Finding
from coaching.engine.findings import is_said, judged, not_judged
from coaching.engine.practice import Example, Phase, Practice
from coaching.engine.text import gettext_noop as _

KEY = "consistent"
ENOUGH = 10
_GIVEN = frozenset({"own_judgement", "approved"})


def judge(facts: EncounterFacts) -> Finding:
    if not facts.concession:
        return not_judged(KEY, _("You didn't say whether they got a concession."))
    history = facts.situation_history
    if history is None or history.encounters < ENOUGH:
        return not_judged(KEY, _("Too few encounters like this one to know what is usual."))
    usual = _usual(history)
    if usual is None:
        return not_judged(KEY, _("Others decided both ways here, so there is no usual way to compare with."))
    return _compared(facts, history, usual)


def _usual(history: SituationHistory) -> bool | None:
    """Whether two in three got a concession (True) or went without (False); None when neither."""
    if history.conceded * 3 >= history.encounters * 2:
        return True
    return False if history.conceded * 3 <= history.encounters else None


def _compared(facts: EncounterFacts, history: SituationHistory, usual: bool) -> Finding:
    given = facts.concession in _GIVEN
    evidence = (
        Evidence.of_answer("concession", facts.concession),
        Evidence.of_answer("situation_history", f"{history.conceded} / {history.encounters}"),
    )
    if given is usual:
        return judged(KEY, SHOWN, _("They got what others in this situation get."), evidence)
    if not is_said(facts.concession_reason):
        reason = _("Others in this situation usually fared differently. A reason would explain it.")
        return judged(KEY, MISSED, reason, evidence)
    explained = (*evidence, Evidence.of_answer("concession_reason", facts.concession_reason))
    if given:
        return judged(KEY, SHOWN, _("More generous than usual, and you said why."), explained)
    return judged(KEY, CLAIMED, _("Different from the usual way, and you said why."), explained)


def _example(
    text: str, concession: str, history: tuple[int, int] | None, reason: str = "", score: int | None = None
) -> Example:
    situation = SituationHistory(*history) if history else None
    facts = {"concession": concession, "concession_reason": reason, "situation_history": situation}
    return Example(text, "concession", facts, score)


PRACTICE = Practice(
    key=KEY,
    name=_("Treat like cases alike"),
    phase=Phase.RESOLUTION,
    source="the six steps to a more powerful connection",
    what=_("In the same situation, give what others get; where you differ, say why."),
    why=_("Nothing feels smaller than hearing that the person beside you did not have to pay."),
    how_scored=_(
        "What most others in this situation got, or more with a reason, gives 100. Different"
        " with a reason gives 50, without"
        " one 0. With fewer than ten to compare, or where others decided both ways, it is left out."
    ),
    try_saying=_("“I've waived it for you as we do for everyone on that flight.”"),
    landed=_("You were fair"),
    weight=5,
    shows=(
        _example("[[approved]], like most before ([[9 / 10]])", "approved", (10, 9)),
        _example("[[own_judgement]], as [[30 / 40]] were", "own_judgement", (40, 30)),
        _example("[[none]], as usual: [[0 / 25]]", "none", (25, 0)),
        _example("[[declined]], as usual: [[3 / 12]]", "declined", (12, 3)),
        _example(
            "[[approved]] though rarely given ([[1 / 20]]): [[two cancellations]]",
            "approved",
            (20, 1),
            "two cancellations",
        ),
        _example(
            "[[declined]], others got it ([[18 / 20]]): [[used twice]]",
            "declined",
            (20, 18),
            "used twice",
            CLAIMED,
        ),
        _example("[[declined]], and [[18 / 20]] got it", "declined", (20, 18), "", MISSED),
    ),
    misses=(
        _example("Nine to compare with, one short.", "approved", (9, 9)),
        _example("Nothing to compare with.", "approved", None),
        _example("Others went both ways.", "none", (20, 10)),
        _example("No concession recorded.", "", (20, 18)),
        _example("More generous, without a word why.", "own_judgement", (20, 1), " ...", MISSED),
    ),
    judge=judge,
)
