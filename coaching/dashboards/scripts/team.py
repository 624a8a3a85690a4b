"""The team's share week by week, up to today: nobody by name."""

from collections.abc import Iterable, Sequence
from datetime import date

from coaching.dashboards.charts import Reading, Trend, trend
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks
from coaching.dashboards.queries.activity import Activity, Share, Week, weekly
from coaching.dashboards.scripts.shares import share_reading
from coaching.dashboards.scripts.told import told_until
from coaching.dashboards.wording import short_day
from coaching.engine.practices.personal_greeting import KEY as GREETING
from microconnect.periods import Period

FEWEST_PEOPLE = 4  # as on one's own page: the total of fewer speaks of somebody


def team_trend(weeks: Sequence[Week], period: Period, today: date, links: EncounterLinks) -> Trend:
    """A week that people were not told of yet has no link, and no figure where fewer than four greeted anybody."""
    people = _people(weeks)
    return trend(
        [_reading(week, found, people.get(week.start, 0), today, links) for week, found in weekly(weeks, period)]
    )


def _reading(week: Period, found: Activity, people: int, today: date, links: EncounterLinks) -> Reading:
    label = short_day(week.start)
    if week.start < told_until(today):
        url = links(week, practice=GREETING, below=MISSED_BELOW) if found.greetings else ""
        return share_reading(label, found.scripted, url)
    return share_reading(label, found.scripted if people >= FEWEST_PEOPLE else Share(0, 0))


def _people(weeks: Iterable[Week]) -> dict[date, int]:
    people: dict[date, int] = {}
    for week in weeks:
        people[week.monday] = people.get(week.monday, 0) + bool(week.activity.greetings)
    return people
