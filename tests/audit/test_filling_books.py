"""Entries from before there were books are put into them by the migrations, as if they had been written there."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from microconnect.audit.chain import digest_of
from microconnect.audit.models import AuditEntry, Book, record

FILLING = import_module("microconnect.audit.migrations.0003_fill_books")
KINDS = ("people.team", "interactions.encounter", "interactions.promise")


def _migrate_to(name: str) -> Any:
    """The apps as they were at this migration of ours."""
    executor = MigrationExecutor(connection)
    executor.migrate([("audit", name)])
    return MigrationExecutor(connection).loader.project_state([("audit", name)]).apps


@pytest.fixture
def before_books(transactional_db: None) -> Iterator[Any]:
    """The apps of a database that has the columns, and nothing in them."""
    yield _migrate_to("0002_add_books")
    _migrate_to("0005_refuse_changes")


def _write(apps: Any, actor_id: int | None, count: int) -> None:
    entries = apps.get_model("audit", "AuditEntry").objects
    for number in range(count):
        entries.create(
            actor_id=actor_id,
            action="looked",
            target_type=KINDS[number % len(KINDS)],
            target_id=number,
            detail={"share": number / 3, "whole": 1e22, "name": "Zoë"},
        )


def test_entries_are_bound_as_they_would_have_been_written(ivy, harbour, before_books, monkeypatch):
    monkeypatch.setattr(FILLING, "CHUNK", 4)
    _write(before_books, ivy.pk, 9)
    _write(before_books, None, 3)
    _migrate_to("0005_refuse_changes")
    assert {book.name: book.length for book in Book.objects.all()} == {"house": 6, f"person-{ivy.pk}": 6}
    record(by=ivy, action="looked", target=harbour)
    for book in Book.objects.all():
        previous = ""
        for number, entry in enumerate(AuditEntry.objects.filter(book=book).order_by("pk"), start=1):
            assert (entry.number, entry.previous_digest) == (number, previous)
            assert digest_of(entry) == entry.digest
            previous = entry.digest
        assert book.digest == previous


def test_filling_that_was_stopped_goes_on_where_it_was(before_books):
    editor = connection.schema_editor(atomic=False)
    for _ in range(2):
        _write(before_books, None, 3)
        FILLING.fill(before_books, editor)
    entries = before_books.get_model("audit", "AuditEntry").objects.order_by("pk")
    assert list(entries.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert entries[3].previous_digest == entries[2].digest


def test_an_empty_trail_stays_empty(before_books):
    FILLING.fill(before_books, connection.schema_editor(atomic=False))
    assert not before_books.get_model("audit", "Book").objects.exists()
