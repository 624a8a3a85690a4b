"""What several hundred teams did, added up by the database: one row for each team and channel, and only what the page shows."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from coaching.dashboards.choices import Choice
from coaching.dashboards.queries.sums import plain_sum, within
from coaching.rollups.models import TeamWeek, WeekTally
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


@dataclass(slots=True)
class TeamCounts:
    """One team: each channel apart, and all of them together."""

    channels: dict[str, Lately] = field(default_factory=dict)
    together: Lately = NOTHING


def team_counts(rows: QuerySet[TeamWeek], choice: Choice) -> dict[int, TeamCounts]:
    """team -> counts. One query over the weeks that are compared."""
    compared = Period(choice.before.start, choice.recent.end)
    found = within(rows, compared).values_list("team", "channel").annotate(**lately_sums(choice))
    teams: dict[int, TeamCounts] = defaultdict(TeamCounts)
    for team, channel, *numbers in found:
        lately = lately_of(numbers)
        held = teams[team]
        held.channels[channel] = lately
        held.together = lately if held.together is NOTHING else together(held.together, lately)
    return teams


def lately_sums(choice: Choice) -> dict[str, object]:
    """The columns of a `Lately`, in its order."""
    recent = Q(week__gte=choice.recent.start)
    parts = (
        ("now", recent, ("encounters", *_SCORES, *_FIRST_TIME)),
        ("before", ~recent, (*_SCORES, *_FIRST_TIME)),
    )
    return {f"{name}_{when}": plain_sum(name, condition) for when, condition, names in parts for name in names}


def lately_of(numbers: list[int | None]) -> Lately:
    """A sum over no rows is None in SQL."""
    (encounters, n, total, squares, known, met, n_then, total_then, squares_then, known_then, met_then) = (
        number or 0 for number in numbers
    )
    return Lately(
        encounters,
        Sums(n, total, squares),
        Sums(known, met, met),
        Sums(n_then, total_then, squares_then),
        Sums(known_then, met_then, met_then),
    )


def together(one: Lately, other: Lately) -> Lately:
    return Lately(*(mine + theirs for mine, theirs in zip(one, other, strict=True)))


def channel_totals(teams: Mapping[int, TeamCounts]) -> dict[str, Lately]:
    """channel -> everybody's counts."""
    totals: dict[str, Lately] = {}
    for counts in teams.values():
        for channel, lately in counts.channels.items():
            totals[channel] = together(totals[channel], lately) if channel in totals else lately
    return totals


def overdue_by_team(rows: QuerySet[WeekTally], period: Period, now: datetime) -> dict[int, int]:
    """team -> promises made in these weeks that are past their time."""
    latest, overdue = int(now.timestamp()), {}
    for team, due in within(rows, period).filter(promises_open__gt=0).values_list("team", "due"):
        late = sum(count for seconds, count in due.items() if int(seconds) < latest)
        if late:
            overdue[team] = overdue.get(team, 0) + late
    return overdue
