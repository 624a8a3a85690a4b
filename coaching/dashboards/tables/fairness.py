"""The tables of "consistent and fair": what is drawn, with the limits that each dot is judged by."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaching.dashboards.fairness.groups import Group
from coaching.dashboards.fairness.page import FairPage
from coaching.dashboards.tables.means import SHARE, share_cells, share_columns, yes_or_no
from coaching.dashboards.tables.sheets import Sheet
from coaching.statistics import FAR_LEVEL, LEVEL, share_limits
from microconnect.exporting.table import Cell, Column, Kind, Row


def _people(page: FairPage) -> Iterator[Row]:
    """By name, of whom five and more are known."""
    return (_group(group, page) for group in page.people.groups)


def _teams(page: FairPage) -> Iterator[Row]:
    """All that have a name for the reader; of the others those that the page lists, without one."""
    return (_group(group, page) for group in page.teams.groups)


def _group(group: Group, page: FairPage) -> Row:
    share, centre = group.share, page.everybody_share.share
    limits = (*share_limits(centre, share.n, level=LEVEL), *share_limits(centre, share.n, level=FAR_LEVEL))
    placed: list[Cell] = [group.zone.value.replace(" ", "_"), yes_or_no(said=group.is_sure)]
    numbers = (round(number, 4) for number in (centre, *limits))
    return [group.name or _("Another team"), *share_cells(share), *numbers, *placed]


def _situations(page: FairPage) -> Iterator[Row]:
    """By name: both shares here, and in all teams together."""
    for case in page.cases:
        here, everywhere = case.of.here, case.of.everywhere
        shares = (here.conceded, everywhere.conceded, here.first_time, everywhere.first_time)
        yield [case.name, *(cell for share in shares for cell in share_cells(share))]


_LIMITS = tuple(
    Column(key, Kind.SHARE) for key in ("everybody", "inner_low", "inner_high", "outer_low", "outer_high")
)  # fmt: skip
_PLACED = (*SHARE, *_LIMITS, Column("lines", Kind.CODE), Column("sure", Kind.CODE))
_SHARES = tuple(
    column
    for prefix in ("extra_here", "extra_everywhere", "first_time_here", "first_time_everywhere")
    for column in share_columns(prefix)
)
FAIR: Sequence[Sheet[FairPage]] = (
    Sheet("people", gettext_lazy("People of this team"), (Column("person"), *_PLACED), _people),
    Sheet("teams", gettext_lazy("Teams"), (Column("team"), *_PLACED), _teams),
    Sheet("situations", gettext_lazy("Each situation"), (Column("situation"), *_SHARES), _situations),
)
