"""One's own page: one's weeks, what landed, one thing to try, what one promised, and one's team in totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.dashboards import tiles
from coaching.dashboards.charts import Trend
from coaching.dashboards.choices import Choice
from coaching.dashboards.links import EncounterLinks, encounter_links
from coaching.dashboards.own_practices import Landed, TryNext, landed_most, one_to_try
from coaching.dashboards.own_words import OwnWords, own_words
from coaching.dashboards.queries.activity import Week, by_week_and, days_worked, total, weekly
from coaching.dashboards.queries.clock import encounters_until
from coaching.dashboards.queries.practices import people_practices
from coaching.dashboards.queries.promises import open_promises
from coaching.dashboards.queries.scope import own_weeks
from coaching.dashboards.readings import week_readings, week_trend
from coaching.dashboards.scripts.own import OwnGreetings, own_greetings
from coaching.dashboards.team_totals import TeamTotals, team_totals
from coaching.dashboards.wording import day_not_long_ago, greeting, long_day
from coaching.scorecards.models import ScorecardVersion
from coaching.versions.marks import published_within
from interactions.models import Promise
from microconnect.people.models import User
from microconnect.periods import day_in

MOST_PROMISES = 5


@dataclass(frozen=True, slots=True)
class DuePromise:
    """An open promise; `when` says the day."""

    what: str
    when: str
    is_overdue: bool
    url: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    greeting: str
    kicker: str
    is_empty: bool
    may_log: bool
    tiles: Sequence[tiles.Tile]
    trend: Trend
    words: OwnWords | None
    greetings: OwnGreetings | None
    landed: Sequence[Landed]
    try_next: TryNext | None
    due: Sequence[DuePromise]
    teams: Sequence[TeamTotals]


def own_page(person: User, now: datetime) -> OwnPage:
    """What the person logged, in all teams together; days follow the team joined first."""
    zone = _zone(person)
    choice = Choice(day_in(zone, now))
    links = encounter_links(person=person.pk)
    weeks = by_week_and("channel", own_weeks(person), choice.trend)
    scorecard = ScorecardVersion.objects.current().scorecard
    shown = people_practices(own_weeks(person), choice.period)
    return OwnPage(
        greeting=greeting(person.first_name, now, zone),
        kicker=_("Your weeks · week of %(day)s") % {"day": long_day(choice.this_week.start)},
        is_empty=not weeks,
        may_log=bool(person.memberships_now),
        tiles=_tiles(person, weeks, choice, links, now),
        trend=week_trend(
            week_readings(weekly(weeks, choice.trend), links), choice.trend, scorecard, published_within(choice.trend)
        ),
        words=own_words(person),
        greetings=own_greetings(weeks, choice, links),
        landed=landed_most(shown, choice, links),
        try_next=one_to_try(person, shown, scorecard),
        due=_due_promises(person, choice, now),
        teams=team_totals(person.teams_now, choice),
    )


def _zone(person: User) -> str:
    return person.teams_now[0].time_zone if person.teams_now else timezone.get_default_timezone_name()


def _tiles(
    person: User, weeks: Sequence[Week], choice: Choice, links: EncounterLinks, now: datetime
) -> list[tiles.Tile]:
    week, last = total(weeks, choice.this_week), total(weeks, choice.this_week.before(weeks=1))
    rows = own_weeks(person)
    by_then = encounters_until(rows, choice.this_week.before(weeks=1), choice.today.weekday())
    scores = [{person.pk: part.scores} for part in (week, last, total(weeks, choice.trend))]
    promises = open_promises(rows, "person", now)
    return [
        tiles.encounters_tile(week.encounters, by_then, choice, links),
        tiles.score_tile(scores[0], scores[1], scores[2], links(choice.this_week)),
        tiles.connections_tile(total(weeks, choice.period), days_worked(rows, choice.period), choice, links),
        tiles.promises_tile(promises, choice.today, _zone(person)),
    ]


def _due_promises(person: User, choice: Choice, now: datetime) -> list[DuePromise]:
    due = Promise.objects.filter(encounter__person=person).open().select_related("encounter")
    return [_due(promise, choice, day_in(_zone(person), promise.due_at), now) for promise in due[:MOST_PROMISES]]


def _due(promise: Promise, choice: Choice, day: date, now: datetime) -> DuePromise:
    is_overdue = promise.is_overdue(now)
    if is_overdue:
        when = _("was due %(day)s") % {"day": day_not_long_ago(day, choice.today)}
    elif day == choice.today:
        when = _("due today")
    elif day == choice.today + timedelta(days=1):
        when = _("due tomorrow")
    else:
        when = _("due %(day)s") % {"day": long_day(day)}
    return DuePromise(str(promise), when, is_overdue, promise.encounter.get_absolute_url())
