"""The tables of a person's page and of one's own. What was promised stays on the page: words are taken away with encounters."""

from collections.abc import Iterator, Sequence
from datetime import UTC

from django.utils.translation import gettext_lazy

from coaching.dashboards.person.page import PersonPage
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.tables.means import BEFORE_AND_RECENT, CHANGE, MEAN, PRACTICE, WEEK, reading_cells, yes_or_no
from coaching.dashboards.tables.sheets import Sheet
from coaching.statistics import Sums
from microconnect.exporting.table import Cell, Column, Kind, Row


def _practices(page: PersonPage) -> Iterator[Row]:
    """Beside one's own past, in the order a person lives them."""
    for line in page.lines:
        moved = line.moved
        change: list[Cell] = [round(moved.found.by, 1), yes_or_no(said=moved.is_sure)] if moved.found else [None, ""]
        yield [line.practice.key, line.name, *_mean(moved.before), *_mean(moved.after), *change]


def _weeks(page: PersonPage) -> Iterator[Row]:
    """Each week by its Monday, the oldest first, those without anything as well."""
    for week, reading in zip(page.choice.trend.weeks(), page.trend.readings, strict=True):
        yield [week.start, *reading_cells(reading)]


def _promises(page: PersonPage) -> Iterator[Row]:
    """Those that the page lists, by the encounter in which they were made."""
    for promise in page.due:
        due_at = promise.due_at.astimezone(UTC).replace(tzinfo=None)
        yield [str(promise.encounter), due_at, yes_or_no(said=promise.is_overdue)]


def _mean(sums: Sums) -> list[Cell]:
    return [sums.n, round(sums.mean, 1) if sums.n >= SHOWN_FROM else None]


_PROMISE = (Column("encounter", Kind.CODE), Column("due_at_utc", Kind.MOMENT), Column("overdue", Kind.CODE))
PERSON: Sequence[Sheet[PersonPage]] = (
    Sheet("practices", gettext_lazy("Practices"), (*PRACTICE, *BEFORE_AND_RECENT, *CHANGE), _practices),
    Sheet("weeks", gettext_lazy("Score by week"), (WEEK, *MEAN), _weeks),
    Sheet("promises", gettext_lazy("Promises due next"), _PROMISE, _promises),
)
