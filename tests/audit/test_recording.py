"""Every entry stands in a book, under the next number, tied to the one before it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microconnect.audit.chain import digest_of
from microconnect.audit.models import HOUSE, AuditEntry, Book, changes, record, record_many
from tests.factories import EncounterFactory, PromiseFactory

pytestmark = pytest.mark.django_db


def _book(name: str) -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(book=name).order_by("number"))


def test_entries_of_a_book_are_numbered_and_follow_each_other(ivy, harbour, mill):
    for target in (harbour, mill, ivy):
        record(by=ivy, action="looked", target=target)
    first, second, third = _book(HOUSE)
    assert [entry.number for entry in (first, second, third)] == [1, 2, 3]
    assert first.previous_digest == ""
    assert second.previous_digest == first.digest
    assert third.previous_digest == second.digest
    assert (Book.objects.get().length, Book.objects.get().digest) == (3, third.digest)


def test_many_entries_at_once_are_tied_as_one_by_one(ivy, harbour, mill, django_assert_max_num_queries):
    record(by=ivy, action="looked", target=ivy)
    told = [(team, {"name": None}, {"name": team.name}) for team in (harbour, mill) * 100]
    with django_assert_max_num_queries(8):
        record_many(by=ivy, action="team_added", told=told)
    record(by=ivy, action="looked", target=ivy)
    record_many(by=ivy, action="team_added", told=[])
    entries = _book(HOUSE)
    assert [entry.number for entry in entries] == list(range(1, 203))
    assert all(entry.digest == digest_of(entry) for entry in entries)
    assert all(after.previous_digest == before.digest for before, after in pairwise(entries))
    assert (Book.objects.get().length, Book.objects.get().digest) == (202, entries[-1].digest)


def test_what_many_write_all_day_stands_in_a_book_of_their_own(ada, ben, ivy, harbour):
    encounter = EncounterFactory(person=ada, team=harbour)
    record(by=ada, action="encounter_logged", target=encounter)
    record(by=ben, action="promise_kept", target=PromiseFactory(encounter=encounter))
    record(by=None, action="encounter_logged", target=encounter)
    record(by=ivy, action="team_renamed", target=harbour)
    books = {book.name: book.length for book in Book.objects.all()}
    assert books == {f"person-{ada.pk}": 1, f"person-{ben.pk}": 1, HOUSE: 2}


def test_an_entry_is_written_whole_or_not_at_all(ivy, harbour):
    record(by=ivy, action="looked", target=harbour)
    with transaction.atomic():
        record(by=ivy, action="looked", target=harbour)
        transaction.set_rollback(True)
    assert Book.objects.get().length == AuditEntry.objects.count() == 1


def test_what_changed_is_kept_beside_the_detail(ivy, harbour):
    before, after = changes(
        {"name": "Mill Lane", "time_zone": "Europe/London", "gone": 1},
        {"name": "Harbour", "time_zone": "Europe/London"},
    )
    record(by=ivy, action="team_changed", target=harbour, before=before, after=after, why="moved")
    entry = AuditEntry.objects.get()
    assert entry.before == {"name": "Mill Lane", "gone": 1}
    assert entry.after == {"name": "Harbour", "gone": None}
    assert entry.detail == {"why": "moved"}


def test_nothing_changed_is_nothing():
    assert changes({"a": 1, "b": None}, {"a": 1}) == ({}, {})


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
_PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.datetimes(timezones=st.just(UTC))
    | st.dates()
    | _TEXT
)
_DETAIL = st.dictionaries(
    _TEXT, st.recursive(_PLAIN, lambda of: st.lists(of) | st.dictionaries(_TEXT, of), max_leaves=8)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(detail=_DETAIL)
def test_the_digest_is_the_same_whatever_the_database_makes_of_the_numbers(ivy, detail):
    stored = record(by=ivy, action="looked", target=ivy, after=detail)
    assert digest_of(AuditEntry.objects.get(pk=stored.pk)) == stored.digest


@pytest.mark.parametrize(
    "value",
    [1e23, 1.7976931348623157e308, 5e-324, 1e-7, -0.0, 100.0, 2**80, Decimal("1.50"), date(2026, 1, 1), "a’b\u2028😀"],
)
def test_numbers_that_databases_write_differently(ivy, value):
    stored = record(by=ivy, action="looked", target=ivy, value=value, at_least=[{"b": value, "a": {}}])
    assert digest_of(AuditEntry.objects.get(pk=stored.pk)) == stored.digest


def test_what_is_no_number_is_refused(ivy):
    with pytest.raises(ValueError, match="not JSON compliant"):
        record(by=ivy, action="looked", target=ivy, value=float("nan"))


def test_the_digest_is_over_everything(ivy, ada, harbour):
    entry = record(by=ivy, action="looked", target=harbour, before={"a": 1}, after={"a": 2}, why="so")
    others = {
        "book_id": "another",
        "number": 2,
        "at": datetime(2026, 1, 1, tzinfo=UTC),
        "actor_id": ada.pk,
        "action": "peeped",
        "target_type": "people.user",
        "target_id": 999,
        "detail": {},
        "before": None,
        "after": {"a": 3},
        "previous_digest": "0" * 64,
    }
    assert {*others, "id", "digest"} == {field.attname for field in AuditEntry._meta.concrete_fields}
    for name, other in others.items():
        read = AuditEntry.objects.get()
        setattr(read, name, other)
        assert digest_of(read) != entry.digest, name


REFUSED = [
    ("both", "UPDATE audit_auditentry SET action = 'never_was'"),
    ("both", "UPDATE audit_auditentry SET digest = 'x'"),
    ("both", "DELETE FROM audit_auditentry"),
    ("both", "UPDATE audit_book SET length = 1, digest = 'x'"),
    ("both", "UPDATE audit_book SET name = 'another', length = 5"),
    ("both", "DELETE FROM audit_book"),
    ("postgresql", "TRUNCATE audit_auditentry"),
    ("postgresql", "TRUNCATE audit_book CASCADE"),
    ("sqlite", "INSERT OR REPLACE INTO audit_auditentry SELECT * FROM audit_auditentry"),
    ("sqlite", "INSERT OR REPLACE INTO audit_book (name, length, digest) VALUES ('house', 0, '')"),
]


@pytest.mark.parametrize(("vendor", "statement"), REFUSED)
def test_the_database_refuses_to_change_it(ivy, harbour, vendor, statement):
    if vendor not in {"both", connection.vendor}:
        pytest.skip(f"about {vendor}")
    for _ in range(2):
        record(by=ivy, action="looked", target=harbour)
    connection.check_constraints()
    with (
        pytest.raises(IntegrityError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AuditEntry.objects.filter(action="looked").count() == 2


def test_a_number_is_given_once(ivy, harbour):
    entry = record(by=ivy, action="looked", target=harbour)
    entry.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save(force_insert=True)


def test_numbers_begin_with_one_and_books_have_a_digest(ivy, harbour):
    entry = record(by=ivy, action="looked", target=harbour)
    entry.pk, entry.number = None, 0
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save(force_insert=True)
    for length, digest in ((0, "x"), (1, "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Book.objects.create(name="another", length=length, digest=digest)


def test_a_person_with_entries_stays(ivy, harbour):
    record(by=ivy, action="looked", target=harbour)
    with pytest.raises(ProtectedError):
        ivy.delete()
