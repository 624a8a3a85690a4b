"""Each situation side by side: both shares, here and in all teams together."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.fairness.question import Question
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.queries.situations import SituationShares, situation_shares
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.wording import percent, percents
from microconnect.people.models import Team


@dataclass(frozen=True, slots=True)
class Rate:
    """A share as it is read: empty under five, with how many are known kept."""

    n: int
    share: str = ""
    between: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One situation's line; its link asks the page about it."""

    name: str
    url: str
    is_current: bool
    extra: Rate
    extra_everywhere: Rate
    first_time: Rate
    first_time_everywhere: Rate
    of: SituationShares


def cases(team: Team, question: Question) -> Sequence[Case]:
    """By name: no situation is better than another."""
    choice = question.choice
    return [_case(row, question) for row in situation_shares(team, choice.period, channel=choice.channel)]


def _case(row: SituationShares, question: Question) -> Case:
    return Case(
        name=row.situation.name,
        url=question.url(question.measure, row.situation),
        is_current=row.situation == question.situation,
        extra=_rate(row.here.conceded),
        extra_everywhere=_rate(row.everywhere.conceded),
        first_time=_rate(row.here.first_time),
        first_time_everywhere=_rate(row.everywhere.first_time),
        of=row,
    )


def _rate(share: Share) -> Rate:
    if share.n < SHOWN_FROM:
        return Rate(share.n)
    return Rate(share.n, percent(share.share), percents(share.interval))
