"""One team's dashboard, put together: everything the page shows, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards import tiles
from coaching.dashboards.changes import Movement, Subject, changes
from coaching.dashboards.charts import BarChart, Change, Trend
from coaching.dashboards.choices import Chip, Choice, Comparison
from coaching.dashboards.figures import Figures, figures_of, links_of
from coaching.dashboards.lede import Sentence, lede
from coaching.dashboards.people import PersonRow, person_rows
from coaching.dashboards.people_lines import people_lines
from coaching.dashboards.queries.people import BeforeAndAfter
from coaching.dashboards.readings import channel_bars, people_week_readings, phase_bars, week_trend
from coaching.dashboards.sections.titles import titles
from coaching.dashboards.wording import NOT_YET, greeting, long_day, percent, weeks_text
from coaching.dashboards.yardsticks import Held, held_against
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
    other_line: str
    score: str


@dataclass(frozen=True, slots=True)
class Promised:
    """What was promised in the chosen weeks, and what came of it."""

    made: int
    in_time: str
    late: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page that is fetched when somebody scrolls to it."""

    name: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class TeamPage:
    team: Team
    greeting: str
    labels: Labels
    is_empty: bool
    is_narrowed: bool
    spans: Sequence[Chip]
    channel_chips: Sequence[Chip]
    narrowed: Sequence[Chip]
    choose_url: str
    lede: Sequence[Sentence]
    tiles: Sequence[tiles.Tile]
    trend: Trend
    phases: Sequence[tuple[str, BarChart]]
    channels: BarChart
    people: Sequence[PersonRow]
    promised: Promised
    parts: Sequence[Part]
    alike_url: str
    fair_url: str
    scripts_url: str

    @property
    def people_lines(self) -> SafeString:
        return people_lines(self.people)


def team_page(team: Team, viewer: User, choice: Choice, now: datetime) -> TeamPage:
    """What `viewer` reads about `team`; whether they may is the view's question."""
    figures = figures_of(team, choice, now)
    spans, channel_chips = choice.chips()
    found = changes(figures.before, figures.recent, _channels_within(figures), figures.told)
    held = held_against(figures)
    return TeamPage(
        team=team,
        greeting=greeting(viewer.first_name, now, team.time_zone),
        labels=_labels(figures),
        is_empty=not figures.weeks.rows,
        is_narrowed=bool(choice.query()),
        spans=spans,
        channel_chips=channel_chips,
        narrowed=choice.narrowed(),
        choose_url=reverse("teams:choose", args=[team.slug]) + choice.url(),
        lede=lede(found, _this_week(figures), figures),
        tiles=_tiles(figures, now),
        trend=_trend(figures, held),
        phases=phase_bars(figures.shown.practices, _changes_shown(found, held), figures.links, choice.period),
        channels=_channels(figures, held),
        people=person_rows(figures),
        promised=_promised(figures),
        parts=_parts(team, choice),
        alike_url=reverse("teams:alike", args=[team.slug]),
        fair_url=choice.at(reverse("teams:fair", args=[team.slug])),
        scripts_url=choice.at(reverse("teams:scripts", args=[team.slug])),
    )


def _labels(figures: Figures) -> Labels:
    choice, count = figures.choice, len(figures.people)
    people = ngettext("%(count)d person", "%(count)d people", count) % {"count": count}
    week = _("week of %(day)s") % {"day": long_day(choice.this_week.start)}
    is_before = choice.comparison == Comparison.BEFORE
    change = _("%(weeks)d weeks; change since %(day)s") if is_before else _("%(weeks)d weeks, beside %(what)s")
    texts = {"weeks": choice.weeks, "day": long_day(choice.recent.start), "what": choice.comparison.label}
    return Labels(
        kicker=f"{figures.team.name} · {people} · {week}",
        weeks=_("the last %(weeks)d weeks") % texts if choice.last is None else weeks_text(choice.period),
        change=change % texts,
        since=long_day(choice.recent.start),
        before_weeks=choice.before.days // 7,
        other_line="" if is_before else _("dotted: %(what)s") % texts,
        score=_("Score, %(weeks)d weeks") % {"weeks": choice.trend.days // 7},
    )


def _promised(figures: Figures) -> Promised:
    shown = figures.shown.together
    return Promised(
        made=shown.promises,
        in_time=percent(shown.promises_in_time / shown.promises_kept) if shown.promises_kept else NOT_YET,
        late=shown.promises_kept - shown.promises_in_time,
        open=figures.promises.open,
        overdue=figures.promises.overdue,
    )


def _parts(team: Team, choice: Choice) -> list[Part]:
    return [
        Part(name, title, choice.at(reverse(f"teams:{name}", args=[team.slug]))) for name, title in titles().items()
    ]


def _tiles(figures: Figures, now: datetime) -> list[tiles.Tile]:
    choice, links, shown, week = figures.choice, figures.links, figures.shown.together, figures.choice.this_week
    hours = choice.hours_gone(now, figures.team.time_zone)
    weeks = figures.in_channel
    this_week = weeks.within(week)
    return [
        tiles.encounters_tile(this_week.together.encounters, figures.logged_by_then, hours, choice, links),
        tiles.score_tile(
            this_week.scores,
            weeks.within(week.before(weeks=1)).scores,
            weeks.within(choice.trend).scores,
            choice,
            links(week),
        ),
        tiles.first_time_tile(shown.first_time, choice, links),
        tiles.better_tile(shown.better, choice, links),
        tiles.connections_tile(shown, figures.shown.days, choice, links),
        tiles.promises_tile(figures.promises, choice.today, figures.team.time_zone),
    ]


def _trend(figures: Figures, held: Held) -> Trend:
    trend = figures.choice.trend
    readings = people_week_readings(figures.in_channel, trend, figures.links)
    return week_trend(readings, trend, figures.scorecard, figures.published, held.weeks)


def _channels(figures: Figures, held: Held) -> BarChart:
    """All of them, whichever is chosen: they are there to be compared."""
    links = links_of(figures.team, replace(figures.choice, channel=""))
    return channel_bars(figures.weeks.within(figures.choice.period), links, figures.choice.period, held.changes)


def _this_week(figures: Figures) -> dict[str, BeforeAndAfter]:
    """This week beside the weeks before it, of all ("") and of each channel."""
    this_week = figures.choice.this_week
    earlier = Period(figures.choice.trend.start, this_week.start)
    weeks = figures.in_channel
    before, after = weeks.within(earlier), weeks.within(this_week)
    return {
        channel: BeforeAndAfter(before.in_channel(channel).scores, after.in_channel(channel).scores)
        for channel in ["", *_channels_within(figures)]
    }


def _channels_within(figures: Figures) -> list[str]:
    return [] if figures.choice.channel else Channel.values


def _changes_shown(found: Sequence[Movement], held: Held) -> Mapping[str, Change | None]:
    """By practice: since the weeks before, or against what was chosen."""
    if held.changes:
        return held.changes
    return {
        movement.key: Change(movement.found.by, is_sure=movement.is_sure)
        for movement in found
        if movement.subject == Subject.PRACTICE
    }
