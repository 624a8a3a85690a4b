"""Each person's share over time, by name and never ranked, in the weeks that the person was told first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.dashboards.charts import Reading, Sparkline, sparkline
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.named import named_people
from coaching.dashboards.queries.activity import Activity, Share, Week, added, weekly
from coaching.dashboards.queries.practices import GREETING
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.scripts.shares import is_surely_high, share_reading
from coaching.dashboards.wording import short_day
from microconnect.people.models import User
from microconnect.periods import Period

WHOLE = (0.0, 100.0)


@dataclass(frozen=True, slots=True)
class PersonShare:
    """One person's line; `is_high` when more than one in four are surely a script."""

    person: User
    url: str
    share: Share
    reading: Reading
    spark: Sparkline
    is_high: bool


@dataclass(frozen=True, slots=True)
class PeopleShares:
    rows: Sequence[PersonShare]
    under_five: int


def people_shares(weeks: Sequence[Week], period: Period, drawn: Period, links: EncounterLinks) -> PeopleShares:
    """The figures are of `period`, the lines of `drawn`; `weeks` are told apart by person."""
    shares = _shares(weeks, period)
    shown = {person: share for person, share in shares.items() if share.n >= SHOWN_FROM}
    rows = [_row(person, shown, weeks, (period, drawn), links) for person in named_people(shown)]
    return PeopleShares(rows, len(shares) - len(shown))


def _shares(weeks: Sequence[Week], period: Period) -> dict[int, Share]:
    """Of those who greeted anybody."""
    held: dict[int, list[Activity]] = {}
    for week in weeks:
        if week.monday in period:
            held.setdefault(int(week.part), []).append(week.activity)
    found = {person: added(activities).scripted for person, activities in held.items()}
    return {person: share for person, share in found.items() if share.n}


def _row(
    person: User,
    shares: Mapping[int, Share],
    weeks: Sequence[Week],
    periods: tuple[Period, Period],
    links: EncounterLinks,
) -> PersonShare:
    period, drawn = periods
    share = shares[person.pk]
    own = [week for week in weeks if week.part == person.pk]
    url = links(period, person=person.pk, practice=GREETING, below=MISSED_BELOW)
    return PersonShare(
        person=person,
        url=url,
        share=share,
        reading=share_reading(str(person), share, url),
        spark=sparkline(
            [share_reading(short_day(week.start), found.scripted) for week, found in weekly(own, drawn)], axis=WHOLE
        ),
        is_high=is_surely_high(share, together=len(shares)),
    )
