"""Two encounters much alike that ended differently, to be read side by side. The one thing here that reads encounters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_from_json
from coaching.dashboards.fairness.likeness import Candidate, nearest_pairs
from coaching.dashboards.fairness.question import Measure, Question
from coaching.dashboards.wording import long_day
from coaching.encounters.marking import Mark, Segment, segments_of
from coaching.engine.finding import SHOWN
from coaching.rollups.tally import GIVEN
from interactions.models import Encounter, Outcome
from microconnect.people.models import Team, User
from microconnect.periods import starts_at

MOST_PAIRS = 6
NEWEST = 60  # of either kind, looked through
LONGEST = timedelta(weeks=13)
Words = list[Segment]
_COLUMNS = ("pk", "situation", "channel", "feeling_before", "wait_seconds", "occurred_at")
_SAID = Q(empathy__gt="") | Q(resolution__gt="")


@dataclass(frozen=True, slots=True)
class Side:
    """One encounter of a pair: what was decided, what was noted, and the words with their evidence."""

    url: str
    person: str
    decided: str
    noted: str
    reason: str
    said: Sequence[Words]


@dataclass(frozen=True, slots=True)
class Pair:
    about: str
    did: Side
    did_not: Side


def pairs(team: Team, viewer: User, question: Question) -> Sequence[Pair]:
    """At most six, the newest first; only of what `viewer` may see, in this team. Three queries."""
    seen = _seen(team, viewer, question)
    did, did_not = _sides(question.measure)
    found = nearest_pairs(_candidates(seen.filter(did)), _candidates(seen.filter(did_not)), most=MOST_PAIRS)
    encounters = _read([pk for pair in found for pk in pair])
    return [_pair(encounters[one], encounters[other], question.measure) for one, other in found]


def _seen(team: Team, viewer: User, question: Question) -> QuerySet[Encounter]:
    """By the index on team and time, and never more than thirteen weeks of it."""
    period = question.choice.period
    until = starts_at(team.time_zone, period.end)
    since = max(starts_at(team.time_zone, period.start), until - LONGEST)
    seen = Encounter.objects.visible_to(viewer).filter(_SAID, team=team, occurred_at__gte=since, occurred_at__lt=until)
    if question.choice.channel:
        seen = seen.filter(channel=question.choice.channel)
    return seen.filter(situation=question.situation) if question.situation else seen.exclude(situation=None)


def _sides(measure: Measure) -> tuple[Q, Q]:
    """Given and not given; sorted at once and not, as far as the encounter itself tells."""
    if measure == Measure.EXTRA:
        return Q(concession__in=GIVEN), Q(~Q(concession__in=[*GIVEN, ""]))
    at_once = Q(outcome=Outcome.SORTED, repeat_of=None, assessment__came_back=False)
    not_yet = Q(outcome__in=[Outcome.SECOND_TRY, Outcome.PASSED_ON, Outcome.NOT_YET])
    return at_once, not_yet | Q(assessment__came_back=True)


def _candidates(encounters: QuerySet[Encounter]) -> list[Candidate]:
    return [
        Candidate(*columns) for columns in encounters.order_by("-occurred_at", "-pk").values_list(*_COLUMNS)[:NEWEST]
    ]


def _read(primary_keys: Sequence[int]) -> dict[int, Encounter]:
    shown = ("person", "situation", "assessment")
    found = Encounter.objects.filter(pk__in=primary_keys).select_related(*shown).defer("assessment__scores")
    return {encounter.pk: encounter for encounter in found}


def _pair(one: Encounter, other: Encounter, measure: Measure) -> Pair:
    about = f"{one.situation} · {one.get_channel_display()} · {_people(one, other)}"
    return Pair(about, _side(one, measure), _side(other, measure))


def _people(one: Encounter, other: Encounter) -> str:
    names = {"one": one.person.first_name, "other": other.person.first_name}
    return names["one"] if one.person_id == other.person_id else _("%(one)s and %(other)s") % names


def _side(encounter: Encounter, measure: Measure) -> Side:
    is_extra = measure == Measure.EXTRA
    return Side(
        url=encounter.get_absolute_url(),
        person=str(encounter.person),
        decided=_given(encounter) if is_extra else _ended(encounter),
        noted=" · ".join(_noted(encounter)),
        reason=encounter.concession_reason if is_extra else "",
        said=_said(encounter),
    )


def _given(encounter: Encounter) -> str:
    if encounter.concession in GIVEN:
        return _("Something extra given")
    return encounter.get_concession_display()


def _ended(encounter: Encounter) -> str:
    assessment = _assessment(encounter)
    if assessment and assessment.came_back:
        return _("They came back with it")
    return encounter.get_outcome_display()


def _noted(encounter: Encounter) -> list[str]:
    noted = [long_day(encounter.occurred_on)]
    if encounter.feeling_before:
        noted.append(_("came in feeling %(feeling)s") % {"feeling": encounter.get_feeling_before_display()})
    if encounter.wait_seconds is not None:
        minutes = round(encounter.wait_seconds / 60)
        noted.append(_("waited %(minutes)d min") % {"minutes": minutes} if minutes else _("hardly waited"))
    return noted


def _said(encounter: Encounter) -> list[Words]:
    """What was said, with the words that showed a practice marked; unmarked where this text was not assessed yet."""
    assessment = _assessment(encounter)
    is_current = assessment is not None and assessment.revision == encounter.revision
    marks = _marks(assessment) if assessment and is_current else {}
    return [segments_of(words, marks.get(name, ())) for name in Encounter.WORDS if (words := getattr(encounter, name))]


def _marks(assessment: Assessment) -> dict[str, list[Mark]]:
    """text field -> its evidence."""
    marks: dict[str, list[Mark]] = {}
    for stored in assessment.findings:
        if stored["score"] == SHOWN:
            for evidence in finding_from_json(stored).evidence:
                if evidence.start is not None and evidence.end is not None:
                    marks.setdefault(evidence.field, []).append(Mark(evidence.start, evidence.end, "well"))
    return marks


def _assessment(encounter: Encounter) -> Assessment | None:
    return getattr(encounter, "assessment", None)
