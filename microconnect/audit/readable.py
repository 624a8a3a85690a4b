"""What changed, for people: a field by its name, before and after."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from microconnect.audit.models import AuditEntry
from microconnect.audit.wording import field_name

LONGEST = 200  # characters of one value that a page shows; the export has it all


@dataclass(frozen=True, slots=True)
class Change:
    """One field. `before` is empty for something new, `after` for something gone."""

    name: str
    before: str
    after: str


def changes_of(entry: AuditEntry) -> list[Change]:
    before, after = _fields(entry.before), _fields(entry.after)
    return [
        Change(field_name(entry.target_type, name), shown(before.get(name)), shown(after.get(name)))
        for name in {**before, **after}
    ]


def details_of(entry: AuditEntry, people: Mapping[int, str]) -> list[str]:
    """What else was noted: "File: talk.jsonl". A person noted by number is named, if `people` knows them.

    What was noted as empty is left out: the day that nothing counts from is no news.
    """
    named = ((name, _person(name, value, people)) for name, value in _fields(entry.detail).items())
    return [
        _("%(name)s: %(value)s") % {"name": capfirst(name.replace("_", " ")), "value": value}
        for name, value in named
        if value
    ]


def shown(value: Any) -> str:
    """A value as JSON had it, in words."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        text = ", ".join(shown(item) for item in value)
    elif isinstance(value, str):
        at = _as_time(value)
        text = date_format(timezone.localtime(at), "j M Y, H:i") if at else value
    else:
        text = json.dumps(value, ensure_ascii=False)
    return Truncator(text).chars(LONGEST)


def _person(name: str, value: Any, people: Mapping[int, str]) -> str:
    is_known = name == "person" and isinstance(value, int) and value in people
    return people[value] if is_known else shown(value)


def _fields(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _as_time(text: str) -> datetime | None:
    """Only what looks like a moment with its time zone, as JSON of ours has them."""
    try:
        at = parse_datetime(text) if "T" in text else None
        return at if at is not None and timezone.is_aware(at) and at.year > 1 else None
    except ValueError:
        return None
