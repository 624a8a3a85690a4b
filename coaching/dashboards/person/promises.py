"""What somebody promised: open ones by name, and how many were kept in time of those whose time has come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.dashboards.choices import Choice
from coaching.dashboards.person.weeks import PersonWeeks
from coaching.dashboards.queries.promises import OpenPromises
from coaching.dashboards.wording import day_not_long_ago, long_day
from interactions.models import Promise
from microconnect.people.models import Team, User
from microconnect.periods import day_in

MOST_PROMISES = 5


@dataclass(frozen=True, slots=True)
class DuePromise:
    """An open promise; `when` says the day."""

    what: str
    when: str
    is_overdue: bool
    url: str
    encounter: UUID
    due_at: datetime


def due_promises(person: User, team: Team | None, zone: str, choice: Choice, now: datetime) -> list[DuePromise]:
    """The first five to fall due."""
    scope = {"encounter__team": team} if team else {}
    due = Promise.objects.filter(encounter__person=person, **scope).open()
    first = due.values_list("what", "due_at", "encounter__public_id")[:MOST_PROMISES]
    return [
        DuePromise(
            what or _("A promise"),
            _when(day_in(zone, due_at), choice.today, is_overdue=due_at < now),
            due_at < now,
            reverse("encounters:detail", args=[public_id]),
            public_id,
            due_at,
        )
        for what, due_at, public_id in first
    ]


def open_of(weeks: PersonWeeks, person: int, now: datetime) -> OpenPromises:
    due = weeks.due()
    late = {at: count for at, count in due.items() if at < now}
    overdue = sum(late.values())
    return OpenPromises(sum(due.values()), overdue, min(late, default=None), {person: overdue} if overdue else {})


def kept_in_time(weeks: PersonWeeks, choice: Choice, now: datetime) -> str:
    """ "11 of 12 kept in time" of those made in the chosen weeks; empty where none was due yet."""
    made = weeks.total(choice.period)
    not_due = sum(count for at, count in weeks.due_of(choice.period).items() if at >= now)
    due = made.promises - not_due
    if not due:
        return ""
    return _("%(kept)d of %(due)d kept in time") % {"kept": made.promises_in_time, "due": due}


def _when(day: date, today: date, *, is_overdue: bool) -> str:
    if is_overdue:
        return _("was due %(day)s") % {"day": day_not_long_ago(day, today)}
    if day == today:
        return _("due today")
    if day == today + timedelta(days=1):
        return _("due tomorrow")
    return _("due %(day)s") % {"day": long_day(day)}
