"""Entries of the audit trail as rows of a page: ready strings, with as many queries as there are kinds of things on it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from microconnect.audit.models import AuditEntry
from microconnect.audit.readable import Change, changes_of, details_of
from microconnect.audit.wording import kind_name, sentence
from microconnect.people.models import User

# Shown as a link and no more: what they are called is what somebody said, or costs a query.
_NAMELESS = {"interactions.encounter", "interactions.promise"}

Things = dict[tuple[str, int], models.Model]


@dataclass(frozen=True, slots=True)
class Row:
    """One entry. `url` is empty where the thing has no page, or is gone."""

    place: str
    day: str
    time: str
    at: str
    what: str
    kind: str
    name: str
    url: str
    changes: list[Change]
    details: list[str]


def rows_of(entries: Sequence[AuditEntry]) -> list[Row]:
    """The rows of a page of entries, which come with their actors."""
    things, people = _things(entries), _people(entries)
    return [_row(entry, things.get((entry.target_type, entry.target_id)), people) for entry in entries]


def _row(entry: AuditEntry, thing: models.Model | None, people: dict[int, str]) -> Row:
    at = timezone.localtime(entry.at)
    return Row(
        place=f"{entry.book_id} {entry.number}",
        day=_day(at),
        time=date_format(at, "H:i"),
        at=at.isoformat(),
        what=sentence(entry.action, str(entry.actor) if entry.actor else _("The application")),
        kind=kind_name(entry.target_type),
        name="" if thing is None or entry.target_type in _NAMELESS else str(thing),
        url=_url(thing),
        changes=changes_of(entry),
        details=details_of(entry, people),
    )


def _day(at: Any) -> str:
    days_ago = (timezone.localdate() - at.date()).days
    if days_ago in {0, 1}:
        return _("Today") if days_ago == 0 else _("Yesterday")
    return date_format(at, "l j F Y")


def _url(thing: models.Model | None) -> str:
    own_page = getattr(thing, "get_absolute_url", None)
    return str(own_page()) if own_page else ""


def _things(entries: Iterable[AuditEntry]) -> Things:
    """What the entries are about, as far as it is still there: a query a kind."""
    wanted = defaultdict(set)
    for entry in entries:
        wanted[entry.target_type].add(entry.target_id)
    found: Things = {}
    for kind, primary_keys in wanted.items():
        model = _model(kind)
        if model is not None:
            there = model._default_manager.in_bulk(primary_keys)
            found |= {(kind, primary_key): thing for primary_key, thing in there.items()}
    return found


def _model(kind: str) -> type[models.Model] | None:
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def _people(entries: Iterable[AuditEntry]) -> dict[int, str]:
    """Names of the people whom details note by number."""
    noted = {entry.detail.get("person") for entry in entries if isinstance(entry.detail, dict)}
    numbers = [number for number in noted if isinstance(number, int)]
    return {person.pk: str(person) for person in User.objects.filter(pk__in=numbers)} if numbers else {}
