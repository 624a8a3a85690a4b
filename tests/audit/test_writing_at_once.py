"""Many write in the same moment: a book stays one chain, and those with books of their own do not wait."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from microconnect.audit.models import HOUSE, AuditEntry, Book, record
from tests.at_once import PATIENCE, at_once
from tests.factories import EncounterFactory

pytestmark = pytest.mark.usefixtures("transactional_db")

WRITERS, EACH = 6, 5


def test_of_many_who_write_at_once_each_follows_another(ivy, harbour):
    def write() -> None:
        for _ in range(EACH):
            with transaction.atomic():
                record(by=ivy, action="looked", target=harbour)

    at_once(*[write] * WRITERS)
    entries = list(AuditEntry.objects.order_by("number"))
    assert [entry.number for entry in entries] == list(range(1, WRITERS * EACH + 1))
    digests = [entry.digest for entry in entries]
    assert [entry.previous_digest for entry in entries] == ["", *digests[:-1]]
    assert Book.objects.get().digest == digests[-1]


def test_without_the_lock_two_would_follow_the_same_one(ivy, harbour):
    """The control: both read the end of the book and then write. That its numbers are unique is all that stops a fork."""
    record(by=ivy, action="looked", target=harbour)
    have_read, refused = threading.Barrier(2), []

    def read_then_write() -> None:
        head = Book.objects.get(name=HOUSE)
        have_read.wait(PATIENCE)
        entry = AuditEntry(book=head, number=head.length + 1, actor=ivy, action="looked", target_type="", target_id=1)
        try:
            entry.save(force_insert=True)
        except IntegrityError as error:
            refused.append(error)

    at_once(read_then_write, read_then_write)
    assert len(refused) == 1
    assert AuditEntry.objects.count() == 2


def test_nobody_waits_for_somebody_who_writes_in_a_book_of_their_own(ada, ben, harbour):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer at a time in anyway")
    encounter = EncounterFactory(person=ada, team=harbour)
    has_written, may_commit = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            record(by=ada, action="encounter_logged", target=encounter)
            has_written.set()
            may_commit.wait(PATIENCE)

    def write() -> None:
        has_written.wait(PATIENCE)
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '2s'")
                record(by=ben, action="encounter_logged", target=encounter)
        finally:
            may_commit.set()

    at_once(hold, write)
    assert Book.objects.count() == 2
