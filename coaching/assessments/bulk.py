"""The backgrounds of many encounters in few queries; each is what `background_of` gives for that one alone."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from coaching.assessments.background import (
    CONCEDED,
    HISTORY,
    LATEST_DECISIONS,
    REMEMBERED_GREETINGS,
    TEAM_COLUMNS,
    Background,
)
from coaching.engine.facts import PastGreeting, PromiseFacts, SituationHistory, TeamGreeting
from coaching.engine.likeness import TEAM_LATEST, is_comparable
from interactions.models import Encounter

# Encounters further apart than this are looked up apart, so that a few strays never read a whole year into memory.
LONGEST_STRETCH = timedelta(days=14)


def backgrounds_of(encounters: Sequence[Encounter]) -> dict[int, Background]:
    """primary key -> background.

    Args:
        encounters: stored, the oldest first, with their promises prefetched.
    """
    return {
        primary_key: background
        for stretch in _stretches(encounters)
        for primary_key, background in _of_stretch(stretch)
    }


def _stretches(encounters: Sequence[Encounter]) -> Iterator[list[Encounter]]:
    stretch: list[Encounter] = []
    for encounter in encounters:
        if stretch and encounter.occurred_at - stretch[0].occurred_at > LONGEST_STRETCH:
            yield stretch
            stretch = []
        stretch.append(encounter)
    if stretch:
        yield stretch


def _of_stretch(encounters: list[Encounter]) -> Iterator[tuple[int, Background]]:
    came_back = _came_back(encounters)
    greetings = _greetings(encounters)
    team_greetings = _team_greetings(encounters)
    decided = _decided(encounters)
    for encounter in encounters:
        yield (
            encounter.pk,
            Background(
                came_back=encounter.pk in came_back,
                promises=_promises_of(encounter),
                previous_greetings=greetings[encounter.person_id].before(encounter) if encounter.greeting else (),
                team_greetings=team_greetings[encounter.team_id].before(encounter) if _is_compared(encounter) else (),
                situation_history=decided[encounter.situation_id].before(encounter) if _is_decided(encounter) else None,
            ),
        )


def _came_back(encounters: list[Encounter]) -> set[int]:
    repeats = Encounter.objects.filter(repeat_of__in=[encounter.pk for encounter in encounters])
    return {primary_key for primary_key in repeats.values_list("repeat_of", flat=True) if primary_key}


def _promises_of(encounter: Encounter) -> tuple[PromiseFacts, ...]:
    """The encounter's promises, the first due first."""
    return tuple(PromiseFacts(promise.due_at, promise.kept_at) for promise in encounter.promises.all())


@dataclass(slots=True)
class _Said:
    """One person's greetings, the oldest first."""

    at: list[datetime] = field(default_factory=list)
    greetings: list[PastGreeting] = field(default_factory=list)

    def add(self, at: datetime, public_id: UUID, text: str, name: str) -> None:
        self.at.append(at)
        self.greetings.append(PastGreeting(str(public_id), text, name))

    def before(self, encounter: Encounter) -> tuple[PastGreeting, ...]:
        """The last ten before this encounter, newest first."""
        after = bisect_left(self.at, encounter.occurred_at)
        return tuple(reversed(self.greetings[max(0, after - REMEMBERED_GREETINGS) : after]))


def _greetings(encounters: list[Encounter]) -> dict[int, _Said]:
    """person -> the last ten greetings before the stretch, and all during it."""
    first, last = encounters[0].occurred_at, encounters[-1].occurred_at
    people = sorted({encounter.person_id for encounter in encounters if encounter.greeting})
    columns = ("occurred_at", "public_id", "greeting", "customer_name")
    spoken = Encounter.objects.exclude(greeting="")
    said: dict[int, _Said] = defaultdict(_Said)
    for person in people:
        earlier = spoken.filter(person=person, occurred_at__lt=first).newest_first().values_list(*columns)
        for row in reversed(earlier[:REMEMBERED_GREETINGS]):
            said[person].add(*row)
    during = spoken.filter(person__in=people, occurred_at__range=(first, last)).order_by("occurred_at", "pk")
    for person, *rest in during.values_list("person", *columns):
        said[person].add(*rest)
    return said


