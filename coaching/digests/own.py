"""One's own week in a mail: what one's page said at the end of Sunday. Never a colleague's figure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coaching.dashboards.choices import Choice
from coaching.dashboards.own_practices import Landed, TryNext
from coaching.dashboards.own_words import OwnWords
from coaching.dashboards.person.page import PersonPage, own_page
from coaching.dashboards.tiles import Tile
from coaching.dashboards.wording import long_day, weeks_text
from coaching.digests.chart import Chart, chart_of
from coaching.digests.hero import words_of
from coaching.digests.waiting import Due, Waiting, own_open, waiting
from coaching.digests.weeks import Turn, last_moment
from interactions.models import Promise
from microconnect.people.models import User
from microconnect.periods import Period


@dataclass(frozen=True, slots=True)
class OwnDigest:
    """Everything the mail says. Where nothing was logged, only what one promised."""

    subject: str
    week: str
    name: str
    tiles: Sequence[Tile]
    words: OwnWords | None
    landed: Sequence[Landed]
    try_next: TryNext | None
    chart: Chart | None
    waiting: Waiting
    due: Sequence[Due]


def own_digest(person: User, turn: Turn, now: datetime) -> OwnDigest | None:
    """None where nothing was logged and nothing is past its time: who was away is not told so by mail."""
    page = own_page(person, Choice(turn.week.last_day), last_moment(turn.week, turn.zone))
    late = waiting(Promise.objects.filter(encounter__person=person), turn.zone, now)
    has_logged = page.tiles[0].value != "0"
    if not (has_logged or late.overdue):
        return None
    return OwnDigest(
        subject=_subject(page, late, turn.week, has_logged=has_logged),
        week=weeks_text(turn.week),
        name=person.first_name,
        tiles=about_that_week(page.tiles[:3], page.trend.readings[-2].value_text) if has_logged else [],
        words=words_of(person, turn.week) if has_logged else None,
        landed=page.landed if has_logged else [],
        try_next=page.try_next if has_logged else None,
        chart=chart_of(page.trend.readings) if has_logged else None,
        waiting=late,
        due=own_open(person, turn.zone, now),
    )


def about_that_week(tiles: Sequence[Tile], score_before: str) -> list[Tile]:
    """The page's first tiles speak of “this week” and “last week”; in a mail that is read later both are wrong."""
    encounters, score, *others = tiles
    before = [_("the week before %(score)s") % {"score": score_before}] if score_before else []
    return [
        replace(encounters, label=_("Encounters")),
        replace(score, label=_("Score"), notes=[score.notes[0], *before]),
        *others,
    ]


def _subject(page: PersonPage, late: Waiting, week: Period, *, has_logged: bool) -> str:
    """What matters most in a few words: somebody who waits, else what landed, else how many."""
    texts = {"count": late.overdue, "day": long_day(week.start)}
    if late.overdue:
        return ngettext("A promise is waiting", "%(count)d promises are waiting", late.overdue) % texts
    if page.landed:
        return _("Your week of %(day)s: “%(landed)s” landed most") % {**texts, "landed": page.landed[0].title}
    return _("Your week of %(day)s: %(count)s logged") % {**texts, "count": page.tiles[0].value}
