"""What a team's figures are held against, where it is not their own weeks before: themselves a year ago, or all other teams."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coaching.dashboards.changes import FEWEST
from coaching.dashboards.charts import Change
from coaching.dashboards.choices import A_YEAR, Choice, Comparison
from coaching.dashboards.figures import Figures, rows_of
from coaching.dashboards.queries.activity import by_week_and, total
from coaching.dashboards.queries.people import BeforeAndAfter, PeopleWeeks, read_people
from coaching.dashboards.queries.practices import practices
from coaching.dashboards.queries.scope import everybodys_weeks, team_weeks
from coaching.engine.practices import PRACTICES
from coaching.statistics import Difference, Sums, against_group, between_groups, sure_of
from interactions.models import Channel
from microconnect.people.models import Team

NOTHING = Sums()


@dataclass(frozen=True, slots=True)
class Held:
    """What came out: by practice, and by channel ("" is the score of all that is shown); and the other line of the trend."""

    changes: Mapping[str, Change | None] = field(default_factory=dict)
    weeks: Sequence[float | None] = ()


def held_against(figures: Figures) -> Held:
    """Empty where the comparison is with the weeks before: those are the page's own changes."""
    if figures.choice.comparison == Comparison.YEAR:
        return _held_against_last_year(figures)
    if figures.choice.comparison == Comparison.TEAMS:
        return _held_against_teams(figures)
    return Held()


def _held_against_last_year(figures: Figures) -> Held:
    choice = figures.choice
    rows = rows_of(figures.team, choice, choice.narrowing.everywhere())
    weeks = read_people(rows, choice.trend.before(weeks=A_YEAR))
    then, now = weeks.within(choice.a_year_ago), figures.weeks.within(choice.period)
    pairs = {
        channel: BeforeAndAfter(_scores(then, channel, choice), _scores(now, channel, choice)) for channel in _CHANNELS
    }
    before, after = then.in_channel(choice.channel).practices, figures.shown.practices
    pairs |= {
        practice.key: BeforeAndAfter(before.by_person(practice.key), after.by_person(practice.key))
        for practice in PRACTICES
    }
    found = {key: _year_difference(sums) for key, sums in pairs.items()}
    by_week = weeks.in_channel(choice.channel).scores_by_week()
    line = [_mean(by_week.get(week.before(weeks=A_YEAR).start, {}).values()) for week in choice.trend.weeks()]
    return Held(_judged(found), line)


def _held_against_teams(figures: Figures) -> Held:
    """Everybody's weeks without the team's own."""
    choice, narrowing = figures.choice, figures.choice.narrowing.everywhere()
    everybody = by_week_and("channel", everybodys_weeks(narrowing), choice.trend)
    own = by_week_and("channel", team_weeks(figures.team, narrowing), choice.trend)
    shown = figures.weeks.within(choice.period)
    found: dict[str, Difference | None] = {}
    for channel in _CHANNELS:
        part = channel or choice.channel
        others = total(everybody, choice.period, part).scores - total(own, choice.period, part).scores
        found[channel] = _difference_from(others, _scores(shown, channel, choice))
    for practice, others in _others_practices(figures.team, choice).items():
        found[practice] = _difference_from(others, figures.shown.practices.by_person(practice))
    line = [
        _mean([total(everybody, week, choice.channel).scores - total(own, week, choice.channel).scores])
        for week in choice.trend.weeks()
    ]
    return Held(_judged(found), line)


_CHANNELS = ["", *Channel.values]


def _scores(weeks: PeopleWeeks, channel: str, choice: Choice) -> Mapping[int, Sums]:
    return weeks.in_channel(channel or choice.channel).scores


def _others_practices(team: Team, choice: Choice) -> Mapping[str, Sums]:
    everybody = practices(everybodys_weeks(choice.narrowing), choice.period)
    own = practices(team_weeks(team, choice.narrowing), choice.period)
    return {practice: sums - own.get(practice, NOTHING) for practice, sums in everybody.items()}


def _year_difference(sums: BeforeAndAfter) -> Difference | None:
    return between_groups(sums.pairs) if min(sums.then.n, sums.now.n) >= FEWEST else None


def _difference_from(others: Sums, people: Mapping[int, Sums]) -> Difference | None:
    if others.n < FEWEST or sum(sums.n for sums in people.values()) < FEWEST:
        return None
    return against_group(people.values(), others)


def _judged(found: Mapping[str, Difference | None]) -> Mapping[str, Change | None]:
    return {
        key: Change(difference.by, is_sure=is_sure) if difference else None
        for (key, difference), is_sure in zip(found.items(), sure_of(list(found.values())), strict=True)
    }


def _mean(people: Iterable[Sums]) -> float | None:
    sums = sum(people, NOTHING)
    return sums.mean if sums.n >= FEWEST else None
