"""What several hundred teams did, added up by the database: one row for each team and channel, and only what the page shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.sums import plain_sum, within
from coaching.rollups.models import TeamWeek
from coaching.statistics import Sums
from microconnect.periods import Period

_SCORES = ("judged", "total", "squares")
_FIRST_TIME = ("first_time_known", "first_time")


class Lately(NamedTuple):
    """The recent weeks and those before them; shares count 1 for what was right the first time."""

    encounters: int
    now: Sums
    first_time: Sums
    before: Sums
    first_time_before: Sums


NOTHING = Lately(0, Sums(), Sums(), Sums(), Sums())

Numbers = tuple[int, ...]  # the columns of `lately_sums`: added up before anything is made of them
SCORES_AT, FIRST_TIME_AT = 1, 4  # where the recent count and sum of each stand in them


@dataclass(slots=True)
class TeamCounts:
    """One team: each channel apart, and all of them together."""

    channels: Mapping[str, Numbers]
    together: Lately


@dataclass(frozen=True, slots=True)
class Counts:
    """Of every team that logged in the weeks compared, and of everybody in each channel."""

    teams: Mapping[int, TeamCounts]
    channels: Mapping[str, Numbers]


def team_counts(rows: QuerySet[TeamWeek], choice: Choice) -> Counts:
    """One query over the weeks that are compared."""
    compared = Period(choice.before.start, choice.recent.end)
    found = within(rows, compared).values_list("team", "channel").annotate(**lately_sums(choice))
    teams: dict[int, dict[str, Numbers]] = defaultdict(dict)
    channels: dict[str, list[Numbers]] = defaultdict(list)
    for team, channel, *numbers in found:
        teams[team][channel] = plain = tuple(number or 0 for number in numbers)
        channels[channel].append(plain)
    return Counts(
        {team: TeamCounts(held, lately_of(_added(held.values()))) for team, held in teams.items()},
        {channel: _added(held) for channel, held in channels.items()},
    )


def _added(many: Iterable[Numbers]) -> Numbers:
    return tuple(map(sum, zip(*many, strict=True)))


def lately_sums(choice: Choice) -> dict[str, object]:
    """The columns of a `Lately`, in its order."""
    recent = Q(week__gte=choice.recent.start)
    parts = (
        ("now", recent, ("encounters", *_SCORES, *_FIRST_TIME)),
        ("before", ~recent, (*_SCORES, *_FIRST_TIME)),
    )
    return {f"{name}_{when}": plain_sum(name, condition) for when, condition, names in parts for name in names}


def lately_of(numbers: Sequence[int]) -> Lately:
    encounters, n, total, squares, known, met, n_then, total_then, squares_then, known_then, met_then = numbers
    return Lately(
        encounters,
        Sums(n, total, squares),
        Sums(known, met, met),
        Sums(n_then, total_then, squares_then),
        Sums(known_then, met_then, met_then),
    )


def overdue_by_team(rows: QuerySet[TeamWeek], period: Period, now: datetime) -> dict[int, int]:
    """team -> promises made in these weeks that are past their time."""
    latest = now.timestamp()
    overdue: dict[int, int] = {}
    waiting = within(rows, period).filter(promises_open__gt=0)
    for team, due in waiting.values_list("team", "due"):
        for seconds, count in due.items():
            if int(seconds) < latest:
                overdue[team] = overdue.get(team, 0) + count
    return overdue
