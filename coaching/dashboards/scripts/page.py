"""The page "scripts and variety", put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.dashboards.charts import Trend
from coaching.dashboards.choices import Chip, Choice
from coaching.dashboards.links import links_within
from coaching.dashboards.queries.activity import Week, by_week_and
from coaching.dashboards.queries.scope import people_weeks
from coaching.dashboards.scripts.choosing import UNUSED
from coaching.dashboards.scripts.moved import how_it_moved
from coaching.dashboards.scripts.people import PersonShare, Told, people_shares
from coaching.dashboards.scripts.repeated import Repeated, repeated
from coaching.dashboards.scripts.team import team_trend
from coaching.dashboards.scripts.told import told
from coaching.dashboards.wording import long_day
from microconnect.people.models import Team, User
from microconnect.periods import Period


@dataclass(frozen=True, slots=True)
class Line:
    """A person's line with what repeats, where something does."""

    of: PersonShare
    repeated: Repeated | None


@dataclass(frozen=True, slots=True)
class ScriptsPage:
    """`since` and `until` are the days that the people's figures are of; `moved` is what changed, in a sentence."""

    team: Team
    choice: Choice
    team_url: str
    is_empty: bool
    is_narrowed: bool
    spans: Sequence[Chip]
    channel_chips: Sequence[Chip]
    narrowed: Sequence[Chip]
    moved: str
    trend: Trend
    weeks: int
    since: str
    until: str
    people: Sequence[Line]
    under_five: int


def scripts_page(team: Team, viewer: User, choice: Choice) -> ScriptsPage:
    """What `viewer` reads about `team`; whether they may is the view's question."""
    period, drawn, newest = (told(weeks, choice.today) for weeks in (choice.period, choice.trend, choice.recent))
    weeks = _weeks(team, choice, Period(min(drawn.start, period.start), choice.trend.end))
    links = links_within(choice, team=team.slug)
    people = people_shares(weeks, Told(period, drawn, newest), links)
    high = [row.person.pk for row in people.rows if row.is_high]
    quoted = repeated(team, viewer, high, newest, choice.narrowing)
    spans, channels = choice.chips()
    narrowed = choice.narrowed(unused=UNUSED)
    return ScriptsPage(
        team=team,
        choice=choice,
        team_url=choice.at(team.get_absolute_url()),
        is_empty=not any(week.activity.greetings for week in weeks),
        is_narrowed=bool(choice.channel or narrowed),
        spans=spans,
        channel_chips=channels,
        narrowed=narrowed,
        moved=how_it_moved(weeks, choice),
        trend=team_trend(weeks, choice.trend, choice.today, links),
        weeks=choice.trend.days // 7,
        since=long_day(period.start),
        until=long_day(period.last_day),
        people=[Line(row, quoted.get(row.person.pk)) for row in people.rows],
        under_five=people.under_five,
    )


def _weeks(team: Team, choice: Choice, period: Period) -> list[Week]:
    """Each person's weeks, in the chosen situation and channel."""
    return by_week_and("person", people_weeks(team, choice.narrowing), period)
