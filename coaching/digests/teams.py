"""The week of the teams one supervises, in a mail: what changed, how sure that is, what waits. Never a ranking."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.choices import Choice
from coaching.dashboards.lede import Sentence
from coaching.dashboards.overview import TeamCard, team_cards
from coaching.dashboards.people import PersonRow
from coaching.dashboards.team import team_page
from coaching.dashboards.tiles import Tile
from coaching.dashboards.wording import NOT_YET, long_day, weeks_text
from coaching.digests.chart import Chart, chart_of
from coaching.digests.own import about_that_week
from coaching.digests.waiting import Waiting, waiting
from coaching.digests.weeks import Turn, last_moment
from interactions.models import Promise
from microconnect.people.models import Team, User
from microconnect.periods import Period

IN_FULL = 3
MOST_LINES = 20  # mails over some 100 KB are cut off by those who show them


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the lede; `is_sure` or too early to say."""

    words: str
    note: str
    is_sure: bool
    path: str


@dataclass(frozen=True, slots=True)
class Talk:
    """The one line of what to talk about, and with whom."""

    name: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class TeamPart:
    """One team in full; without tiles nobody logged anything."""

    name: str
    path: str
    said: Sequence[Said]
    tiles: Sequence[Tile]
    chart: Chart | None
    waiting: Waiting
    talk: Talk | None


@dataclass(frozen=True, slots=True)
class TeamLine:
    name: str
    path: str
    score: str
    judged: str
    overdue: str


@dataclass(frozen=True, slots=True)
class TeamsDigest:
    """`more` says how many teams are only on the page."""

    subject: str
    week: str
    name: str
    parts: Sequence[TeamPart]
    lines: Sequence[TeamLine]
    more: str


def teams_of(person: User, now: datetime) -> list[Team]:
    """Those whose dashboards they may read now, without the retired ones."""
    return [team for team in Team.objects.supervised_by(person) if not team.is_retired(now)]


def teams_digest(person: User, teams: Sequence[Team], turn: Turn, now: datetime) -> TeamsDigest | None:
    """Three teams in full, the others in a line each; every week the next three. None where nobody has anything to say."""
    full, rest = _three_of(teams, turn.week)
    parts = [_part(team, person, turn.week, now) for team in full]
    lines = list(_lines(rest[:MOST_LINES], turn.week))
    late = Promise.objects.filter(encounter__team__in=teams).overdue(now).count()
    if not (late or any(part.tiles for part in parts) or any(line.score != NOT_YET for line in lines)):
        return None
    more = len(rest) - len(lines)
    return TeamsDigest(
        subject=_subject(parts, len(teams), late, turn.week),
        week=weeks_text(turn.week),
        name=person.first_name,
        parts=parts,
        lines=lines,
        more=ngettext("%(count)d more team", "%(count)d more teams", more) % {"count": more} if more else "",
    )


def _three_of(teams: Sequence[Team], week: Period) -> tuple[list[Team], list[Team]]:
    """By name, beginning elsewhere each week, so that nobody's team is always the one left out."""
    if len(teams) <= IN_FULL:
        return list(teams), []
    start = _number_of(week) * IN_FULL % len(teams)
    full = [teams[(start + place) % len(teams)] for place in range(IN_FULL)]
    return full, [team for team in teams if team not in full]


def _part(team: Team, viewer: User, week: Period, now: datetime) -> TeamPart:
    page = team_page(team, viewer, Choice(week.last_day), last_moment(week, team.time_zone))
    has_logged = page.tiles[0].value != "0"
    return TeamPart(
        name=team.name,
        path=team.get_absolute_url(),
        said=[_said(sentence) for sentence in page.lede if sentence.kind != "promises"] if has_logged else [],
        tiles=about_that_week(page.tiles[:4], page.trend.readings[-2].value_text) if has_logged else [],
        chart=chart_of(page.trend.readings) if has_logged else None,
        waiting=waiting(Promise.objects.filter(encounter__team=team), team.time_zone, now),
        talk=_talk(page.people, viewer, week) if has_logged else None,
    )


def _said(sentence: Sentence) -> Said:
    """The page's own words without their marks; of what is too early, “this week” would be wrong in a mail."""
    if sentence.kind == "early":
        return Said(_early(sentence), "", is_sure=False, path=sentence.url)
    html = render_to_string("coaching/dashboards/_sentence.html", {"sentence": sentence})
    words = " ".join(unescape(strip_tags(html)).split())
    return Said(words, sentence.note, is_sure=True, path=sentence.url)


def _early(sentence: Sentence) -> str:
    words = ngettext(
        "Too early to say: %(about)s %(after)s that week after %(before)s, over one encounter.",
        "Too early to say: %(about)s %(after)s that week after %(before)s, over only %(n)d encounters.",
        sentence.n,
    )
    about = sentence.subject or _("the score")
    return words % {"about": about, "after": sentence.after, "before": sentence.before, "n": sentence.n}


def _talk(people: Sequence[PersonRow], viewer: User, week: Period) -> Talk | None:
    """What waits comes before what is good to tell; among those, each week the next by name."""
    rows = [row for row in people if row.advice.url and row.person.pk != viewer.pk]
    chosen = [row for row in rows if row.advice.tone == "try"] or rows
    if not chosen:
        return None
    row = chosen[_number_of(week) % len(chosen)]
    return Talk(str(row.person), row.advice.text, row.advice.url)


def _lines(teams: Sequence[Team], week: Period) -> Iterator[TeamLine]:
    """In the order of the teams; asked for once for each time zone, as Sunday ends at different times."""
    cards: dict[int, TeamCard] = {}
    for zone in {team.time_zone for team in teams}:
        there = [team for team in teams if team.time_zone == zone]
        cards |= {card.team.pk: card for card in team_cards(there, last_moment(week, zone))}
    for card in (cards[team.pk] for team in teams):
        yield TeamLine(card.team.name, card.url, card.score, card.judged, card.overdue)


def _number_of(week: Period) -> int:
    return week.start.toordinal() // 7


def _subject(parts: Sequence[TeamPart], teams: int, late: int, week: Period) -> str:
    """Who waits, else what surely changed, else that it is steady, where that is known of every team."""
    about = parts[0].name if teams == 1 else ngettext("%(n)d team", "%(n)d teams", teams) % {"n": teams}
    if late:
        what = ngettext("a promise is waiting", "%(count)d promises are waiting", late) % {"count": late}
    elif changed := sum(said.is_sure and bool(said.note) for part in parts for said in part.said):
        what = ngettext("one thing changed for sure", "%(count)d things changed for sure", changed) % {"count": changed}
    else:
        what = _("nothing to chase") if teams == len(parts) else _("how it went")
    return _("%(about)s: %(what)s, week of %(day)s") % {"about": about, "what": what, "day": long_day(week.start)}
