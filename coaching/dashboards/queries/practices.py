"""How each practice scored, from the practices that every week carries."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from coaching.dashboards.queries.sums import Row, within
from coaching.statistics import Sums, added
from microconnect.periods import Period

NOTHING = Sums()

Numbers = dict[str, list[int]]  # practice -> [judged, total, squares]


@dataclass(frozen=True)
class PracticeSums:
    """Sums by practice, of what each person did in each channel: `own` holds person, channel -> practice."""

    own: Mapping[tuple[int, str], Numbers] = field(default_factory=dict)

    @cached_property
    def people(self) -> Mapping[str, Mapping[int, Sums]]:
        """practice -> person -> sums."""
        held: dict[int, Numbers] = defaultdict(dict)
        for (person, _channel), practices in self.own.items():
            merge_practices(held[person], practices)
        people: dict[str, dict[int, Sums]] = defaultdict(dict)
        for person, practices in held.items():
            for practice, sums in practices.items():
                people[practice][person] = Sums(*sums)
        return people

    @cached_property
    def channels(self) -> Mapping[str, Mapping[str, Sums]]:
        """channel -> practice -> sums."""
        held: dict[str, Numbers] = defaultdict(dict)
        for (_person, channel), practices in self.own.items():
            merge_practices(held[channel], practices)
        return {channel: _sums_of(practices) for channel, practices in held.items()}

    def of(self, practice: str) -> Sums:
        """Everybody's."""
        return added(self.by_person(practice).values())

    def of_person(self, person: int, practice: str) -> Sums:
        return self.by_person(practice).get(person, NOTHING)

    def by_person(self, practice: str) -> Mapping[int, Sums]:
        """person -> sums: the sample that a team's mean is judged by."""
        return self.people.get(practice, {})

    def against_others(self, person: int, practice: str) -> list[tuple[Sums, Sums]]:
        """The person's sums beside the others' in each channel that the person worked in."""
        strata = []
        for channel, everybody in self.channels.items():
            own = self.own.get((person, channel), {}).get(practice)
            if own:
                mine = Sums(*own)
                strata.append((mine, everybody[practice] - mine))
        return strata


def practices_of_one(person: int, channel: str, sums: Mapping[str, Sums]) -> PracticeSums:
    """Of somebody who is compared with nobody: everything counts as one channel."""
    own = {practice: [held.n, int(held.total), int(held.squares)] for practice, held in sums.items()}
    return PracticeSums({(person, channel): own})


def practices(rows: QuerySet[Row], period: Period) -> Mapping[str, Sums]:
    """practice -> sums of all these rows together."""
    held: Numbers = {}
    for numbers in within(rows, period).values_list("practices", flat=True):
        merge_practices(held, numbers)
    return _sums_of(held)


def _sums_of(numbers: Numbers) -> dict[str, Sums]:
    return {practice: Sums(*sums) for practice, sums in numbers.items()}


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
