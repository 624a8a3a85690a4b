"""Add to the audit trail."""

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction

from microconnect.audit.chain import digest_of
from microconnect.audit.models.book import HOUSE, Book
from microconnect.audit.models.entry import AuditEntry
from microconnect.people.models import User

# Written all day long by everybody: in a book per person, so that nobody waits for anybody else.
_IN_ONES_OWN_BOOK = {"interactions.encounter", "interactions.promise"}

Fields = dict[str, Any]


def record(
    *,
    by: User | None,
    action: str,
    target: models.Model,
    before: Fields | None = None,
    after: Fields | None = None,
    **detail: Any,
) -> AuditEntry:
    """Add one entry about `target`. Call it inside the transaction that makes the change, last of all in it.

    From here to the end of the transaction others wait who want to write in the same book.

    Args:
        before: the fields that changed as they were, and `after` as they are now; see `changes`.
    """
    kind = target._meta.label_lower
    with transaction.atomic(savepoint=False):
        book = Book.objects.locked(_name_of_book(kind, by))
        entry = AuditEntry(
            book=book,
            number=book.length + 1,
            actor=by,
            action=action,
            target_type=kind,
            target_id=target.pk,
            detail=detail,
            before=before,
            after=after,
            previous_digest=book.digest,
        )
        entry.digest = digest_of(entry)
        entry.save(force_insert=True)
        Book.objects.filter(pk=book.pk).update(length=entry.number, digest=entry.digest)
    return entry


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Fields, Fields]:
    """What differs between two states of a thing, as the `before` and `after` of its entry.

    A field that one of them lacks was or is nothing (None).
    """
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


def _name_of_book(kind: str, by: User | None) -> str:
    return f"person-{by.pk}" if by is not None and kind in _IN_ONES_OWN_BOOK else HOUSE
