"""The tables of a team's page, in what the page is narrowed to."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.dashboards.figures import Figures, rows_of
from coaching.dashboards.queries.activity import NOTHING, by
from coaching.dashboards.queries.clock import by_hour, durations_by
from coaching.dashboards.queries.scope import Narrowing, everybodys_weeks
from coaching.dashboards.tables.means import (
    BEFORE_AND_RECENT,
    CHANNEL,
    MEAN,
    PRACTICE,
    WEEK,
    mean_cells,
    share_cells,
    share_columns,
    team_mean_cells,
)
from coaching.dashboards.tables.sheets import Sheet
from coaching.engine.practices import PRACTICES
from coaching.rollups.histograms import quantile
from coaching.rollups.tally import HOURS_A_DAY
from coaching.statistics import Sums
from interactions.models import Channel, Situation
from microconnect.exporting.table import Cell, Column, Kind, Row

_NOBODY: Mapping[int, Sums] = {}


def _people(figures: Figures) -> Iterator[Row]:
    """By name, as on the page: never a ranking."""
    for person in figures.people:
        held = figures.shown.activity.get(person.pk, NOTHING)
        yield [str(person), held.encounters, *mean_cells(held.scores)]


def _practices(figures: Figures) -> Iterator[Row]:
    """Those that could be judged, in the order a person lives them; before and recent are what the change compares."""
    for practice in PRACTICES:
        shown = figures.shown.practices.by_person(practice.key)
        if shown:
            periods = (figures.before, figures.recent)
            compared = [cell for weeks in periods for cell in mean_cells(weeks.practices.of(practice.key))[:2]]
            yield [practice.key, _(practice.name), practice.phase.value, *team_mean_cells(shown), *compared]


def _matrix(figures: Figures) -> Iterator[Row]:
    """A line for each person and practice that could be judged."""
    for person in figures.people:
        for practice in PRACTICES:
            sums = figures.shown.practices.of_person(person.pk, practice.key)
            if sums.n:
                yield [str(person), practice.key, _(practice.name), *mean_cells(sums)]


def _weeks(figures: Figures) -> Iterator[Row]:
    """Each week by its Monday, the oldest first, those without anything as well."""
    scores = figures.in_channel.scores_by_week()
    for week in figures.choice.trend.weeks():
        encounters = figures.in_channel.within(week).together.encounters
        yield [week.start, encounters, *team_mean_cells(scores.get(week.start, _NOBODY))]


def _channels(figures: Figures) -> Iterator[Row]:
    """All of them, whichever is chosen."""
    shown = figures.weeks.within(figures.choice.period)
    for channel in Channel:
        yield [channel.value, str(channel.label), *team_mean_cells(shown.in_channel(channel).scores)]


def _hours(figures: Figures) -> Iterator[Row]:
    """Hours of the week in which something was logged, by the team's own clock."""
    choice = figures.choice
    for hour, (encounters, scores) in sorted(
        by_hour(rows_of(figures.team, choice, choice.narrowing), choice.period).items()
    ):
        day, of_day = divmod(hour, HOURS_A_DAY)
        yield [str(WEEKDAYS[day]), of_day, encounters, *mean_cells(scores)]


def _situations(figures: Figures) -> Iterator[Row]:
    """By name: right the first time and something extra, here and elsewhere; waits and handling in seconds."""
    choice = figures.choice
    apart = Narrowing(channel=choice.channel, each=True)
    rows = rows_of(figures.team, choice, apart)
    own, durations = by("situation", rows, choice.period), durations_by("situation", rows, choice.period)
    everybody = by("situation", everybodys_weeks(apart), choice.period)
    for situation in Situation.objects.filter(pk__in=own).order_by("name"):
        here, all_ = own[situation.pk], everybody.get(situation.pk, NOTHING)
        shares: list[Cell] = []
        for mine, all_together in ((here.first_time, all_.first_time), (here.conceded, all_.conceded)):
            shares += [*share_cells(mine), *share_cells(all_together.without(mine))]
        times = [quantile(histogram, part) for histogram in durations[situation.pk] for part in (0.5, 0.9)]
        yield [situation.name, here.encounters, *shares, *(None if time is None else round(time) for time in times)]


_SECONDS = tuple(Column(key, Kind.WHOLE) for key in ("wait_p50", "wait_p90", "handling_p50", "handling_p90"))
_SHARES = tuple(
    column
    for prefix in ("first_time_here", "first_time_elsewhere", "extra_here", "extra_elsewhere")
    for column in share_columns(prefix)
)
TEAM: Sequence[Sheet[Figures]] = (
    Sheet("people", gettext_lazy("People"), (Column("person"), Column("logged", Kind.WHOLE), *MEAN), _people),
    Sheet(
        "practices",
        gettext_lazy("Practices"),
        (*PRACTICE, Column("phase", Kind.CODE), *MEAN, *BEFORE_AND_RECENT),
        _practices,
    ),
    Sheet("matrix", gettext_lazy("People and practices"), (Column("person"), *PRACTICE, *MEAN), _matrix),
    Sheet("weeks", gettext_lazy("Score by week"), (WEEK, Column("encounters", Kind.WHOLE), *MEAN), _weeks),
    Sheet("channels", gettext_lazy("Channels side by side"), (*CHANNEL, *MEAN), _channels),
    Sheet(
        "hours",
        gettext_lazy("When it happens"),
        (Column("weekday"), Column("hour", Kind.WHOLE), Column("encounters", Kind.WHOLE), *MEAN),
        _hours,
    ),
    Sheet(
        "situations",
        gettext_lazy("What they came about"),
        (Column("situation"), Column("encounters", Kind.WHOLE), *_SHARES, *_SECONDS),
        _situations,
    ),
)
