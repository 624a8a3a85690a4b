"""Like cases alike: which situations get something extra here as often as elsewhere, and which surely do not."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.dashboards.charts import Interval, Reading, interval
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks, encounter_links
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.queries.situations import situation_shares
from coaching.dashboards.wording import percent
from coaching.statistics import ShareDifference, share_difference, sure_of
from interactions.models import Situation
from microconnect.people.models import Team

FEWEST = 10
MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """One situation: the dot is here, the band is elsewhere."""

    name: str
    url: str
    chart: Interval
    words: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Compared:
    """A situation's concessions here, and in the other teams."""

    situation: Situation
    here: Share
    elsewhere: Share


def alike_rows(team: Team, choice: Choice) -> Sequence[AlikeRow]:
    """The surely different first, then by name; at most six."""
    compared = _compared(team, choice)
    sure = sure_of([_difference(row) for row in compared])
    links = encounter_links(team=team.slug)
    rows = [_row(row, links, choice, is_sure) for row, is_sure in zip(compared, sure, strict=True)]
    return sorted(rows, key=lambda row: not row.is_sure)[:MOST_ROWS]


def _compared(team: Team, choice: Choice) -> list[_Compared]:
    """Ten here and ten elsewhere at least; and nothing can be uneven where nobody ever gives anything."""
    found = []
    for row in situation_shares(team, choice.trend):
        here, everywhere = row.here.conceded, row.everywhere.conceded
        elsewhere = everywhere.without(here)
        if min(here.n, elsewhere.n) >= FEWEST and everywhere.met:
            found.append(_Compared(row.situation, here, elsewhere))
    return found


def _difference(row: _Compared) -> ShareDifference | None:
    here, elsewhere = row.here, row.elsewhere
    return share_difference((elsewhere.met, elsewhere.n), (here.met, here.n))


def _row(row: _Compared, links: EncounterLinks, choice: Choice, is_sure: bool) -> AlikeRow:
    url = links(choice.trend, situation=row.situation.slug)
    low, high = _percents(row.here)
    reading = Reading(row.situation.name, row.here.share * 100, low, high, row.here.n, url)
    words = _("%(here)s here, %(elsewhere)s elsewhere")
    return AlikeRow(
        name=row.situation.name,
        url=url,
        chart=interval(reading, target=_percents(row.elsewhere)),
        words=words % {"here": percent(row.here.share), "elsewhere": percent(row.elsewhere.share)},
        is_sure=is_sure,
    )


def _percents(share: Share) -> tuple[float, float]:
    low, high = share.interval
    return low * 100, high * 100
