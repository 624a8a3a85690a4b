"""`manage.py verify_audit`: is the audit trail still what was written?"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from microconnect.audit.guards import missing_guards
from microconnect.audit.models import Book
from microconnect.audit.verifying import Anchor, BadAnchor, Walk, anchor_problems, unknown_books


class Command(BaseCommand):
    help = (
        "Reads the audit trail from its beginning, and says where it was changed; the exit status is 1 then. The heads of its "
        "books go to standard output: keep them elsewhere, and hand them back later with --anchors."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--book", metavar="NAME", help="this book only")
        parser.add_argument("--since", type=int, default=1, metavar="N", help="begin each book with its Nth entry")
        parser.add_argument(
            "--expect",
            action="append",
            default=[],
            metavar="BOOK=LENGTH:DIGEST",
            help="a head that was kept elsewhere must still be in its book; may be given more than once",
        )
        parser.add_argument("--anchors", metavar="FILE", help="a file of such lines, as this command prints them")

    def handle(self, *, book: str | None, since: int, expect: list[str], anchors: str | None, **options: Any) -> None:
        if since < 1:
            raise CommandError("--since takes 1 or more.")
        expected = _read_anchors([*expect, *(_lines_of(anchors) if anchors else [])])
        heads = _heads(book)
        started, entries, books, problems = time.monotonic(), 0, 0, 0
        for head in heads:
            walk = Walk(head, since=since)
            problems += self._tell(walk.problems())
            entries, books = entries + walk.entries, books + 1
            self.stdout.write(str(head))
        problems += self._tell(_elsewhere(expected, whole=book is None))
        seconds = max(time.monotonic() - started, 0.001)
        self.stderr.write(
            f"Read {_counted(entries, 'entry', 'entries')} in {_counted(books, 'book', 'books')},"
            f" {entries / seconds:,.0f} a second; {_counted(len(expected), 'anchor', 'anchors')} held against it."
        )
        if problems:
            raise CommandError(
                f"The audit trail was changed: {_counted(problems, 'problem', 'problems')}, named above."
            )

    def _tell(self, problems: Iterator[str]) -> int:
        told = 0
        for problem in problems:
            self.stderr.write(f"{problem}.")
            told += 1
        return told


def _heads(name: str | None) -> Iterator[Book]:
    heads = Book.objects.order_by("name")
    if name is not None:
        heads = heads.filter(name=name)
        if not heads.exists():
            raise CommandError(f"There is no book “{name}”.")
    return heads.iterator()


def _elsewhere(anchors: list[Anchor], *, whole: bool) -> Iterator[str]:
    """What no walk through one book shows."""
    for anchor in anchors:
        yield from anchor_problems(anchor)
    if whole:
        yield from unknown_books()
        yield from missing_guards()


def _read_anchors(lines: list[str]) -> list[Anchor]:
    try:
        return [Anchor.read(line) for line in lines]
    except BadAnchor as bad:
        raise CommandError(str(bad)) from bad


def _lines_of(file: str) -> list[str]:
    try:
        return [
            line for line in Path(file).read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
        ]
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file} cannot be read: {error}") from error


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
