"""Everybody's score week by week, with how sure it is: teams are the sample, or people where there are few teams.

The database adds up twice, first each team's week and then the teams', so that one row a week comes back.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from coaching.dashboards.charts import Reading
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks
from coaching.dashboards.queries.scope import Narrowing
from coaching.dashboards.queries.sums import plain_sum, within
from coaching.dashboards.readings import group_reading
from coaching.dashboards.wording import short_day
from coaching.rollups.models import PersonWeek, TeamWeek
from coaching.statistics import Products, Sums, interval_of_groups, mean_interval
from microconnect.periods import Period

FEWEST_TEAMS = 20  # fewer say too little about how much teams differ


@dataclass(frozen=True, slots=True)
class Week:
    """One week of everybody, and the products over its teams or people."""

    scores: Sums
    products: Products

    @property
    def interval(self) -> tuple[float, float] | None:
        """With one group there is nobody to differ from: then it is that of the encounters."""
        return interval_of_groups(self.scores, self.products) or mean_interval(self.scores)


def everybodys_scores(narrowing: Narrowing, period: Period, teams: int) -> dict[date, Week]:
    """Monday -> that week; `teams` is how many there are."""
    many = teams >= FEWEST_TEAMS
    rows = narrowing((TeamWeek if many else PersonWeek).objects.get_queryset())
    groups = (
        within(rows, period)
        .filter(judged__gt=0)
        .values("week", "team" if many else "person")
        .annotate(n=plain_sum("judged"), points=plain_sum("total"), spread=plain_sum("squares"))
    )
    inner, parameters = groups.query.sql_with_params()
    # The inner query is Django's own; what was asked for travels in its parameters.
    outer = f"""SELECT week, COUNT(*), SUM(n), SUM(points), SUM(spread),
        SUM(1.0 * n * n), SUM(1.0 * n * points), SUM(1.0 * points * points)
        FROM ({inner}) AS by_group GROUP BY week"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(outer, parameters)
        return {_day(week): _week(*map(float, numbers)) for week, *numbers in cursor.fetchall()}


def weekly_readings(weeks: dict[date, Week], choice: Choice, links: EncounterLinks) -> list[Reading]:
    found = []
    for week in choice.trend.weeks():
        held = weeks.get(week.start)
        label = short_day(week.start)
        found.append(group_reading(label, held.scores, held.interval, links(week)) if held else Reading(label))
    return found


def _week(groups: float, n: float, total: float, squares: float, *products: float) -> Week:
    return Week(Sums(int(n), total, squares), Products(int(groups), *products))


def _day(week: date | str) -> date:
    """SQLite says it as text where no field tells it otherwise."""
    return week if isinstance(week, date) else date.fromisoformat(week)
