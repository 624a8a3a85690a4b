"""The people and the teams that a funnel shows, each with its share and its place among chance."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.dashboards.fairness.question import Question
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.queries.scope import everybodys_weeks, people_weeks
from coaching.dashboards.queries.situations import NONE, shares_by
from coaching.dashboards.readings import SHOWN_FROM
from coaching.rollups.models import TeamWeek
from coaching.statistics import Zone, place_share, share_limits, surely
from coaching.statistics.scale import LEVEL
from microconnect.people.models import Team

NEAR = 1.4  # standard errors from the centre: nothing so near is outside, and need not be worked out
ENOUGH = 20  # expected on both sides, for that to hold


@dataclass(frozen=True, slots=True)
class Group:
    """A person or a team of which five or more are known. `name` is empty for a team one may not know by name."""

    name: str
    share: Share
    zone: Zone
    is_above: bool
    is_sure: bool  # also when everybody on the plot is looked at together
    url: str = ""
    short: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """What a group is called, and where its encounters are."""

    name: str
    short: str
    url: str = ""
    is_own: bool = False


UNKNOWN = Named("", "")


def people_shares(team: Team, question: Question) -> dict[int, Share]:
    """person -> share, in this team only."""
    rows = people_weeks(team, question.narrowing)
    return _of(question, shares_by("person", rows, question.choice.period))


def team_shares(question: Question) -> dict[int, Share]:
    """team -> share, of every team there is."""
    rows = question.narrowing(TeamWeek.objects.get_queryset())
    return _of(question, shares_by("team", rows, question.choice.period))


def everybodys_share(question: Question) -> Share:
    rows = everybodys_weeks(question.narrowing)
    found = _of(question, shares_by("situation", rows, question.choice.period))
    return next(iter(found.values()), NONE)


def groups_of(shares: Mapping[int, Share], named: Mapping[int, Named], centre: float) -> list[Group]:
    """In the order of `named`, the unnamed after them; those under five are left out."""
    shown = {key: shares[key] for key in [*named, *(shares.keys() - named.keys())] if _is_shown(shares.get(key))}
    places = [_place(share, centre) for share in shown.values()]
    sure = surely([p for _zone, _above, p in places])
    return [
        _group(named.get(key, UNKNOWN), share, zone, is_above=is_above, is_sure=is_sure)
        for (key, share), (zone, is_above, _p), is_sure in zip(shown.items(), places, sure, strict=True)
    ]


def left_out(shares: Mapping[int, Share]) -> int:
    """How many have one to four."""
    return sum(1 for share in shares.values() if 0 < share.n < SHOWN_FROM)


def by_chance(n: int, centre: float, level: float = LEVEL) -> tuple[int, int]:
    """The fewest and the most of `n` that lie within the limits."""
    low, high = share_limits(centre, n, level=level)
    return round(low * n), round(high * n)


def _of(question: Question, found: Mapping) -> dict[int, Share]:
    shares = {key: question.measure.of(both) for key, both in found.items()}
    return {key: share for key, share in shares.items() if share.n}


def _is_shown(share: Share | None) -> bool:
    return share is not None and share.n >= SHOWN_FROM


def _place(share: Share, centre: float) -> tuple[Zone, bool, float]:
    """Zone, whether above, and p; hundreds of teams are near the centre, and the exact p takes its time."""
    expected, variance = share.n * centre, share.n * centre * (1 - centre)
    if variance > ENOUGH and (share.met - expected) ** 2 < NEAR**2 * variance:
        return Zone.INSIDE, share.met > expected, 1.0
    placing = place_share(share.met, share.n, centre)
    return placing.zone, placing.is_above, placing.p


def _group(named: Named, share: Share, zone: Zone, *, is_above: bool, is_sure: bool) -> Group:
    return Group(
        name=named.name,
        share=share,
        zone=zone,
        is_above=is_above,
        is_sure=is_sure,
        url=named.url,
        short=named.short,
        is_own=named.is_own,
    )
