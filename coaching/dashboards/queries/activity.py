"""How much was logged and how it scored, from `ActivityDay`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from coaching.dashboards.queries.sums import Monday, plain_sum, within
from coaching.rollups.models import ActivityDay
from coaching.statistics import Sums
from microconnect.periods import Period

NO_SCORES = Sums()
_SUMS = {
    "encounters_sum": plain_sum("encounters"),
    "connections_sum": plain_sum("connections"),
    "judged_sum": plain_sum("judged"),
    "total_sum": plain_sum("total"),
    "squares_sum": plain_sum("squares"),
}


@dataclass(slots=True, unsafe_hash=True)
class Activity:
    """Encounters, those with a micro-connection, and the scores of those that could be judged. Never changed."""

    encounters: int = 0
    connections: int = 0
    scores: Sums = NO_SCORES

    def __add__(self, other: "Activity") -> "Activity":
        return Activity(
            self.encounters + other.encounters,
            self.connections + other.connections,
            self.scores + other.scores,
        )


NOTHING = Activity()


@dataclass(frozen=True, slots=True)
class Week:
    """One week, from its Monday, of one `part`: a channel, or a team's key."""

    monday: date
    part: str | int
    activity: Activity


@dataclass(frozen=True, slots=True)
class PersonActivity:
    """What one person logged, on how many days, and how many encounters of it in a shorter period."""

    activity: Activity
    days: int
    encounters_within: int


def by_week_and_channel(days: QuerySet[ActivityDay], period: Period) -> list[Week]:
    return _weeks(days, period, "channel")


def by_week_and_team(days: QuerySet[ActivityDay], period: Period) -> list[Week]:
    return _weeks(days, period, "team")


def by_person(days: QuerySet[ActivityDay], period: Period, shorter: Period) -> dict[int, PersonActivity]:
    """person -> what they logged in `period`; `shorter` lies within it."""
    is_within = Q(day__gte=shorter.start, day__lt=shorter.end)
    rows = (
        within(days, period)
        .values_list("person")
        .annotate(within=plain_sum("encounters", is_within), days=Count("day", distinct=True), **_SUMS)
    )
    return {person: PersonActivity(_activity(*sums), worked, counted or 0) for person, counted, worked, *sums in rows}


def people_by_team(days: QuerySet[ActivityDay], period: Period) -> dict[int, int]:
    """team -> how many people logged something."""
    return dict(within(days, period).values_list("team").annotate(people=Count("person", distinct=True)))


def weekly(weeks: Iterable[Week], period: Period) -> list[tuple[Period, Activity]]:
    """The weeks of `period`, oldest first, those without anything as well."""
    held = dict.fromkeys((week.start for week in period.weeks()), NOTHING)
    for week in weeks:
        if week.monday in held:
            held[week.monday] += week.activity
    return [(week, held[week.start]) for week in period.weeks()]


def total(weeks: Iterable[Week], period: Period, part: str | int = "") -> Activity:
    """All the weeks of `period`, of one part or of all."""
    held = (week.activity for week in weeks if week.monday in period and part in {"", week.part})
    return sum(held, NOTHING)


def _weeks(days: QuerySet[ActivityDay], period: Period, part: str) -> list[Week]:
    rows = within(days, period).annotate(monday=Monday("day")).values_list("monday", part).annotate(**_SUMS)
    return [Week(monday, name, _activity(*sums)) for monday, name, *sums in rows]


def _activity(encounters: int, connections: int, judged: int, total: int, squares: int) -> Activity:
    return Activity(encounters, connections, Sums(judged, total, squares))
