"""The tables of the organisation's page: the teams in its order, by evidence and never by mean."""

from collections.abc import Iterator, Sequence
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.dashboards.organisation.page import OrganisationPage
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.tables.means import CHANGE, CHANNEL, MEAN, PRACTICE, WEEK, change_cells, reading_cells
from coaching.dashboards.tables.sheets import Sheet
from coaching.engine.practices import PRACTICES
from interactions.models import Channel
from microconnect.exporting.table import Cell, Column, Kind, Row


def _teams(page: OrganisationPage) -> Iterator[Row]:
    """The recent weeks; `sure` is what is said of a team in words."""
    for team in page.teams:
        scores, coverage = team.lately.now, team.coverage
        mean = round(scores.mean, 1) if scores.n >= SHOWN_FROM else None
        logged: list[Cell] = [coverage.members, coverage.logged] if coverage else [None, None]
        sure = "; ".join(team.sentences)
        yield [team.name, team.lately.encounters, scores.n, mean, team.place.overdue, *logged, sure]


def _practices(page: OrganisationPage) -> Iterator[Row]:
    named = {_(practice.name): practice for practice in PRACTICES}
    for bar in chain.from_iterable(chart.rows for _phase, chart in page.phases):
        practice = named[bar.reading.label]
        change = change_cells(bar.reading, bar.change)
        yield [practice.key, bar.reading.label, practice.phase.value, *reading_cells(bar.reading), *change]


def _channels(page: OrganisationPage) -> Iterator[Row]:
    """All of them, whichever is chosen."""
    for channel, bar in zip(Channel, page.channels.rows, strict=True):
        change = change_cells(bar.reading, bar.change)
        yield [channel.value, bar.reading.label, *reading_cells(bar.reading), *change]


def _weeks(page: OrganisationPage) -> Iterator[Row]:
    """Each week by its Monday, the oldest first, those without anything as well."""
    for week, reading in zip(page.choice.trend.weeks(), page.trend.readings, strict=True):
        yield [week.start, *reading_cells(reading)]


_TEAM = (
    Column("team"),
    Column("encounters", Kind.WHOLE),
    Column("n", Kind.WHOLE),
    Column("mean", Kind.DECIMAL),
    Column("overdue", Kind.WHOLE),
    Column("members", Kind.WHOLE),
    Column("members_logged", Kind.WHOLE),
    Column("sure", Kind.WORDS),
)
ORGANISATION: Sequence[Sheet[OrganisationPage]] = (
    Sheet("teams", gettext_lazy("Teams"), _TEAM, _teams),
    Sheet("practices", gettext_lazy("Practices"), (*PRACTICE, Column("phase", Kind.CODE), *MEAN, *CHANGE), _practices),
    Sheet("channels", gettext_lazy("Channels side by side"), (*CHANNEL, *MEAN, *CHANGE), _channels),
    Sheet("weeks", gettext_lazy("Score by week"), (WEEK, *MEAN), _weeks),
)
