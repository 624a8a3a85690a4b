"""One person's page, put together, in one of two voices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from coaching.dashboards import tiles
from coaching.dashboards.charts import Trend
from coaching.dashboards.choices import Chip, Choice
from coaching.dashboards.links import EncounterLinks, links_within
from coaching.dashboards.own_practices import Landed, TryNext, landed_most, one_to_try
from coaching.dashboards.own_words import OwnWords, recent_words
from coaching.dashboards.person.changing import SCORE, OwnChange, own_changes
from coaching.dashboards.person.practices import PracticeLine, practice_lines
from coaching.dashboards.person.promises import DuePromise, due_promises, kept_in_time, open_of
from coaching.dashboards.person.strengths import Shown, Strength, strengths
from coaching.dashboards.person.voice import Voice, own_voice, voice_about
from coaching.dashboards.person.weeks import PersonWeeks, person_weeks
from coaching.dashboards.queries.activity import weekly
from coaching.dashboards.queries.practices import PracticeSums, practices_of_one
from coaching.dashboards.queries.scope import EVERYTHING
from coaching.dashboards.readings import week_readings, week_trend
from coaching.dashboards.scripts.own import OwnGreetings, own_greetings
from coaching.dashboards.team_totals import TeamTotals, team_totals
from coaching.dashboards.wording import greeting, long_day, whole
from coaching.engine.scoring import Scorecard
from coaching.scorecards.models import ScorecardVersion
from coaching.versions.marks import published_within
from microconnect.people.models import Team, User

MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the page shows. `team` is None on one's own page, which is about all of one's teams."""

    person: User
    team: Team | None
    choice: Choice
    voice: Voice
    heading: str
    kicker: str
    is_empty: bool
    is_narrowed: bool
    may_log: bool
    spans: Sequence[Chip]
    channel_chips: Sequence[Chip]
    weeks: str
    since: str
    tiles: Sequence[tiles.Tile]
    strengths: Sequence[Strength]
    try_next: TryNext | None
    greetings: OwnGreetings | None
    trend: Trend
    moved: str
    lines: Sequence[PracticeLine]
    words: Sequence[OwnWords]
    landed: Sequence[Landed]
    due: Sequence[DuePromise]
    kept: str
    teams: Sequence[TeamTotals]
    encounters_url: str
    team_url: str

    @property
    def lines_shown(self) -> list[PracticeLine]:
        """Those that say something; the file has them all."""
        return [line for line in self.lines if line.is_enough]


def own_page(person: User, choice: Choice, now: datetime) -> PersonPage:
    """What the person logged, in all teams together."""
    return _page(person, None, own_voice(), choice, now)


def person_page(person: User, team: Team, viewer: User, choice: Choice, now: datetime) -> PersonPage:
    """What the person logged in this team, as `viewer` reads it; whether they may is the view's question."""
    voice = own_voice() if viewer == person else voice_about(person.first_name)
    return _page(person, team, voice, choice, now)


def _page(person: User, team: Team | None, voice: Voice, choice: Choice, now: datetime) -> PersonPage:
    zone = (team or person).time_zone
    links = links_within(choice, team=team.slug if team else "", person=person.pk)
    weeks = person_weeks(person, team, choice)
    scorecard = ScorecardVersion.objects.current().scorecard.for_channel(choice.channel)
    shown = _shown(weeks, choice, person.pk)
    moved = _changes(weeks, choice)
    spans, channel_chips = choice.chips()
    return PersonPage(
        person=person,
        team=team,
        choice=choice,
        voice=voice,
        heading=str(person) if team else greeting(person.first_name, now, zone),
        kicker=_kicker(team, choice),
        is_empty=not weeks.rows,
        is_narrowed=choice.narrowing != EVERYTHING,
        may_log=voice.is_own and bool(person.memberships_now),
        spans=spans,
        channel_chips=channel_chips,
        weeks=_("the last %(weeks)d weeks") % {"weeks": choice.weeks},
        since=long_day(choice.recent.start),
        tiles=_tiles(weeks, person, choice, links, zone=zone, now=now),
        strengths=strengths(Shown(shown, moved, choice, links, voice)),
        try_next=one_to_try(person, shown, scorecard, choice, links),
        greetings=own_greetings(list(weeks.weeks()), choice, links) if voice.is_own else None,
        trend=_trend(weeks, choice, links, scorecard),
        moved=_score_moved(moved[SCORE], choice),
        lines=practice_lines(moved, choice.recent, links),
        words=recent_words(person, team, voice.practice, most=MOST_WORDS),
        landed=landed_most(shown, choice, links),
        due=due_promises(person, team, zone, choice, now),
        kept=kept_in_time(weeks, choice, now),
        teams=[] if team else team_totals(person.teams_now, choice),
        encounters_url=links(choice.period),
        team_url=choice.at(team.get_absolute_url()) if team else "",
    )


def _kicker(team: Team | None, choice: Choice) -> str:
    day = {"day": long_day(choice.this_week.start)}
    if team:
        return _("%(team)s · week of %(day)s") % {"team": team.name, **day}
    return _("Your weeks · week of %(day)s") % day


def _shown(weeks: PersonWeeks, choice: Choice, person: int) -> PracticeSums:
    """All channels as one: nobody is compared with others here."""
    return practices_of_one(person, choice.channel, weeks.practice_sums(choice.period))


def _changes(weeks: PersonWeeks, choice: Choice) -> dict[str, OwnChange]:
    before, recent = choice.before, choice.recent
    score = weeks.total(before).scores, weeks.total(recent).scores
    return own_changes(score, weeks.practice_sums(before), weeks.practice_sums(recent))


def _trend(weeks: PersonWeeks, choice: Choice, links: EncounterLinks, scorecard: Scorecard) -> Trend:
    readings = week_readings(weekly(weeks.weeks(), choice.trend), links)
    return week_trend(readings, choice.trend, scorecard, published_within(choice.trend))


def _score_moved(change: OwnChange, choice: Choice) -> str:
    """One sentence under the line, with how sure it is."""
    if change.found is None:
        return _("Too early to say whether the score moved.")
    texts = {
        "before": whole(change.before.mean),
        "after": whole(change.after.mean),
        "since": long_day(choice.recent.start),
        "n": change.after.n,
    }
    if change.is_sure:
        return _("%(before)s to %(after)s since %(since)s, over %(n)d encounters: sure.") % texts
    return _("%(before)s to %(after)s since %(since)s, over %(n)d encounters: too early to say.") % texts


def _tiles(
    weeks: PersonWeeks, person: User, choice: Choice, links: EncounterLinks, *, zone: str, now: datetime
) -> list[tiles.Tile]:
    """The first three are those of the weekly mail as well."""
    this_week = choice.this_week
    periods = this_week, this_week.before(weeks=1), choice.trend, choice.period
    week, last, quarter, chosen = map(weeks.total, periods)
    hours = choice.hours_gone(now, zone)
    by_then = weeks.encounters_until(this_week.before(weeks=1), hours)
    scores = [{person.pk: part.scores} for part in (week, last, quarter)]
    days = weeks.days(choice.period)
    return [
        tiles.encounters_tile(week.encounters, by_then, hours, choice, links),
        tiles.score_tile(scores[0], scores[1], scores[2], choice, links(this_week)),
        tiles.connections_tile(chosen, {person.pk: days} if days else {}, choice, links),
        tiles.better_tile(chosen.better, choice, links),
        tiles.first_time_tile(chosen.first_time, choice, links),
        tiles.promises_tile(open_of(weeks, person.pk, now), choice.today, zone),
    ]
