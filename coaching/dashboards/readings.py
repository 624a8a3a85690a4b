"""From sums to what a chart is fed with. Groups under five are counted but not shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from coaching.dashboards.charts import BarChart, Change, Event, Reading, Trend, bars, trend
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.queries.activity import Activity
from coaching.dashboards.queries.people import PeopleWeeks
from coaching.dashboards.queries.practices import PracticeSums
from coaching.dashboards.wording import short_day
from coaching.engine.practice import Phase, Practice
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import Scorecard
from coaching.statistics import Sums, added, clustered_interval, mean_interval
from coaching.versions.marks import Mark
from interactions.models import Channel
from microconnect.periods import Period

SHOWN_FROM = 5


def reading(label: str, sums: Sums, url: str = "") -> Reading:
    """One person's mean, or a group's whose people are not told apart; without it under five, with the count kept."""
    return reading_within(label, sums, mean_interval(sums), url)


def team_reading(label: str, people: Mapping[int, Sums], url: str = "") -> Reading:
    """The mean of several people's scores, as sure as so few people make it."""
    return reading_within(label, added(people.values()), clustered_interval(people.values()), url)


def reading_within(label: str, sums: Sums, interval: tuple[float, float] | None, url: str = "") -> Reading:
    """A mean whose interval is worked out where more is known of its sample."""
    if sums.n < SHOWN_FROM or interval is None:
        return Reading(label, n=sums.n, url=url)
    return Reading(label, sums.mean, *interval, sums.n, url)


def week_readings(weeks: Iterable[tuple[Period, Activity]], links: EncounterLinks | None) -> list[Reading]:
    return [
        reading(short_day(week.start), activity.scores, links(week) if links and activity.encounters else "")
        for week, activity in weeks
    ]


def people_week_readings(weeks: PeopleWeeks, period: Period, links: EncounterLinks) -> list[Reading]:
    """Week by week over `period`, as sure as the people make it."""
    by_week = weeks.scores_by_week()
    return [
        team_reading(short_day(week.start), by_week.get(week.start, {}), links(week) if week.start in by_week else "")
        for week in period.weeks()
    ]


def week_trend(
    readings: Sequence[Reading],
    period: Period,
    scorecard: Scorecard,
    published: Iterable[Mark] = (),
    yardstick: Sequence[float | None] = (),
) -> Trend:
    """The score over the weeks of `period`, with the band that the scorecard aims for and the weeks of publications."""
    target = (scorecard.target_low, scorecard.target_high)
    return trend(readings, target=target, events=_events(list(period.weeks()), published), yardstick=yardstick)


def _events(weeks: Sequence[Period], published: Iterable[Mark]) -> list[Event]:
    """One a week, whatever was published in it."""
    by_week: dict[int, list[str]] = defaultdict(list)
    for mark in published:
        for nth, week in enumerate(weeks):
            if mark.day in week:
                by_week[nth].append(mark.label)
    return [Event(week, ", ".join(labels)) for week, labels in by_week.items()]


def channel_bars(
    weeks: PeopleWeeks, links: EncounterLinks, period: Period, changes: Mapping[str, Change | None]
) -> BarChart:
    """The channels side by side."""
    readings = [
        team_reading(str(channel.label), weeks.in_channel(channel).scores, links(period, channel=channel.value))
        for channel in Channel
    ]
    return bars(readings, [changes.get(channel.value) for channel in Channel])


def phase_bars(
    now: PracticeSums, changes: Mapping[str, Change | None], links: EncounterLinks, period: Period
) -> list[tuple[str, BarChart]]:
    """The practices that could be judged, phase by phase in the order a person lives them."""
    judged = [practice for practice in PRACTICES if now.of(practice.key).n]
    phases = [(phase, [practice for practice in judged if practice.phase == phase]) for phase in Phase]
    return [(phase_name(phase), _bars(held, now, changes, links, period)) for phase, held in phases if held]


def _bars(
    practices: Sequence[Practice],
    now: PracticeSums,
    changes: Mapping[str, Change | None],
    links: EncounterLinks,
    period: Period,
) -> BarChart:
    readings = [
        team_reading(
            _(practice.name),
            now.by_person(practice.key),
            links(period, practice=practice.key, below=MISSED_BELOW),
        )
        for practice in practices
    ]
    return bars(readings, [changes.get(practice.key) for practice in practices])


def phase_name(phase: Phase) -> str:
    names = {
        Phase.GREETING: _("Greeting"),
        Phase.EMPATHY: _("Empathy"),
        Phase.RESOLUTION: _("Resolution"),
        Phase.FOLLOW_THROUGH: _("Follow-through"),
    }
    return names[phase]
