"""Everybody's score week by week, with how sure it is: teams are the sample, or people where there are few teams."""

from collections.abc import Iterable, Mapping, Sequence

from coaching.dashboards.charts import Reading
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks
from coaching.dashboards.organisation.counts import TeamCounts
from coaching.dashboards.organisation.people import people_of_teams
from coaching.dashboards.queries.activity import Week, weekly
from coaching.dashboards.readings import reading_within
from coaching.dashboards.wording import short_day
from coaching.statistics import Likeness, Sums, likeness

FEWEST_TEAMS = 20  # fewer say too little about how much teams differ


def likeness_within(counts: Mapping[int, TeamCounts], choice: Choice) -> Likeness:
    """Of the recent weeks, taken for every week: reading each team's weeks for it would cost more than the rest of the page."""
    return likeness(_groups(counts, choice))


def weekly_readings(everybody: Sequence[Week], alike: Likeness, choice: Choice, links: EncounterLinks) -> list[Reading]:
    weeks = [week for week in everybody if choice.channel in {"", week.part}]
    return [
        reading_within(
            short_day(period.start),
            activity.scores,
            alike.interval(activity.scores),
            links(period) if activity.encounters else "",
        )
        for period, activity in weekly(weeks, choice.trend)
    ]


def _groups(counts: Mapping[int, TeamCounts], choice: Choice) -> Iterable[Sums]:
    if len(counts) >= FEWEST_TEAMS:
        return (team.together.now for team in counts.values())
    return (person.now for people in people_of_teams(list(counts), choice).values() for person in people)
