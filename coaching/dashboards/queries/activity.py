"""How much was logged and how it went, added up from the weeks of the rollups."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from coaching.dashboards.queries.sums import Row, plain_sum, within
from coaching.rollups.models import PersonWeek
from coaching.rollups.tally import COUNTS
from coaching.statistics import Sums, share_interval
from microconnect.people.models import Team
from microconnect.periods import Period

_SUMS = {f"{name}_sum": plain_sum(name) for name in COUNTS}


class Share(NamedTuple):
    """How many of `n` did: right the first time, left better, got something extra."""

    n: int
    met: int

    @property
    def share(self) -> float:
        """From 0 to 1. Raises ZeroDivisionError where nothing was counted."""
        return self.met / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """From 0 to 1, where the true share may lie (`share_interval`). Raises ZeroDivisionError where nothing was counted."""
        return share_interval(self.share, self.n)

    def without(self, part: "Share") -> "Share":
        """The rest of them: of all teams together, those elsewhere."""
        return Share(self.n - part.n, self.met - part.met)

    @property
    def sums(self) -> Sums:
        """Did counts as 1, did not as 0."""
        return Sums(self.n, self.met, self.met)


class Activity(NamedTuple):
    """The counts of `coaching.rollups.tally.COUNTS`, of any number of weeks added up."""

    encounters: int = 0
    connections: int = 0
    judged: int = 0
    total: int = 0
    squares: int = 0
    first_time_known: int = 0
    first_time_met: int = 0
    better_known: int = 0
    better_met: int = 0
    concession_known: int = 0
    conceded_met: int = 0
    greetings: int = 0
    scripted_met: int = 0
    promises: int = 0
    promises_kept: int = 0
    promises_in_time: int = 0
    promises_open: int = 0

    @property
    def scores(self) -> Sums:
        """PostgreSQL adds big integers up to decimals, which no fraction can be added to."""
        return Sums(self.judged, int(self.total), int(self.squares))

    @property
    def first_time(self) -> Share:
        return Share(self.first_time_known, self.first_time_met)

    @property
    def better(self) -> Share:
        """Of those of which somebody said whether they left better."""
        return Share(self.better_known, self.better_met)

    @property
    def conceded(self) -> Share:
        """Of those of which it is known whether something extra was given."""
        return Share(self.concession_known, self.conceded_met)

    @property
    def scripted(self) -> Share:
        """Of the greetings that could be judged: a script, stock phrases, or the same words again and again."""
        return Share(self.greetings, self.scripted_met)


NOTHING = Activity()


class Week(NamedTuple):
    """One week, from its Monday, of one `part`: a channel, a team's, a person's or a situation's key."""

    monday: date
    part: str | int
    activity: Activity


def added(activities: Iterable[Activity]) -> Activity:
    """All of them together."""
    return Activity(*(sum(numbers) for numbers in zip(NOTHING, *activities, strict=True)))


def by_week_and(part: str, rows: QuerySet[Row], period: Period) -> list[Week]:
    """Weeks told apart by `part`: "channel", "team", "person" or "situation"."""
    found = within(rows, period).values_list("week", part).annotate(**_SUMS)
    return [Week(monday, name, Activity(*sums)) for monday, name, *sums in found]


def by(part: str, rows: QuerySet[Row], period: Period) -> dict[Any, Activity]:
    """The whole period, told apart by `part`: "channel", "team", "person" or "situation"."""
    found = within(rows, period).values_list(part).annotate(**_SUMS)
    return {name: Activity(*sums) for name, *sums in found}


def weekly(weeks: Iterable[Week], period: Period) -> list[tuple[Period, Activity]]:
    """The weeks of `period`, oldest first, those without anything as well."""
    held: dict[date, list[Activity]] = {week.start: [] for week in period.weeks()}
    for week in weeks:
        if week.monday in held:
            held[week.monday].append(week.activity)
    return [(week, added(held[week.start])) for week in period.weeks()]


def total(weeks: Iterable[Week], period: Period, part: str | int = "") -> Activity:
    """All the weeks of `period`, of one part or of all."""
    return added(week.activity for week in weeks if week.monday in period and part in {"", week.part})


def scores_by_team(teams: Collection[Team], period: Period) -> dict[int, dict[int, Sums]]:
    """team -> person -> scores, of everybody who logged something."""
    rows = within(PersonWeek.objects.filter(team__in=teams, situation=None), period)
    sums = {f"{name}_sum": plain_sum(name) for name in ("judged", "total", "squares")}
    found: dict[int, dict[int, Sums]] = {}
    for team, person, *numbers in rows.values_list("team", "person").annotate(**sums):
        found.setdefault(team, {})[person] = Sums(*numbers)
    return found
