"""Promises in a mail: counted when it is sent, and by the date, as nobody knows when it is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interactions.models import Promise
from interactions.models.promise import PromiseQuerySet
from microconnect.people.models import User
from microconnect.periods import day_in

MOST = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many are past their time, in a sentence too; both empty where none is."""

    overdue: int
    said: str


@dataclass(frozen=True, slots=True)
class Due:
    """An open promise of one's own."""

    what: str
    when: str
    path: str
    is_overdue: bool


def waiting(promises: PromiseQuerySet, zone: str, now: datetime) -> Waiting:
    found = promises.overdue(now).order_by().aggregate(overdue=Count("pk"), oldest=Min("due_at"))
    if not found["overdue"]:
        return Waiting(0, "")
    said = ngettext(
        "One promise is past its time, since %(day)s. Somebody is waiting.",
        "%(count)d promises are past their time, the oldest since %(day)s. Somebody is waiting.",
        found["overdue"],
    )
    return Waiting(found["overdue"], said % {"count": found["overdue"], "day": _day(found["oldest"], zone)})


def own_open(person: User, zone: str, now: datetime) -> Sequence[Due]:
    """What they promised and is still open, what is longest due first."""
    promises = Promise.objects.filter(encounter__person=person).open().select_related("encounter")
    return [_due(promise, zone, now) for promise in promises[:MOST]]


def _due(promise: Promise, zone: str, now: datetime) -> Due:
    is_overdue = promise.is_overdue(now)
    when = _("was due %(day)s") if is_overdue else _("due %(day)s")
    path = promise.encounter.get_absolute_url()
    return Due(str(promise), when % {"day": _day(promise.due_at, zone)}, path, is_overdue)


def _day(at: datetime, zone: str) -> str:
    return date_format(day_in(zone, at), "l j F")
