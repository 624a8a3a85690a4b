"""What to talk about with a person: one short sentence, with the encounters to open before the talk."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.queries.activity import NOTHING, Activity
from coaching.dashboards.queries.practices import PracticeSums
from coaching.dashboards.readings import SHOWN_FROM
from coaching.engine.practices import BY_KEY, PRACTICES
from coaching.engine.practices.personal_greeting import KEY as GREETING
from coaching.engine.scoring import HIGHEST, Scorecard
from coaching.statistics import Difference, against
from microconnect.periods import Period

FEW_SHARE = 1 / 3  # of what people here usually log
SCRIPTED_SHARE = 0.5
FEWEST_GREETINGS = 10
FEWEST_TO_COMPARE = 10
SURE_P = 0.05 / len(PRACTICES)  # as many comparisons as practices: Bonferroni, person by person


@dataclass(frozen=True, slots=True)
class Advice:
    """`tone` is "try" where something waits, "well" for something to praise, else empty."""

    text: str
    url: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What advice is given from. `greetings` are those of the weeks that people were told of first (docs/decisions/0022)."""

    practices: PracticeSums
    scorecard: Scorecard
    links: EncounterLinks
    period: Period
    usual_encounters: float
    new_here: Collection[int]
    greetings: Mapping[int, Activity]
    greetings_of: Period


def advice(person: int, activity: Activity, overdue: int, desk: Desk) -> Advice:
    """The first that applies: a script, promises, too few, what is surely different, what would gain most."""
    return next(_advice(person, activity, overdue, desk))


def most_to_gain(person: int, practices: PracticeSums, scorecard: Scorecard) -> str | None:
    """The practice that would add most to this person's score; None where nothing was judged five times."""
    gains = {
        practice.key: scorecard.weight(practice.key) * (HIGHEST - sums.mean)
        for practice in PRACTICES
        if (sums := practices.of_person(person, practice.key)).n >= SHOWN_FROM and practice.key not in scorecard.bonus
    }
    best = max(gains, key=gains.__getitem__, default=None)
    return best if best and gains[best] > 0 else None


def _advice(person: int, activity: Activity, overdue: int, desk: Desk) -> Iterator[Advice]:
    if _is_scripted(person, desk):
        yield _script(person, desk)
    if overdue:
        yield _slipped(overdue, person)
    is_new = person in desk.new_here
    if is_new and (activity.scores.n < SHOWN_FROM or activity.encounters < FEW_SHARE * desk.usual_encounters):
        yield Advice(_("New here; ask how it is going"))
    if activity.encounters < FEW_SHARE * desk.usual_encounters:
        yield Advice(
            _("Few logged; is there time to?") if activity.encounters else _("Nothing logged; is there time to?")
        )
    if activity.scores.n < SHOWN_FROM:
        yield Advice(_("Too few to say anything yet"))
    yield from _surely_different(person, desk)
    yield _gain(person, desk)


def _slipped(overdue: int, person: int) -> Advice:
    text = ngettext(
        "A promise slipped; ask what got in the way",
        "%(count)d promises slipped; ask what got in the way",
        overdue,
    )
    return Advice(text % {"count": overdue}, f"{reverse('encounters:list')}?person={person}&promises=overdue", "try")


def _is_scripted(person: int, desk: Desk) -> bool:
    greetings = desk.greetings.get(person, NOTHING).scripted
    return greetings.n >= FEWEST_GREETINGS and greetings.met >= SCRIPTED_SHARE * greetings.n


def _script(person: int, desk: Desk) -> Advice:
    url = desk.links(desk.greetings_of, person=person, practice=GREETING, below=MISSED_BELOW)
    return Advice(_("Greetings: pick one customer detail a day"), url, "try")


def _surely_different(person: int, desk: Desk) -> Iterator[Advice]:
    """What to practise together comes before what to praise; both only where chance is no good reason."""
    found = sorted(
        ((moved.by, practice) for practice, moved in _against_others(person, desk) if moved.is_surer_than(SURE_P)),
    )
    if found and found[0][0] < 0:
        practice = found[0][1]
        url = desk.links(desk.period, person=person, practice=practice, below=MISSED_BELOW)
        yield Advice(_("Practise together: “%(practice)s”") % {"practice": _name(practice)}, url)
    if found and found[-1][0] > 0:
        practice = found[-1][1]
        url = desk.links(desk.period, person=person, practice=practice)
        yield Advice(_("Worth telling: strong at “%(practice)s”") % {"practice": _name(practice)}, url, "well")


def _against_others(person: int, desk: Desk) -> Iterator[tuple[str, Difference]]:
    """The person beside the others in the same channels, practice by practice."""
    for practice in PRACTICES:
        if desk.practices.of_person(person, practice.key).n < FEWEST_TO_COMPARE:
            continue
        if moved := against(desk.practices.against_others(person, practice.key)):
            yield practice.key, moved


def _gain(person: int, desk: Desk) -> Advice:
    practice = most_to_gain(person, desk.practices, desk.scorecard)
    if practice is None:
        return Advice(_("Ask what went well"), desk.links(desk.period, person=person))
    url = desk.links(desk.period, person=person, practice=practice, below=MISSED_BELOW)
    return Advice(_("One to try: “%(practice)s”") % {"practice": _name(practice)}, url)


def _name(practice: str) -> str:
    return _(BY_KEY[practice].name)
