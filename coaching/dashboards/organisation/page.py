"""The organisation's page, put together: everybody together, then the teams."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.charts import BarChart, Change, Reading, Trend, bars
from coaching.dashboards.choices import Chip, Choice
from coaching.dashboards.links import MISSED_BELOW, EncounterLinks, links_within
from coaching.dashboards.organisation.counts import overdue_by_team, team_counts
from coaching.dashboards.organisation.coverage import coverage_by_team
from coaching.dashboards.organisation.evidence import first_looks, sure_looks
from coaching.dashboards.organisation.moved import moves, practice_weeks
from coaching.dashboards.organisation.people import people_of_teams
from coaching.dashboards.organisation.teams import TeamRow, in_order, team_rows
from coaching.dashboards.organisation.tiles import organisation_tiles
from coaching.dashboards.organisation.weekly import likeness_within, weekly_readings
from coaching.dashboards.queries.activity import Week, by_week_and
from coaching.dashboards.queries.scope import everybodys_weeks
from coaching.dashboards.queries.sums import within
from coaching.dashboards.readings import phase_name, reading_within, week_trend
from coaching.dashboards.tiles import Tile
from coaching.dashboards.wording import long_day
from coaching.engine.practice import Phase
from coaching.engine.practices import PRACTICES
from coaching.rollups.models import TeamWeek
from coaching.scorecards.models import ScorecardVersion
from coaching.statistics import Sums, added, clustered_interval
from coaching.versions.marks import published_within
from interactions.models import Channel
from microconnect.people.models import Team
from microconnect.periods import Period

TEAMS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    choice: Choice
    kicker: str
    is_empty: bool
    is_narrowed: bool
    spans: Sequence[Chip]
    channel_chips: Sequence[Chip]
    tiles: Sequence[Tile]
    trend: Trend
    channels: BarChart
    phases: Sequence[tuple[str, BarChart]]
    since: str
    weeks: str
    teams: Sequence[TeamRow]
    page: Page
    looked_at: int
    sure: int


def organisation_page(
    choice: Choice, now: datetime, number: str | None = None, *, teams_at_once: int = TEAMS_PER_PAGE
) -> OrganisationPage:
    """As many queries whatever there is: two more where a team is looked at closely."""
    narrowing = choice.narrowing
    links = links_within(choice)
    everybody = by_week_and("channel", everybodys_weeks(narrowing.everywhere()), choice.trend)
    teams = list(Team.objects.in_use().order_by("name").values_list("pk", "name", "slug"))
    scorecard = ScorecardVersion.objects.current().scorecard.for_channel(choice.channel)
    rows = narrowing(TeamWeek.objects.get_queryset())
    counts = team_counts(rows, choice)
    alike = likeness_within(counts.teams, choice)
    looks = first_looks(counts)
    sure = sure_looks(looks, people_of_teams(looks.teams, choice))
    overdue = overdue_by_team(TeamWeek.objects.filter(situation=None), choice.recent, now)
    page = Paginator(in_order(teams, sure, overdue), teams_at_once).get_page(number)
    coverage = coverage_by_team(now, [place.pk for place in page])
    figures = _figures(everybody, choice)
    moved = moves(figures, choice.before, choice.recent)
    spans, channel_chips = choice.chips()
    return OrganisationPage(
        choice=choice,
        kicker=_kicker(len(teams), choice),
        is_empty=not any(choice.channel in {"", week.part} for week in everybody),
        is_narrowed=bool(choice.channel or choice.situation),
        spans=spans,
        channel_chips=channel_chips,
        tiles=organisation_tiles(everybody, alike, choice, links, overdue=sum(overdue.values())),
        trend=week_trend(
            weekly_readings(everybody, alike, choice, links), choice.trend, scorecard, published_within(choice.trend)
        ),
        channels=_channels(figures, moved, links, choice),
        phases=_phases(figures, moved, links, choice.period),
        since=long_day(choice.recent.start),
        weeks=_("the last %(weeks)d weeks") % {"weeks": choice.weeks},
        teams=team_rows(list(page), counts.teams, coverage, choice),
        page=page,
        looked_at=looks.count,
        sure=len({look.team for look in sure}),
    )


def _kicker(teams: int, choice: Choice) -> str:
    count = ngettext("%(count)s team", "%(count)s teams", teams) % {"count": number_format(teams, force_grouping=True)}
    return f"{count} · {_('week of %(day)s') % {'day': long_day(choice.this_week.start)}}"


def _figures(everybody: Sequence[Week], choice: Choice) -> dict[str, dict[date, Sums]]:
    """Channel or practice -> Monday -> sums, of every week that is shown or compared."""
    channels: dict[str, dict[date, Sums]] = {channel: {} for channel in Channel.values}
    for week in everybody:
        channels[str(week.part)][week.monday] = week.activity.scores
    rows = within(everybodys_weeks(choice.narrowing), choice.trend).values_list("week", "practices")
    return channels | practice_weeks(list(rows))


def _channels(
    figures: Mapping[str, Mapping[date, Sums]], moved: Mapping[str, Change], links: EncounterLinks, choice: Choice
) -> BarChart:
    """All of them, whichever is chosen: they are there to be compared."""
    readings = [
        _reading(str(channel.label), figures[channel], choice.period, links(choice.period, channel=channel.value))
        for channel in Channel
    ]
    return bars(readings, [moved.get(channel.value) for channel in Channel])


def _phases(
    figures: Mapping[str, Mapping[date, Sums]], moved: Mapping[str, Change], links: EncounterLinks, period: Period
) -> list[tuple[str, BarChart]]:
    """The practices that could be judged, phase by phase in the order a person lives them."""
    held: dict[Phase, list[tuple[Reading, Change | None]]] = {}
    for practice in PRACTICES:
        url = links(period, practice=practice.key, below=MISSED_BELOW)
        reading = _reading(_(practice.name), figures[practice.key], period, url)
        if reading.n:
            held.setdefault(practice.phase, []).append((reading, moved.get(practice.key)))
    return [(phase_name(phase), bars(*map(list, zip(*held[phase], strict=True)))) for phase in Phase if phase in held]


def _reading(label: str, weeks: Mapping[date, Sums], period: Period, url: str) -> Reading:
    """As sure as the weeks make it: they differ more than a hundred thousand encounters would."""
    held = [sums for monday, sums in weeks.items() if monday in period]
    return reading_within(label, added(held), clustered_interval(held), url)