@dataclass(slots=True)
class _SaidInTeam:
    """One team's greetings, the oldest first."""

    at: list[datetime] = field(default_factory=list)
    greetings: list[TeamGreeting] = field(default_factory=list)

    def add(self, at: datetime, person: int, text: str, name: str) -> None:
        self.at.append(at)
        self.greetings.append(TeamGreeting(person, text, name))

    def before(self, encounter: Encounter) -> tuple[TeamGreeting, ...]:
        """The colleagues' among the team's last 200 of the 90 days before this encounter, newest first."""
        after = bisect_left(self.at, encounter.occurred_at)
        first = max(after - TEAM_LATEST, bisect_left(self.at, encounter.occurred_at - HISTORY))
        return tuple(said for said in reversed(self.greetings[first:after]) if said.said_by != encounter.person_id)


def _is_compared(encounter: Encounter) -> bool:
    return is_comparable(encounter.greeting, encounter.customer_name)


def _team_greetings(encounters: list[Encounter]) -> dict[int, _SaidInTeam]:
    """team -> its last 200 greetings before the stretch, and all during it."""
    first, last = encounters[0].occurred_at, encounters[-1].occurred_at
    teams = sorted({encounter.team_id for encounter in encounters if _is_compared(encounter)})
    spoken = Encounter.objects.exclude(greeting="")
    said: dict[int, _SaidInTeam] = defaultdict(_SaidInTeam)
    for team in teams:
        earlier = spoken.filter(team=team, occurred_at__gte=first - HISTORY, occurred_at__lt=first).newest_first()
        for row in reversed(earlier.values_list("occurred_at", *TEAM_COLUMNS)[:TEAM_LATEST]):
            said[team].add(*row)
    during = spoken.filter(team__in=teams, occurred_at__range=(first, last)).order_by("occurred_at", "pk")
    for team, *rest in during.values_list("team", "occurred_at", *TEAM_COLUMNS):
        said[team].add(*rest)
    return said


@dataclass(slots=True)
class _Decided:
    """When one situation was decided, the oldest first, and how many got a concession before each of those times."""

    at: list[datetime] = field(default_factory=list)
    conceded: list[int] = field(default_factory=lambda: [0])

    def add(self, at: datetime, concession: str) -> None:
        self.at.append(at)
        self.conceded.append(self.conceded[-1] + (concession in CONCEDED))

    def before(self, encounter: Encounter) -> SituationHistory:
        """What the last 1,000 decisions of the 90 days before this encounter came to."""
        after = bisect_left(self.at, encounter.occurred_at)
        first = max(after - LATEST_DECISIONS, bisect_left(self.at, encounter.occurred_at - HISTORY))
        return SituationHistory(after - first, self.conceded[after] - self.conceded[first])


def _is_decided(encounter: Encounter) -> bool:
    return encounter.situation_id is not None and encounter.concession != ""


def _decided(encounters: list[Encounter]) -> dict[int | None, _Decided]:
    """situation -> its last 1,000 decisions before the stretch, and all during it."""
    first, last = encounters[0].occurred_at, encounters[-1].occurred_at
    situations = sorted({e.situation_id for e in encounters if e.situation_id is not None and e.concession})
    columns = ("occurred_at", "concession")
    decisions = Encounter.objects.exclude(concession="")
    decided: dict[int | None, _Decided] = defaultdict(_Decided)
    for situation in situations:
        of_it = decisions.filter(situation=situation)
        earlier = of_it.filter(occurred_at__gte=first - HISTORY, occurred_at__lt=first).newest_first()
        for row in reversed(earlier.values_list(*columns)[:LATEST_DECISIONS]):
            decided[situation].add(*row)
    during = decisions.filter(situation__in=situations, occurred_at__range=(first, last)).order_by("occurred_at", "pk")
    for situation, *rest in during.values_list("situation", *columns):
        decided[situation].add(*rest)
    return decided
