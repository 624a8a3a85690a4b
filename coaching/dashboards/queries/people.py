"""What a team's people did in some weeks, read once and added up as a page needs it: most of a dashboard is made of this."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import QuerySet

from coaching.dashboards.queries.activity import Activity, Week, added, by
from coaching.dashboards.queries.practices import Numbers, PracticeSums, merge_practices
from coaching.dashboards.queries.sums import within
from coaching.rollups.models import PersonWeek
from coaching.rollups.tally import COUNTS
from coaching.statistics import Sums
from coaching.statistics import added as added_sums
from microconnect.periods import Period

NO_SCORES = Sums()


class PersonRow(NamedTuple):
    """One person's week in one channel."""

    person: int
    monday: date
    channel: str
    days: int
    activity: Activity
    practices: Numbers


@dataclass(frozen=True)
class PeopleWeeks:
    """Rows of some weeks. Every part of them (weeks, a channel) is another one of these.

    `parts` are what they were joined from, if they were: what those have added up is not added up again.
    """

    rows: tuple[PersonRow, ...] = ()
    parts: "tuple[PeopleWeeks, ...]" = ()

    def within(self, period: Period) -> "PeopleWeeks":
        start, end = period.start, period.end
        return PeopleWeeks(tuple(row for row in self.rows if start <= row.monday < end))

    def joined(self, other: "PeopleWeeks") -> "PeopleWeeks":
        """Both, which have no row in common."""
        return PeopleWeeks((*self.rows, *other.rows), (self, other))

    def in_channel(self, channel: str) -> "PeopleWeeks":
        """Those of one channel; all where it is empty."""
        return PeopleWeeks(tuple(row for row in self.rows if row.channel == channel)) if channel else self

    def of(self, people: Collection[int]) -> "PeopleWeeks":
        return PeopleWeeks(tuple(row for row in self.rows if row.person in people))

    @cached_property
    def together(self) -> Activity:
        return added(row.activity for row in self.rows)

    @cached_property
    def activity(self) -> Mapping[int, Activity]:
        """person -> everything they logged."""
        held: dict[int, list[Activity]] = defaultdict(list)
        for row in self.rows:
            held[row.person].append(row.activity)
        return {person: added(activities) for person, activities in held.items()}

    @cached_property
    def scores(self) -> Mapping[int, Sums]:
        """person -> scores: the sample that a team's mean is judged by."""
        sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        for row in self.rows:
            held, counts = sums[row.person], row.activity
            held[0] += counts.judged
            held[1] += counts.total
            held[2] += counts.squares
        return {person: Sums(*held) for person, held in sums.items()}

    @cached_property
    def practices(self) -> PracticeSums:
        return PracticeSums(self.numbers)

    @cached_property
    def numbers(self) -> Mapping[tuple[int, str], Numbers]:
        """person, channel -> practices."""
        held: dict[tuple[int, str], Numbers] = defaultdict(dict)
        for part in self.parts:
            for whose, numbers in part.numbers.items():
                merge_practices(held[whose], numbers)
        for row in () if self.parts else self.rows:
            merge_practices(held[row.person, row.channel], row.practices)
        return held

    @cached_property
    def days(self) -> Mapping[int, int]:
        """person -> on how many days they logged something."""
        bits: dict[tuple[int, date], int] = defaultdict(int)
        for row in self.rows:
            bits[row.person, row.monday] |= row.days
        worked: dict[int, int] = defaultdict(int)
        for (person, _monday), days in bits.items():
            worked[person] += days.bit_count()
        return dict(worked)

    def weeks(self) -> Iterator[Week]:
        """The rows as weeks told apart by channel."""
        return (Week(row.monday, row.channel, row.activity) for row in self.rows)

    def scores_by_week(self) -> Mapping[date, Mapping[int, Sums]]:
        """Monday -> person -> scores."""
        by_week: dict[date, list[PersonRow]] = defaultdict(list)
        for row in self.rows:
            by_week[row.monday].append(row)
        return {monday: PeopleWeeks(tuple(rows)).scores for monday, rows in by_week.items()}


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """One figure's sums by person, in two periods: what `coaching.statistics.changed` compares."""

    before: Mapping[int, Sums] = field(default_factory=dict)
    after: Mapping[int, Sums] = field(default_factory=dict)

    @property
    def pairs(self) -> list[tuple[Sums, Sums]]:
        return [
            (self.before.get(person, NO_SCORES), self.after.get(person, NO_SCORES))
            for person in {**self.before, **self.after}
        ]

    @property
    def then(self) -> Sums:
        """Everybody's before, together."""
        return added_sums(self.before.values())

    @property
    def now(self) -> Sums:
        """Everybody's after, together."""
        return added_sums(self.after.values())


def scores_by_person(rows: QuerySet[PersonWeek], period: Period) -> Mapping[int, Sums]:
    """The scores alone, added up by the database."""
    return {person: activity.scores for person, activity in by("person", rows, period).items()}


def read_people(rows: QuerySet[PersonWeek], period: Period) -> PeopleWeeks:
    """One query, whatever is made of it."""
    found = within(rows, period).values_list("person", "week", "channel", "days", "practices", *COUNTS)
    return PeopleWeeks(
        tuple(
            PersonRow(person, monday, channel, days, Activity(*counts), practices)
            for person, monday, channel, days, practices, *counts in found
        )
    )
