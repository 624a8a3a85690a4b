"""The tables of "scripts and variety". What somebody said stays on the page: words are taken away with their encounters."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy

from coaching.dashboards.scripts.page import ScriptsPage
from coaching.dashboards.tables.means import SHARE, WEEK, share_cells, share_reading_cells, yes_or_no
from coaching.dashboards.tables.sheets import Sheet
from microconnect.exporting.table import Cell, Column, Kind, Row


def _people(page: ScriptsPage) -> Iterator[Row]:
    """By name, in the weeks that people were told first (docs/decisions/0022)."""
    for line in page.people:
        repeats: list[Cell] = [line.repeated.times, line.repeated.of] if line.repeated else [None, None]
        yield [str(line.of.person), *share_cells(line.of.share), yes_or_no(said=line.of.is_high), *repeats]


def _weeks(page: ScriptsPage) -> Iterator[Row]:
    """The team's, each week by its Monday; as empty as on the page where a total would be somebody's."""
    for week, reading in zip(page.choice.trend.weeks(), page.trend.readings, strict=True):
        yield [week.start, *share_reading_cells(reading)]


_REPEATS = (Column("surely_high", Kind.CODE), Column("repeated", Kind.WHOLE), Column("repeated_of", Kind.WHOLE))
_UNCOUNTED = tuple(column for column in SHARE if column.key != "met")
SCRIPTS: Sequence[Sheet[ScriptsPage]] = (
    Sheet("people", gettext_lazy("Person by person"), (Column("person"), *SHARE, *_REPEATS), _people),
    Sheet("weeks", gettext_lazy("The team, week by week"), (WEEK, *_UNCOUNTED), _weeks),
)
