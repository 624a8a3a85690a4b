"""Add to the audit trail."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models, transaction

from microconnect.audit.chain import digest_of
from microconnect.audit.models.book import HOUSE, Book
from microconnect.audit.models.entry import AuditEntry
from microconnect.people.models import User

# Written all day long by everybody: in a book per person, so that nobody waits for anybody else.
_IN_ONES_OWN_BOOK = {"interactions.encounter", "interactions.promise"}

Fields = dict[str, Any]
_BATCH = 500


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
    with transaction.atomic(savepoint=False):
        book = Book.objects.locked(_name_of_book(target, by))
        entry = _next(book, by, action, target, before=before, after=after, detail=detail)
        entry.save(force_insert=True)
        _keep(book)
    return entry


def record_many(*, by: User | None, action: str, told: Sequence[tuple[models.Model, Fields, Fields]]) -> None:
    """Add an entry about each (target, before, after), all of one kind, as `record` would; in a few statements.

    Thousands at once would otherwise keep others from this book for as long as thousands of statements take.
    """
    if not told:
        return
    with transaction.atomic(savepoint=False):
        book = Book.objects.locked(_name_of_book(told[0][0], by))
        entries = [_next(book, by, action, target, before=before, after=after) for target, before, after in told]
        AuditEntry.objects.bulk_create(entries, batch_size=_BATCH)
        _keep(book)


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Fields, Fields]:
    """What differs between two states of a thing, as the `before` and `after` of its entry.

    A field that one of them lacks was or is nothing (None).
    """
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


def _next(book: Book, by: User | None, action: str, target: models.Model, **facts: Any) -> AuditEntry:
    """The entry that follows the last one in `book`, which then ends with it; neither is stored yet."""
    entry = AuditEntry(
        book=book,
        number=book.length + 1,
        actor=by,
        action=action,
        target_type=target._meta.label_lower,
        target_id=target.pk,
        previous_digest=book.digest,
        **facts,
    )
    entry.digest = book.digest = digest_of(entry)
    book.length = entry.number
    return entry


def _keep(book: Book) -> None:
    Book.objects.filter(pk=book.pk).update(length=book.length, digest=book.digest)


def _name_of_book(target: models.Model, by: User | None) -> str:
    is_ones_own = target._meta.label_lower in _IN_ONES_OWN_BOOK
    return f"person-{by.pk}" if by is not None and is_ones_own else HOUSE
