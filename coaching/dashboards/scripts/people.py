"""Each person's share over time, by name and never ranked, in the weeks that the person was told first."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.charts import Reading, Sparkline, sparkline
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.named import named_people
from coaching.dashboards.queries.activity import Activity, Share, Week, added, weekly
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.scripts.shares import is_surely_high, share_reading
from coaching.dashboards.wording import short_day
from coaching.engine.practices.personal_greeting import KEY as GREETING
from microconnect.people.models import User
from microconnect.periods import Period

WHOLE = (0.0, 100.0)


@dataclass(frozen=True, slots=True)
class PersonShare:
    """One person's line; `is_high` when more than one in four of the newest weeks' are surely a script."""

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


@dataclass(frozen=True, slots=True)
class Told:
    """The weeks told by name: what the figures are of, what the lines are of, and what is talked about."""

    period: Period
    drawn: Period
    newest: Period


def people_shares(weeks: Sequence[Week], told: Told, links: EncounterLinks) -> PeopleShares:
    """`weeks` are told apart by person."""
    shares, newest = _shares(weeks, told.period), _shares(weeks, told.newest)
    shown = {person: share for person, share in shares.items() if share.n >= SHOWN_FROM}
    high = {person for person, share in newest.items() if is_surely_high(share, together=len(newest))}
    rows = [
        _row(person, shown[person.pk], weeks, told, links, is_high=person.pk in high) for person in named_people(shown)
    ]
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
    person: User, share: Share, weeks: Sequence[Week], told: Told, links: EncounterLinks, *, is_high: bool
) -> PersonShare:
    own = [week for week in weeks if week.part == person.pk]
    url = links(told.period, person=person.pk, practice=GREETING, below=MISSED_BELOW)
    drawn = [share_reading(short_day(week.start), found.scripted) for week, found in weekly(own, told.drawn)]
    return PersonShare(
        person=person,
        url=url,
        share=share,
        reading=share_reading(str(person), share, url),
        spark=sparkline(drawn, axis=WHOLE),
        is_high=is_high,
    )
