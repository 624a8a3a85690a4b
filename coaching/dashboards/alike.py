"""Like cases alike: which situations get something extra here as often as elsewhere, and which surely do not."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from coaching.dashboards.charts import Interval, Reading, interval
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks, encounter_links
from coaching.dashboards.queries.situations import Counted, SituationCounts, situations
from coaching.dashboards.wording import percent
from coaching.statistics import Sums, difference, share_interval, surely
from microconnect.people.models import Team
from microconnect.periods import starts_at

FEWEST = 10
MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class SituationRow:
    """One situation: the dot is here, the band is elsewhere."""

    name: str
    url: str
    chart: Interval
    words: str
    is_sure: bool


def situation_rows(team: Team, choice: Choice) -> Sequence[SituationRow]:
    """The surely different first, then by name; at most six."""
    since, until = starts_at(team.time_zone, choice.trend.start), starts_at(team.time_zone, choice.trend.end)
    counted = _given_somewhere(situations(team, since, until, fewest=FEWEST))
    verdicts = surely([_chance(row) for row in counted])
    links = encounter_links(team=team.slug)
    rows = [_row(row, links, choice, is_sure) for row, is_sure in zip(counted, verdicts, strict=True)]
    return sorted(rows, key=lambda row: not row.is_sure)[:MOST_ROWS]


def _given_somewhere(counted: Sequence[SituationCounts]) -> list[SituationCounts]:
    """Nothing can be uneven where nobody ever gives anything."""
    return [row for row in counted if row.here.given + row.elsewhere.given]


def _chance(row: SituationCounts) -> float:
    found = difference(_sums(row.elsewhere), _sums(row.here))
    return found.p if found else 1.0


def _sums(counted: Counted) -> Sums:
    """Given counts as 1, not given as 0."""
    return Sums(counted.n, counted.given, counted.given)


def _row(row: SituationCounts, links: EncounterLinks, choice: Choice, is_sure: bool) -> SituationRow:
    url = links(choice.trend, situation=row.slug)
    low, high = _percents(row.here)
    reading = Reading(row.name, _share(row.here) * 100, low, high, row.here.n, url)
    words = _("%(here)s here, %(elsewhere)s elsewhere")
    return SituationRow(
        name=row.name,
        url=url,
        chart=interval(reading, target=_percents(row.elsewhere)),
        words=words % {"here": percent(_share(row.here)), "elsewhere": percent(_share(row.elsewhere))},
        is_sure=is_sure,
    )


def _share(counted: Counted) -> float:
    return counted.given / counted.n


def _percents(counted: Counted) -> tuple[float, float]:
    low, high = share_interval(_share(counted), counted.n)
    return low * 100, high * 100
