"""Count one person's weeks from the encounters themselves."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Q

from coaching.rollups.cells import Cell
from coaching.rollups.tally import Counted, Tally
from interactions.models import Encounter, Promise
from microconnect.periods import Period, week_of

Promised = list[tuple[datetime, datetime | None]]  # due, kept

_COLUMNS = (
    "pk", "occurred_on", "occurred_hour", "channel", "situation", "wait_seconds", "handling_seconds", "concession",
    "assessment__score", "assessment__scores",
)  # fmt: skip


@dataclass(slots=True)
class PersonTally:
    """A tally, and the days of the week with something in it: bit 0 is Monday."""

    tally: Tally = field(default_factory=Tally)
    days: int = 0

    def add(self, one: Counted) -> None:
        self.tally.add(one)
        self.days |= 1 << one.day.weekday()


def count_weeks(person: int, team: int, mondays: Collection[date]) -> dict[Cell, PersonTally]:
    """What the person logged in these weeks. Cells without anything are not there."""
    logged = Encounter.objects.filter(_within(mondays), person=person, team=team).order_by()
    rows = list(logged.values_list(*_COLUMNS))
    promised = _promised([row[0] for row in rows])
    found: dict[Cell, PersonTally] = defaultdict(PersonTally)
    for pk, day, hour, channel, situation, wait, handling, concession, score, scores in rows:
        one = Counted(day, hour, score, scores or {}, wait, handling, concession, promised.get(pk, ()))
        monday = day - timedelta(days=day.weekday())
        found[monday, channel, None].add(one)
        if situation is not None:
            found[monday, channel, situation].add(one)
    return found


def weeks_with_encounters(person: int) -> dict[int, set[date]]:
    """team -> the Mondays of the weeks in which the person logged something there."""
    weeks: dict[int, set[date]] = defaultdict(set)
    for team, day in Encounter.objects.filter(person=person).order_by().values_list("team", "occurred_on").distinct():
        weeks[team].add(week_of(day).start)
    return weeks


def _within(mondays: Collection[date]) -> Q:
    """The days of these weeks, adjoining weeks as one stretch."""
    condition = Q()
    for stretch in _stretches(mondays):
        condition |= Q(occurred_on__gte=stretch.start, occurred_on__lt=stretch.end)
    return condition


def _stretches(mondays: Collection[date]) -> Iterator[Period]:
    weeks = [week_of(monday) for monday in sorted(mondays)]
    while weeks:
        first = last = weeks.pop(0)
        while weeks and weeks[0].start == last.end:
            last = weeks.pop(0)
        yield Period(first.start, last.end)


def _promised(encounters: Sequence[int]) -> dict[int, Promised]:
    """By the keys of the encounters: a join would read every promise there is where a person has many weeks."""
    held: dict[int, Promised] = defaultdict(list)
    promises = Promise.objects.filter(encounter__in=encounters).order_by()
    for encounter, due_at, kept_at in promises.values_list("encounter", "due_at", "kept_at"):
        held[encounter].append((due_at, kept_at))
    return held
