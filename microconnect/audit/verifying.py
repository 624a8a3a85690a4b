"""Walk the audit trail from its beginning, and say in plain words where it is no longer what was written.

Whoever owns the database can change an entry and everything that hangs on it. What is kept elsewhere, they cannot: an
anchor, which is the length and digest that a book had once, holds everything before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Max, Min
from django.db.models.functions import Coalesce

from microconnect.audit.chain import digest_of
from microconnect.audit.models import AuditEntry, Book

_CHUNK = 2000


class BadAnchor(Exception):
    """A line that is no anchor; the message says what one looks like."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a book was once: so many entries, the last of them with this digest."""

    book: str
    length: int
    digest: str

    @classmethod
    def read(cls, text: str) -> Anchor:
        """From `BOOK=LENGTH:DIGEST`, the way heads are printed."""
        book, _, rest = text.strip().partition("=")
        length, _, digest = rest.partition(":")
        if not (book and length.isascii() and length.isdigit() and len(length) < 19):
            raise BadAnchor(f"“{text.strip()}” is not BOOK=LENGTH:DIGEST.")
        return cls(book, int(length), digest)


@dataclass(slots=True)
class Walk:
    """What one book showed. `problems` come as they are found; `entries` counts those that were read."""

    head: Book
    since: int = 1
    entries: int = 0
    _number: int = field(init=False, default=0)
    _digest: str = field(init=False, default="")

    def problems(self) -> Iterator[str]:
        """Read the book up to where its head was when we came, in order, a few entries in memory at a time."""
        yield from self._begin()
        entries = AuditEntry.objects.filter(book_id=self.head.pk, number__gte=self.since, number__lte=self.head.length)
        try:
            for entry in entries.order_by("number").iterator(chunk_size=_CHUNK):
                yield from self._next(entry)
        except ValueError as error:  # SQLite keeps in a column of times whatever is put there
            yield self._say(f"somewhere after entry {self._number} stands what cannot be read, so no further: {error}")
        else:
            yield from self._end()

    def _begin(self) -> Iterator[str]:
        self._number = self.since - 1
        if 1 < self.since <= self.head.length + 1:
            earlier = AuditEntry.objects.filter(book_id=self.head.pk, number=self._number).values_list("digest").first()
            if earlier is None:
                yield self._say(f"entry {self._number}, after which to begin, is missing")
            self._digest = earlier[0] if earlier else ""

    def _next(self, entry: AuditEntry) -> Iterator[str]:
        self.entries += 1
        if entry.number > self._number + 1:
            yield self._missing(self._number + 1, entry.number - 1)
        elif entry.previous_digest != self._digest:
            yield self._say(f"entry {entry.number} does not follow entry {self._number} as that stands there now")
        if not _fits(entry):
            yield self._say(f"entry {entry.number} is not what was written: its words and its digest do not fit")
        self._number, self._digest = entry.number, entry.digest

    def _end(self) -> Iterator[str]:
        if self._number < self.head.length and self.since <= self.head.length:
            yield self._missing(self._number + 1, self.head.length) + ", at the end"
        elif self._number == self.head.length and self._digest != self.head.digest:
            yield self._say(f"its last entry, {self._number}, is not the one that its head names")
        yield from self._outside()

    def _outside(self) -> Iterator[str]:
        """Entries before the first or after the last. The head is read again last: others may be writing just now."""
        found = AuditEntry.objects.filter(book_id=self.head.pk).aggregate(
            first=Coalesce(Min("number"), 1), last=Coalesce(Max("number"), 0)
        )
        length = Book.objects.filter(pk=self.head.pk).values_list("length", flat=True).first() or 0
        if found["first"] < 1:
            yield self._say(f"an entry numbered {found['first']} was put in; numbers begin with 1")
        if found["last"] > length:
            yield self._say(f"entries after number {length}, where it ends, were put in")

    def _missing(self, first: int, last: int) -> str:
        what = f"entry {first} is missing" if first == last else f"entries {first} to {last} are missing"
        return self._say(what)

    def _say(self, what: str) -> str:
        return f"Book {self.head.pk}: {what}"


def _fits(entry: AuditEntry) -> bool:
    try:
        return digest_of(entry) == entry.digest
    except (AttributeError, ValueError):  # a time that is none, a number without end
        return False


def unknown_books() -> Iterator[str]:
    """Entries whose book is in no list."""
    names = AuditEntry.objects.exclude(book__in=Book.objects.values("pk")).order_by("book_id").values_list("book_id")
    for (name,) in names.distinct():
        yield f"Book {name}: there are entries in it, but no such book was opened, or it was taken away"


def anchor_problems(anchor: Anchor) -> Iterator[str]:
    """Whether what was noted once is still there."""
    if not anchor.length:
        return
    entry = AuditEntry.objects.filter(book_id=anchor.book, number=anchor.length).values_list("digest").first()
    if entry is None:
        yield f"Book {anchor.book}: entry {anchor.length}, noted earlier, is missing"
    elif entry[0] != anchor.digest:
        yield f"Book {anchor.book}: entry {anchor.length} is another than was noted earlier; what stands before it was rewritten"
