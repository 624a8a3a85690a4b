"""Which teams surely changed, or surely differ from the others in the same channels, when hundreds are looked at together.

Two steps. What encounters alone would not call sure is dropped first, from sums that are read anyway. Only for what is
left are the people read, who are the sample (docs/decisions/0018): the less sure of both answers counts, and `surely`
judges it among all looks of the page, so dropping early can never make anything sure.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coaching.dashboards.organisation.counts import FIRST_TIME_AT, SCORES_AT, Counts, Lately, Numbers, TeamCounts
from coaching.dashboards.wording import whole
from coaching.statistics import (
    Difference,
    Sums,
    changed,
    clustered_mean,
    place_share,
    share_difference,
    surely,
    t_tails,
)

NOTHING = Sums()
FEWEST = 20  # encounters, on either side
MOST_CHECKED = 24  # looks whose people are read: the clearest
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

    Scores in points, shares from 0 to 1. `errors` is how many standard errors it is away by its encounters, `p` how often
    chance alone does as much.
    """

    team: int
    kind: Kind
    usual: float
    own: Sums
    errors: float
    before: Sums = NOTHING
    p: float = 1.0

    @property
    def is_up(self) -> bool:
        return self.own.mean > self.usual

    @property
    def shows(self) -> bool:
        """Whether the two differ as they are read, in whole points or percents: of thousands the smallest difference is sure."""
        scale = 1 if self.kind in {Kind.SCORE_MOVED, Kind.SCORE_DIFFERS} else 100
        return whole(self.own.mean * scale) != whole(self.usual * scale)


People = Mapping[int, Sequence[Lately]]  # team -> each person's


@dataclass(frozen=True, slots=True)
class Looks:
    """`near` are those that encounters alone might call sure, the clearest first; `count` is how many were looked at."""

    near: Sequence[Look]
    count: int

    @property
    def teams(self) -> set[int]:
        return {look.team for look in self.near}


def first_looks(counts: Counts) -> Looks:
    """By encounters alone, and by the normal distribution, which is quick and finds rather too much."""
    found = [look for team, held in counts.teams.items() for look in _looks(team, held, counts.channels)]
    near = sorted((look for look in found if look), key=lambda look: -look.errors)
    sure = surely([*(math.erfc(look.errors / math.sqrt(2)) for look in near), *[1.0] * (len(found) - len(near))])
    return Looks([look for look, is_sure in zip(near, sure, strict=False) if is_sure][:MOST_CHECKED], len(found))


def sure_looks(looks: Looks, people: People) -> list[Look]:
    """Those that encounters and people both call sure, among all that were looked at, and that show; the surest first."""
    judged = [
        replace(look, p=max(_by_encounters(look), _by_people(look, people.get(look.team, [])))) for look in looks.near
    ]
    rest = [1.0] * (looks.count - len(judged))
    sure = surely([*(look.p for look in judged), *rest])
    held = [look for look, is_sure in zip(judged, sure, strict=False) if is_sure and look.shows]
    return sorted(held, key=lambda look: (look.p, -look.errors))


def _looks(team: int, counts: TeamCounts, everybody: Mapping[str, Numbers]) -> Iterator[Look | None]:
    """Each figure that has enough to speak of; None where it is nowhere near."""
    _encounters, now, first_time, before, first_time_before = counts.together
    if now.n >= FEWEST and before.n >= FEWEST:
        yield _look(team, Kind.SCORE_MOVED, before.mean, now, _errors(before, now), before=before)
    if first_time.n >= FEWEST and first_time_before.n >= FEWEST:
        errors = _share_errors(first_time, first_time_before.mean, first_time_before.n)
        yield _look(team, Kind.FIRST_TIME_MOVED, first_time_before.mean, first_time, errors, before=first_time_before)
    if now.n >= FEWEST and (usual := _usual(counts, everybody, SCORES_AT)) is not None:
        yield _look(team, Kind.SCORE_DIFFERS, usual, now, _errors_from(usual, now))
    if first_time.n >= FEWEST and (usual := _usual(counts, everybody, FIRST_TIME_AT)) is not None:
        yield _look(team, Kind.FIRST_TIME_DIFFERS, usual, first_time, _share_errors(first_time, usual))


def _look(team: int, kind: Kind, usual: float, own: Sums, errors: float, *, before: Sums = NOTHING) -> Look | None:
    return Look(team, kind, usual, own, errors, before) if errors >= _NEAR else None


def _usual(counts: TeamCounts, everybody: Mapping[str, Numbers], at: int) -> float | None:
    """The others' mean in the same channels, mixed as the team's own (direct standardisation, as `against`).

    None where nobody else works in one of them.
    """
    expected, n = 0.0, 0
    for channel, own in counts.channels.items():
        if own[at]:
            others = everybody[channel][at] - own[at]
            if not others:
                return None
            expected += own[at] * (everybody[channel][at + 1] - own[at + 1]) / others
            n += own[at]
    return expected / n


def _errors(before: Sums, now: Sums) -> float:
    """How many standard errors a mean moved."""
    error = math.sqrt(before.error + now.error)
    return abs(now.mean - before.mean) / error if error else 0.0


def _errors_from(usual: float, now: Sums) -> float:
    """The same for what is usual among all others, whose own error is next to nothing."""
    return abs(now.mean - usual) / math.sqrt(now.error) if now.error else 0.0


def _share_errors(own: Sums, usual: float, others: float = math.inf) -> float:
    """How many standard errors a share is away from the usual one, roughly."""
    pooled = (own.mean + usual) / 2
    error = math.sqrt(pooled * (1 - pooled) * (1 / own.n + 1 / others))
    return abs(own.mean - usual) / error if error else 0.0


def _by_encounters(look: Look) -> float:
    """Exact for shares; scores of twenty and more are near enough."""
    if look.kind == Kind.FIRST_TIME_MOVED:
        found = share_difference((int(look.before.total), look.before.n), (int(look.own.total), look.own.n))
        return found.p if found else 1.0
    if look.kind == Kind.FIRST_TIME_DIFFERS:
        return place_share(int(look.own.total), look.own.n, look.usual).p
    return t_tails(look.errors, look.own.n - 1)


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
