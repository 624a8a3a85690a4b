"""The teams in the order of what is sure: first what surely changed or differs, then overdue promises, then by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.dashboards.charts import Reading, Sparkline, sparkline
from coaching.dashboards.choices import Choice
from coaching.dashboards.organisation.counts import NOTHING, Lately, TeamCounts
from coaching.dashboards.organisation.coverage import Coverage
from coaching.dashboards.organisation.evidence import Kind, Look
from coaching.dashboards.queries.scope import weeks_of_teams
from coaching.dashboards.queries.sums import plain_sum, within
from coaching.dashboards.readings import SHOWN_FROM
from coaching.dashboards.tiles import mean_text
from coaching.dashboards.wording import count_text, long_day, percent, promises_overdue, short_day, whole
from coaching.statistics import Sums
from microconnect.people.models import Team

MOST_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A team where it stands in the list; `looks` are the sure ones."""

    pk: int
    name: str
    slug: str
    overdue: int = 0
    looks: Sequence[Look] = field(default=())


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team's line, ready to print; `weeks_spoken` is the sparkline in words. The last three are what it is made of."""

    name: str
    url: str
    sentences: Sequence[str]
    encounters: str
    score: str
    judged: str
    weeks: Sparkline
    weeks_spoken: str
    overdue: str
    logged: str
    logged_url: str
    place: Place
    lately: Lately
    coverage: Coverage | None


def in_order(teams: Sequence[tuple[int, str, str]], looks: Sequence[Look], overdue: Mapping[int, int]) -> list[Place]:
    """`teams` are key, name and address, by name; `looks` the surest first."""
    by_team: dict[int, list[Look]] = {}
    for look in looks:
        by_team.setdefault(look.team, []).append(look)
    rank = {team: nth for nth, team in enumerate(by_team)}
    places = [Place(pk, name, slug, overdue.get(pk, 0), by_team.get(pk, ())) for pk, name, slug in teams]
    return sorted(places, key=lambda place: (rank.get(place.pk, len(rank)), not place.overdue))


def team_rows(
    places: Sequence[Place], counts: Mapping[int, TeamCounts], coverage: Mapping[int, Coverage], choice: Choice
) -> list[TeamRow]:
    """Those of one page: one query for their weeks."""
    lines = _sparklines([place.pk for place in places], choice)
    return [
        _row(place, _lately(counts.get(place.pk)), coverage.get(place.pk), lines[place.pk], choice) for place in places
    ]


def _row(place: Place, lately: Lately, coverage: Coverage | None, weeks: Sparkline, choice: Choice) -> TeamRow:
    return TeamRow(
        name=place.name,
        url=reverse("teams:detail", args=[place.slug]),
        sentences=[sentence(look, choice) for look in place.looks[:MOST_SENTENCES]],
        encounters=count_text(lately.encounters),
        score=mean_text(lately.now),
        judged=_("of %(n)s") % {"n": count_text(lately.now.n)} if lately.now.n >= SHOWN_FROM else "",
        weeks=weeks,
        weeks_spoken=_spoken(weeks),
        overdue=promises_overdue(place.overdue),
        logged=_("%(logged)d of %(members)d logged") % {"logged": coverage.logged, "members": coverage.members}
        if coverage
        else "",
        logged_url=f"{reverse('time_to_log')}?team={place.slug}" if coverage and not coverage.is_whole else "",
        place=place,
        lately=lately,
        coverage=coverage,
    )


def _lately(counts: TeamCounts | None) -> Lately:
    return counts.together if counts else NOTHING


def sentence(look: Look, choice: Choice) -> str:
    """What is sure, whole, so that it can be translated whole."""
    if look.kind in {Kind.FIRST_TIME_MOVED, Kind.FIRST_TIME_DIFFERS}:
        texts = {"own": percent(look.own.mean), "usual": percent(look.usual)}
    else:
        texts = {"own": whole(look.own.mean), "usual": whole(look.usual)}
    texts |= {"n": count_text(look.own.n), "since": long_day(choice.recent.start)}
    said = {
        Kind.SCORE_MOVED: _("score %(usual)s to %(own)s since %(since)s, %(n)s encounters, sure"),
        Kind.FIRST_TIME_MOVED: _("first-time rate %(usual)s to %(own)s since %(since)s, %(n)s encounters, sure"),
        Kind.SCORE_DIFFERS: _("score %(own)s against %(usual)s elsewhere, %(n)s encounters, sure"),
        Kind.FIRST_TIME_DIFFERS: _("first-time rate %(own)s against %(usual)s elsewhere, %(n)s encounters, sure"),
    }
    return said[look.kind] % texts


def _spoken(weeks: Sparkline) -> str:
    if weeks.first is None or weeks.last is None:
        return ""
    texts = {"first": weeks.first.value_text, "since": weeks.first.label, "last": weeks.last.value_text}
    return _("from %(first)s on %(since)s to %(last)s") % texts


def _sparklines(teams: Sequence[int], choice: Choice) -> dict[int, Sparkline]:
    rows = within(weeks_of_teams(Team.objects.filter(pk__in=teams), choice.narrowing), choice.trend)
    found = rows.values_list("team", "week").annotate(n=plain_sum("judged"), points=plain_sum("total"))
    held = {(team, week): Sums(n, points) for team, week, n, points in found}
    weeks = [(week.start, short_day(week.start)) for week in choice.trend.weeks()]
    return {team: sparkline([_reading(label, held.get((team, monday))) for monday, label in weeks]) for team in teams}


def _reading(label: str, sums: Sums | None) -> Reading:
    if sums is None or sums.n < SHOWN_FROM:
        return Reading(label)
    return Reading(label, sums.mean, n=sums.n)
