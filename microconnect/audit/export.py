"""Entries as lines of a CSV file, one after the other, however many there are."""

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from microconnect.audit.models.entry import AuditEntry, AuditQuerySet
from microconnect.csv_cells import BYTE_ORDER_MARK, lines_of

_CHUNK = 1000
_HEADING = (
    "book,number,at,actor_id,actor,action,target_type,target_id,before,after,detail,previous_digest,digest".split(",")
)


def csv_of(entries: AuditQuerySet) -> Iterator[str]:
    """Newest first, times in UTC, what changed as JSON. With the digests, so that a line can be held against the trail."""
    yield BYTE_ORDER_MARK
    yield from lines_of([_HEADING])
    newest_first = entries.select_related("actor").newest_first()
    yield from lines_of(_cells(entry) for entry in newest_first.iterator(chunk_size=_CHUNK))


def _cells(entry: AuditEntry) -> list[Any]:
    return [
        entry.book_id,
        entry.number,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.actor_id,
        str(entry.actor) if entry.actor else "",
        entry.action,
        entry.target_type,
        entry.target_id,
        _json(entry.before),
        _json(entry.after),
        _json(entry.detail),
        entry.previous_digest,
        entry.digest,
    ]


def _json(value: Any) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)
