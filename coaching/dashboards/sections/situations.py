"""What people came about: how often it was right the first time, and how long they waited."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.charts import Interval, Reading, interval
from coaching.dashboards.choices import Choice
from coaching.dashboards.figures import links_of, rows_of
from coaching.dashboards.queries.activity import NOTHING, Share, by
from coaching.dashboards.queries.clock import durations_by
from coaching.dashboards.queries.scope import Narrowing, everybodys_weeks, team_weeks
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.wording import NOT_YET, minutes, percent
from coaching.rollups.histograms import quantile
from coaching.statistics import share_difference, sure_of
from interactions.models import Situation
from microconnect.people.models import Team

HALF, MOST = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class SituationRow:
    """`waits` and `takes` are what half of them stay under, and nine of ten. `is_sure`: surely unlike elsewhere."""

    name: str
    url: str
    encounters: int
    first_time: str
    chart: Interval
    elsewhere: str
    is_sure: bool
    waits: tuple[str, str]
    takes: tuple[str, str]


def situation_rows(team: Team, choice: Choice) -> Sequence[SituationRow]:
    """By name; four queries."""
    apart = Narrowing(channel=choice.channel, each=True)
    own = rows_of(team, choice, apart) if choice.person else team_weeks(team, apart)
    here, durations = by("situation", own, choice.period), durations_by("situation", own, choice.period)
    everybody = by("situation", everybodys_weeks(apart), choice.period)
    situations = Situation.objects.filter(pk__in=here).order_by("name")
    elsewhere = {
        key: everybody.get(key, NOTHING).first_time.without(activity.first_time) for key, activity in here.items()
    }
    found = [share_difference(_counts(elsewhere[each.pk]), _counts(here[each.pk].first_time)) for each in situations]
    links = links_of(team, choice)
    return [
        SituationRow(
            name=each.name,
            url=links(choice.period, situation=each.slug),
            encounters=here[each.pk].encounters,
            first_time=_share_text(here[each.pk].first_time),
            chart=_chart(each.name, here[each.pk].first_time, elsewhere[each.pk]),
            elsewhere=_share_text(elsewhere[each.pk]),
            is_sure=is_sure,
            waits=_half_and_most(durations[each.pk][0]),
            takes=_half_and_most(durations[each.pk][1]),
        )
        for each, is_sure in zip(situations, sure_of(found), strict=True)
    ]


def _counts(share: Share) -> tuple[int, int]:
    return share.met, share.n


def _share_text(share: Share) -> str:
    return percent(share.share) if share.n >= SHOWN_FROM else NOT_YET


def _chart(name: str, here: Share, elsewhere: Share) -> Interval:
    if here.n < SHOWN_FROM:
        return interval(Reading(name, n=here.n))
    low, high = here.interval
    others = elsewhere.interval if elsewhere.n >= SHOWN_FROM else None
    reading = Reading(name, here.share * 100, low * 100, high * 100, here.n)
    return interval(reading, target=(others[0] * 100, others[1] * 100) if others else None)


def _half_and_most(histogram: dict[str, int]) -> tuple[str, str]:
    if sum(histogram.values()) < SHOWN_FROM:
        return NOT_YET, NOT_YET
    return minutes(quantile(histogram, HALF) or 0), minutes(quantile(histogram, MOST) or 0)
