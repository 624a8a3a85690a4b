"""Which teams surely changed, or surely differ from the others in the same channels, when hundreds are looked at together.

Two steps. What encounters alone would not call sure is dropped first, from sums that are read anyway. Only for what is
left are the people read, who are the sample (docs/decisions/0018): the less sure of both answers counts, and `surely`
judges it among all looks of the page, so dropping early can never make anything sure.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coaching.dashboards.organisation.counts import Lately, TeamCounts, channel_totals
from coaching.statistics import (
    Difference,
    Sums,
    against,
    changed,
    clustered_mean,
    difference,
    place_share,
    share_difference,
    surely,
)

FEWEST = 20  # encounters, on either side
MOST_CHECKED = 40  # looks whose people are read: the clearest
_NEAR = 3.0  # standard errors: nothing below is sure among hundreds


class Kind(StrEnum):
    """What was looked at."""

    SCORE_MOVED = "score moved"
    FIRST_TIME_MOVED = "first time moved"
    SCORE_DIFFERS = "score differs"
    FIRST_TIME_DIFFERS = "first time differs"


@dataclass(frozen=True, slots=True)
class Look:
    """One figure of one team beside its past, or beside what the others' would be with its mix of channels.

    Scores in points, shares from 0 to 1. `p` is how often chance alone does as much.
    """

    team: int
    kind: Kind
    usual: float
    own: float
    n: int
    p: float
    errors: float

    @property
    def is_up(self) -> bool:
        return self.own > self.usual


People = Mapping[int, Sequence[Lately]]  # team -> each person's


@dataclass(frozen=True, slots=True)
class Looks:
    """`near` are those that encounters alone might call sure, the clearest first; `count` is how many were looked at."""

    near: Sequence[Look]
    count: int

    @property
    def teams(self) -> set[int]:
        return {look.team for look in self.near}


def first_looks(teams: Mapping[int, TeamCounts]) -> Looks:
    """By encounters alone."""
    totals = channel_totals(teams)
    found = [look for team, counts in teams.items() for look in _looks(team, counts, totals)]
    sure = surely([look.p for look in found])
    near = [look for look, is_sure in zip(found, sure, strict=True) if is_sure]
    return Looks(sorted(near, key=lambda look: -look.errors)[:MOST_CHECKED], len(found))


def sure_looks(looks: Looks, people: People) -> list[Look]:
    """Those that their people call sure as well, among all that were looked at; the surest first."""
    judged = [replace(look, p=max(look.p, _by_people(look, people.get(look.team, [])))) for look in looks.near]
    rest = [1.0] * (looks.count - len(judged))
    sure = surely([*(look.p for look in judged), *rest])
    return sorted(
        (look for look, is_sure in zip(judged, sure, strict=False) if is_sure), key=lambda look: (look.p, -look.errors)
    )


def _looks(team: int, counts: TeamCounts, totals: Mapping[str, Lately]) -> Iterator[Look]:
    """Each figure that has enough to speak of."""
    lately = counts.together
    if min(lately.now.n, lately.before.n) >= FEWEST and (moved := difference(lately.before, lately.now)):
        yield _look(team, Kind.SCORE_MOVED, lately.before.mean, lately.now, moved)
    if min(lately.first_time.n, lately.first_time_before.n) >= FEWEST:
        yield _share_moved(team, lately.first_time_before, lately.first_time)
    strata = [(own.now, totals[channel].now - own.now) for channel, own in counts.channels.items()]
    if lately.now.n >= FEWEST and (moved := against(strata)):
        yield _look(team, Kind.SCORE_DIFFERS, lately.now.mean - moved.by, lately.now, moved)
    if lately.first_time.n >= FEWEST:
        shares = [
            (own.first_time, totals[channel].first_time - own.first_time) for channel, own in counts.channels.items()
        ]
        yield from _share_differs(team, lately.first_time, shares)


def _look(team: int, kind: Kind, usual: float, own: Sums, moved: Difference) -> Look:
    return Look(team, kind, usual, own.mean, own.n, moved.p if moved.errors >= _NEAR else 1.0, moved.errors)


def _share_moved(team: int, before: Sums, now: Sums) -> Look:
    errors = _share_errors(now, before.mean, before.n)
    found = share_difference((int(before.total), before.n), (int(now.total), now.n)) if errors >= _NEAR else None
    return Look(team, Kind.FIRST_TIME_MOVED, before.mean, now.mean, now.n, found.p if found else 1.0, errors)


def _share_differs(team: int, own: Sums, strata: Sequence[tuple[Sums, Sums]]) -> Iterator[Look]:
    """Beside the others' share in the same channels; nothing where nobody else works in one of them."""
    if any(mine.n and not others.n for mine, others in strata):
        return
    usual = sum(mine.n * others.mean for mine, others in strata if mine.n) / own.n
    errors = _share_errors(own, usual)
    p = place_share(int(own.total), own.n, usual).p if errors >= _NEAR else 1.0
    yield Look(team, Kind.FIRST_TIME_DIFFERS, usual, own.mean, own.n, p, errors)


def _share_errors(own: Sums, usual: float, others: float = math.inf) -> float:
    """How many standard errors a share is away from the usual one, roughly: to drop what is nowhere near."""
    pooled = (own.mean + usual) / 2
    error = math.sqrt(pooled * (1 - pooled) * (1 / own.n + 1 / others))
    return abs(own.mean - usual) / error if error else 0.0


def _by_people(look: Look, people: Sequence[Lately]) -> float:
    """How often chance alone does as much, when people are the sample; 1 where there are too few of them."""
    if look.kind == Kind.SCORE_MOVED:
        found = changed([(each.before, each.now) for each in people])
    elif look.kind == Kind.FIRST_TIME_MOVED:
        found = changed([(each.first_time_before, each.first_time) for each in people])
    elif look.kind == Kind.SCORE_DIFFERS:
        found = _from_usual([each.now for each in people], look.usual)
    else:
        found = _from_usual([each.first_time for each in people], look.usual)
    return found.p if found else 1.0


def _from_usual(people: Sequence[Sums], usual: float) -> Difference | None:
    """A team's mean and what is usual among thousands, whose own error is next to nothing."""
    found = clustered_mean(people)
    if found is None or not found.error:
        return None
    return Difference(found.mean - usual, found.error, found.people - 1)
