"""One team's dashboard, put together: everything the page shows, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards import tiles
from coaching.dashboards.changes import BeforeAndAfter, Movement, Subject, changes
from coaching.dashboards.charts import BarChart, Trend
from coaching.dashboards.choices import Chip, Choice
from coaching.dashboards.figures import Figures, figures_of
from coaching.dashboards.lede import Sentence, lede
from coaching.dashboards.links import encounter_links
from coaching.dashboards.people import PersonRow, person_rows
from coaching.dashboards.queries.activity import NOTHING, added, total, weekly
from coaching.dashboards.readings import channel_bars, phase_bars, week_trend
from coaching.dashboards.wording import greeting, long_day
from interactions.models import Channel
from microconnect.people.models import Team, User
from microconnect.periods import Period


@dataclass(frozen=True, slots=True)
class Labels:
    """What the figures of a page are of."""

    kicker: str
    weeks: str
    change: str
    since: str
    before_weeks: int


@dataclass(frozen=True, slots=True)
class TeamPage:
    team: Team
    greeting: str
    labels: Labels
    is_empty: bool
    spans: Sequence[Chip]
    channel_chips: Sequence[Chip]
    lede: Sequence[Sentence]
    tiles: Sequence[tiles.Tile]
    trend: Trend
    phases: Sequence[tuple[str, BarChart]]
    channels: BarChart
    people: Sequence[PersonRow]
    alike_url: str


def team_page(team: Team, viewer: User, choice: Choice, now: datetime) -> TeamPage:
    """What `viewer` reads about `team`; whether they may is the view's question."""
    figures = figures_of(team, choice, now)
    spans, channel_chips = choice.chips()
    found = _changes(figures)
    return TeamPage(
        team=team,
        greeting=greeting(viewer.first_name, now, team.time_zone),
        labels=_labels(figures),
        is_empty=not figures.weeks,
        spans=spans,
        channel_chips=channel_chips,
        lede=lede(found, _this_week(figures), figures),
        tiles=_tiles(figures),
        trend=_trend(figures),
        phases=phase_bars(figures.practices, _by_practice(found), figures.links, choice.period),
        channels=_channels(figures),
        people=person_rows(figures),
        alike_url=reverse("teams:alike", args=[team.slug]),
    )


def _labels(figures: Figures) -> Labels:
    choice, count = figures.choice, len(figures.people)
    people = ngettext("%(count)d person", "%(count)d people", count) % {"count": count}
    week = _("week of %(day)s") % {"day": long_day(choice.this_week.start)}
    before_weeks = choice.before.days // 7
    return Labels(
        kicker=f"{figures.team.name} · {people} · {week}",
        weeks=_("the last %(weeks)d weeks") % {"weeks": choice.weeks},
        change=_("%(weeks)d weeks; change since %(day)s")
        % {"weeks": choice.weeks, "day": long_day(choice.recent.start)},
        since=long_day(choice.recent.start),
        before_weeks=before_weeks,
    )


def _tiles(figures: Figures) -> list[tiles.Tile]:
    choice, links, week = figures.choice, figures.links, figures.choice.this_week
    now = total(figures.weeks, week, choice.channel).encounters
    shown = added(figures.activity.values())
    return [
        tiles.encounters_tile(now, figures.logged_by_now_last_week, choice, links),
        tiles.score_tile(
            figures.scores(week),
            figures.scores(week.before(weeks=1)),
            figures.scores(choice.trend),
            links(week),
        ),
        tiles.first_time_tile(shown.first_time, choice, links),
        tiles.connections_tile(shown, figures.days, choice, links),
        tiles.promises_tile(figures.promises, choice.today, figures.team.time_zone),
    ]


def _trend(figures: Figures) -> Trend:
    weeks = [week for week in figures.weeks if figures.choice.channel in {"", week.part}]
    return week_trend(weekly(weeks, figures.choice.trend), figures.links, figures.scorecard, figures.published)


def _channels(figures: Figures) -> BarChart:
    """All of them, whichever is chosen: they are there to be compared."""
    period, links = figures.choice.period, encounter_links(team=figures.team.slug)
    return channel_bars([(channel, figures.scores(period, channel.value)) for channel in Channel], links, period)


def _changes(figures: Figures) -> list[Movement]:
    """The score, each channel's where all are shown, the practices, and people's greetings."""
    before, recent = figures.choice.before, figures.choice.recent
    return changes(
        _moved(figures, before, recent),
        {channel: _moved(figures, before, recent, channel) for channel in _channels_within(figures)},
        figures.before,
        figures.recent,
        _greetings(figures),
    )


def _greetings(figures: Figures) -> dict[int, BeforeAndAfter]:
    """Each person's greetings that were a script, before and now."""
    return {
        person.pk: BeforeAndAfter(
            figures.greetings_before.get(person.pk, NOTHING).scripted.sums,
            figures.greetings_recent.get(person.pk, NOTHING).scripted.sums,
        )
        for person in figures.people
    }


def _this_week(figures: Figures) -> dict[str, BeforeAndAfter]:
    """This week beside the weeks before it, of all ("") and of each channel."""
    this_week = figures.choice.this_week
    earlier = Period(figures.choice.trend.start, this_week.start)
    return {channel: _moved(figures, earlier, this_week, channel) for channel in ["", *_channels_within(figures)]}


def _moved(figures: Figures, before: Period, after: Period, channel: str = "") -> BeforeAndAfter:
    return BeforeAndAfter(figures.scores(before, channel), figures.scores(after, channel))


def _channels_within(figures: Figures) -> list[str]:
    return [] if figures.choice.channel else Channel.values


def _by_practice(found: Sequence[Movement]) -> Mapping[str, Movement]:
    return {movement.key: movement for movement in found if movement.subject == Subject.PRACTICE}
