"""One person's weeks, read in one query and added up here: some forty rows, from which the whole page is made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import add
from typing import NamedTuple

from django.db.models import Q

from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.activity import Activity, Week, added
from coaching.dashboards.queries.clock import logged_until
from coaching.rollups.models import PersonWeek
from coaching.rollups.tally import COUNTS
from coaching.statistics import Sums
from microconnect.people.models import Team, User
from microconnect.periods import Period


class Row(NamedTuple):
    """A week in one team and channel, as the rollups keep it."""

    week: date
    channel: str
    days: int
    practices: Mapping[str, Sequence[int]]
    hours: Mapping[str, Sequence[int]]
    due: Mapping[str, int]
    activity: Activity


@dataclass(frozen=True, slots=True)
class PersonWeeks:
    """`rows` are narrowed to what is looked at; `waiting` are those with an open promise, whatever week or channel."""

    rows: Sequence[Row]
    waiting: Sequence[Row]

    def weeks(self) -> list[Week]:
        return [Week(row.week, row.channel, row.activity) for row in self.rows]

    def total(self, period: Period, channel: str = "") -> Activity:
        return added(row.activity for row in self.within(period) if channel in {"", row.channel})

    def within(self, period: Period) -> Iterator[Row]:
        return (row for row in self.rows if row.week in period)

    def practice_sums(self, period: Period) -> dict[str, Sums]:
        held: dict[str, list[int]] = {}
        for row in self.within(period):
            for practice, numbers in row.practices.items():
                held[practice] = [*map(add, held[practice], numbers)] if practice in held else [*numbers]
        return {practice: Sums(*numbers) for practice, numbers in held.items()}

    def days(self, period: Period) -> int:
        """On how many days something was logged, in whatever channel or team."""
        days: dict[date, int] = {}
        for row in self.within(period):
            days[row.week] = days.get(row.week, 0) | row.days
        return sum(bits.bit_count() for bits in days.values())

    def encounters_until(self, week: Period, weekday: int) -> int:
        """How many were logged in that week up to and including the weekday (Monday is 0)."""
        return logged_until((row.hours for row in self.within(week)), weekday)

    def due(self) -> dict[datetime, int]:
        """When open promises fall due -> how many."""
        return _due(self.waiting)

    def due_of(self, period: Period) -> dict[datetime, int]:
        """Those made in these weeks and still open."""
        return _due(self.within(period))


def person_weeks(person: User, team: Team | None, choice: Choice) -> PersonWeeks:
    """In one team, or in all of them together (None)."""
    narrowing, period = choice.narrowing, choice.trend
    looked_at = Q(situation=narrowing.situation, week__gte=period.start, week__lt=period.end)
    scope = PersonWeek.objects.filter(person=person, **({"team": team} if team else {}))
    found = (
        scope.filter(looked_at | Q(situation=None, promises_open__gt=0))
        .order_by()
        .values_list("situation", "week", "channel", "days", "practices", "hours", "due", *COUNTS)
    )
    rows, waiting = [], []
    for situation, week, channel, days, practices, hours, due, *counts in found:
        row = Row(week, channel, days, practices, hours, due, Activity(*counts))
        if situation == narrowing.situation and week in period and narrowing.channel in {"", channel}:
            rows.append(row)
        if situation is None and row.activity.promises_open:
            waiting.append(row)
    return PersonWeeks(rows, waiting)


def _due(rows: Iterable[Row]) -> dict[datetime, int]:
    due: dict[datetime, int] = {}
    for row in rows:
        for seconds, count in row.due.items():
            at = datetime.fromtimestamp(int(seconds), UTC)
            due[at] = due.get(at, 0) + count
    return due
