"""From sums to what a chart is fed with. Groups under five are counted but not shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from coaching.dashboards.changes import Movement
from coaching.dashboards.charts import BarChart, Change, Event, Reading, Trend, bars, trend
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.queries.activity import Activity
from coaching.dashboards.queries.practices import PracticeSums
from coaching.dashboards.wording import between, short_day, whole
from coaching.engine.practice import Phase, Practice
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import Scorecard
from coaching.statistics import Sums, mean_interval
from coaching.versions.marks import Mark
from interactions.models import Channel
from microconnect.periods import Period

SHOWN_FROM = 5

Movements = Mapping[str, Movement]  # by practice


def reading(label: str, sums: Sums, url: str = "") -> Reading:
    """The mean with its interval; without both under five, with the count kept."""
    interval = mean_interval(sums)
    if sums.n < SHOWN_FROM or interval is None:
        return Reading(label, n=sums.n, url=url)
    texts = {"label": label, "value": whole(sums.mean), "between": between(interval), "n": sums.n}
    return Reading(
        *(label, sums.mean, *interval, sums.n, url),
        spoken=_("%(label)s: %(value)s, %(between)s, %(n)d judged") % texts,
        judged=_("of %(n)d") % texts,
    )


def week_readings(weeks: Iterable[tuple[Period, Activity]], links: EncounterLinks | None) -> list[Reading]:
    return [
        reading(short_day(week.start), activity.scores, links(week) if links and activity.encounters else "")
        for week, activity in weeks
    ]


def week_trend(
    weeks: Iterable[tuple[Period, Activity]],
    links: EncounterLinks | None,
    scorecard: Scorecard,
    published: Iterable[Mark] = (),
) -> Trend:
    """The score week by week, with the band that the scorecard aims for and the weeks in which something was published."""
    weeks = list(weeks)
    target = (scorecard.target_low, scorecard.target_high)
    return trend(week_readings(weeks, links), target=target, events=_events(weeks, published))


def _events(weeks: Sequence[tuple[Period, Activity]], published: Iterable[Mark]) -> list[Event]:
    """One a week, whatever was published in it."""
    by_week: dict[int, list[str]] = defaultdict(list)
    for mark in published:
        for nth, (week, _activity) in enumerate(weeks):
            if mark.day in week:
                by_week[nth].append(mark.label)
    return [Event(week, ", ".join(labels)) for week, labels in by_week.items()]


def channel_bars(by_channel: Sequence[tuple[Channel, Sums]], links: EncounterLinks, period: Period) -> BarChart:
    """The channels side by side."""
    return bars(
        [reading(str(channel.label), sums, links(period, channel=channel.value)) for channel, sums in by_channel]
    )


def phase_bars(
    now: PracticeSums, movements: Movements, links: EncounterLinks, period: Period
) -> list[tuple[str, BarChart]]:
    """The practices that could be judged, phase by phase in the order a person lives them."""
    judged = [practice for practice in PRACTICES if now.of(practice.key).n]
    phases = [(phase, [practice for practice in judged if practice.phase == phase]) for phase in Phase]
    return [(_phase_name(phase), _bars(held, now, movements, links, period)) for phase, held in phases if held]


def _bars(
    practices: Sequence[Practice],
    now: PracticeSums,
    movements: Movements,
    links: EncounterLinks,
    period: Period,
) -> BarChart:
    readings = [
        reading(_(practice.name), now.of(practice.key), links(period, practice=practice.key, below=MISSED_BELOW))
        for practice in practices
    ]
    return bars(readings, [_change(movements.get(practice.key)) for practice in practices])


def _change(movement: Movement | None) -> Change | None:
    return Change(movement.found.by, is_sure=movement.is_sure) if movement else None


def _phase_name(phase: Phase) -> str:
    names = {
        Phase.GREETING: _("Greeting"),
        Phase.EMPATHY: _("Empathy"),
        Phase.RESOLUTION: _("Resolution"),
        Phase.FOLLOW_THROUGH: _("Follow-through"),
    }
    return names[phase]
