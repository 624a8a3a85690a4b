"""How each practice scored, from the practices that every week carries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from coaching.dashboards.queries.sums import Row, within
from coaching.rollups.models import PersonWeek
from coaching.statistics import Sums
from microconnect.periods import Period

GREETING = "personal_greeting"
NOTHING = Sums()

Numbers = dict[str, list[int]]  # practice -> [judged, total, squares]


@dataclass(frozen=True, slots=True)
class PracticeSums:
    """Sums by practice: of everybody, of each channel, and of each person in each channel."""

    everybody: Mapping[str, Sums] = field(default_factory=dict)
    channels: Mapping[tuple[str, str], Sums] = field(default_factory=dict)
    people: Mapping[str, Mapping[int, Mapping[str, Sums]]] = field(default_factory=dict)

    def of(self, practice: str) -> Sums:
        return self.everybody.get(practice, NOTHING)

    def of_person(self, person: int, practice: str) -> Sums:
        return sum(self._own(person, practice).values(), NOTHING)

    def by_person(self, practice: str) -> dict[int, Sums]:
        """person -> sums: the sample that a team's mean is judged by."""
        return {person: sum(own.values(), NOTHING) for person, own in self.people.get(practice, {}).items()}

    def against_others(self, person: int, practice: str) -> list[tuple[Sums, Sums]]:
        """The person's sums beside the others' in each channel that the person worked in."""
        own = self._own(person, practice)
        return [(sums, self.channels[channel, practice] - sums) for channel, sums in own.items()]

    def _own(self, person: int, practice: str) -> Mapping[str, Sums]:
        return self.people.get(practice, {}).get(person, {})


def practice_sums(numbers: Mapping[tuple[int, str], Numbers]) -> PracticeSums:
    """From each person's numbers in each channel."""
    everybody: Numbers = {}
    channels: dict[str, Numbers] = defaultdict(dict)
    people: dict[str, dict[int, dict[str, Sums]]] = defaultdict(lambda: defaultdict(dict))
    for (person, channel), practices in numbers.items():
        merge_practices(everybody, practices)
        merge_practices(channels[channel], practices)
        for practice, sums in practices.items():
            people[practice][person][channel] = Sums(*sums)
    return PracticeSums(
        {practice: Sums(*sums) for practice, sums in everybody.items()},
        {(channel, practice): Sums(*sums) for channel, held in channels.items() for practice, sums in held.items()},
        people,
    )


def practices_of_one(person: int, channel: str, sums: Mapping[str, Sums]) -> PracticeSums:
    """Of somebody who is compared with nobody: everything counts as one channel."""
    people = {practice: {person: {channel: own}} for practice, own in sums.items()}
    return PracticeSums(sums, {(channel, practice): own for practice, own in sums.items()}, people)


def people_practices(rows: QuerySet[PersonWeek], period: Period) -> PracticeSums:
    """Everybody's in these rows, person by person and channel by channel."""
    held: dict[tuple[int, str], Numbers] = defaultdict(dict)
    for person, channel, practices in within(rows, period).values_list("person", "channel", "practices"):
        merge_practices(held[person, channel], practices)
    return practice_sums(held)


def practices(rows: QuerySet[Row], period: Period) -> Mapping[str, Sums]:
    """practice -> sums of all these rows together."""
    return _sums(within(rows, period).values_list("practices", flat=True))


def practices_by(part: str, rows: QuerySet[Row], period: Period) -> dict[Any, Mapping[str, Sums]]:
    """`part` ("channel", "team", "situation", "week") -> practice -> sums."""
    parts: dict[Any, list[Numbers]] = defaultdict(list)
    for name, numbers in within(rows, period).values_list(part, "practices"):
        parts[name].append(numbers)
    return {name: _sums(numbers) for name, numbers in parts.items()}


def _sums(rows: Iterable[Numbers]) -> dict[str, Sums]:
    held: Numbers = {}
    for numbers in rows:
        merge_practices(held, numbers)
    return {practice: Sums(*sums) for practice, sums in held.items()}


def merge_practices(held: Numbers, practices: Numbers) -> None:
    """The inner loop of every dashboard: some thousand times a page."""
    for practice, (judged, total, squares) in practices.items():
        sums = held.get(practice)
        if sums is None:
            held[practice] = [judged, total, squares]
        else:
            sums[0] += judged
            sums[1] += total
            sums[2] += squares
