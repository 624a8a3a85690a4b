"""`manage.py verify_audit` finds whatever was done to the trail behind its back, and says what."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from microconnect.audit.chain import digest_of
from microconnect.audit.models import HOUSE, AuditEntry, Book, record
from tests.audit.tampering import tamper
from tests.factories import EncounterFactory

pytestmark = pytest.mark.django_db
LENGTH = 6


@pytest.fixture
def trail(ivy, ada, harbour) -> None:
    """Six entries of the house, three of Ada's."""
    for number in range(LENGTH):
        record(by=ivy, action="team_renamed", target=harbour, after={"name": f"Street {number}"})
    encounter = EncounterFactory(person=ada, team=harbour)
    for _ in range(3):
        record(by=ada, action="encounter_edited", target=encounter)


def _verify(**options: object) -> str:
    """The heads, where nothing is wrong."""
    out = io.StringIO()
    call_command("verify_audit", stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def _wrong(**options: object) -> list[str]:
    """What is said to be wrong."""
    told = io.StringIO()
    with pytest.raises(CommandError, match="The audit trail was changed"):
        call_command("verify_audit", stdout=io.StringIO(), stderr=told, **options)
    return told.getvalue().splitlines()[:-1]


def _write_again(first: int, book: str = HOUSE) -> None:
    """Give everything from `first` on the digests that fit it now, the head too: what a thorough forger does."""
    previous = AuditEntry.objects.filter(book=book, number=first - 1).values_list("digest", flat=True).first() or ""
    for entry in AuditEntry.objects.filter(book=book, number__gte=first).order_by("number"):
        entry.previous_digest = previous
        previous = digest_of(entry)
        tamper(
            "UPDATE audit_auditentry SET previous_digest = %s, digest = %s WHERE id = %s",
            entry.previous_digest,
            previous,
            entry.pk,
        )
    tamper("UPDATE audit_book SET digest = %s WHERE name = %s", previous, book)


def test_an_untouched_trail_is_in_order_and_its_heads_are_printed(trail, ada):
    heads = _verify().splitlines()
    last = AuditEntry.objects.get(book=HOUSE, number=LENGTH)
    assert heads == [f"{HOUSE}={LENGTH}:{last.digest}", str(Book.objects.get(name=f"person-{ada.pk}"))]


def test_an_empty_trail_is_in_order():
    assert _verify() == ""


def test_how_much_was_read_and_how_fast_is_said(trail):
    told = io.StringIO()
    call_command("verify_audit", stdout=io.StringIO(), stderr=told)
    assert "Read 9 entries in 2 books, " in told.getvalue()
    assert "a second" in told.getvalue()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("action", "team_closed"),
        ("at", "2020-01-01 00:00:00+00:00"),
        ("actor_id", None),
        ("target_type", "people.user"),
        ("target_id", 1_000_000),
        ("detail", '{"a": 1}'),
        ("before", '{"name": "Mill Lane"}'),
        ("after", '{"name": "Quay"}'),
        ("after", None),
        ("digest", "0" * 64),
    ],
)
def test_an_edited_field_is_found(trail, field, value):
    tamper(f"UPDATE audit_auditentry SET {field} = %s WHERE book_id = 'house' AND number = 3", value)  # noqa: S608
    assert "Book house: entry 3 is not what was written: its words and its digest do not fit." in _wrong()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("at", "yesterday", "entry 3 is not what was written"),
        ("at", "2020-13-45 00:00:00", "somewhere after entry 0 stands what cannot be read"),
        ("detail", '{"a": NaN}', "entry 3 is not what was written"),
        ("detail", '{"a": ', "entry 3 is not what was written"),
    ],
)
def test_what_cannot_even_be_read_is_found(trail, field, value, said):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL takes no such value")
    tamper("PRAGMA ignore_check_constraints = 1")
    tamper(f"UPDATE audit_auditentry SET {field} = %s WHERE book_id = 'house' AND number = 3", value)  # noqa: S608
    tamper("PRAGMA ignore_check_constraints = 0")
    assert said in _wrong()[0]


def test_an_edited_field_whose_digest_fits_again_breaks_the_next_one(trail):
    tamper("UPDATE audit_auditentry SET action = 'never_was' WHERE book_id = 'house' AND number = 3")
    digest = digest_of(AuditEntry.objects.get(book=HOUSE, number=3))
    tamper("UPDATE audit_auditentry SET digest = %s WHERE book_id = 'house' AND number = 3", digest)
    assert _wrong() == ["Book house: entry 4 does not follow entry 3 as that stands there now."]


def test_an_edited_last_entry_whose_digest_fits_again_is_not_what_the_head_says(trail):
    tamper("UPDATE audit_auditentry SET action = 'never_was' WHERE book_id = 'house' AND number = 6")
    digest = digest_of(AuditEntry.objects.get(book=HOUSE, number=6))
    tamper("UPDATE audit_auditentry SET digest = %s WHERE book_id = 'house' AND number = 6", digest)
    assert _wrong() == ["Book house: its last entry, 6, is not the one that its head names."]


def test_a_deleted_row_is_found(trail):
    tamper("DELETE FROM audit_auditentry WHERE book_id = 'house' AND number = 3")
    assert _wrong() == ["Book house: entry 3 is missing."]


def test_a_deleted_row_whose_gap_was_closed_is_found(trail):
    tamper("DELETE FROM audit_auditentry WHERE book_id = 'house' AND number = 3")
    for number in range(4, LENGTH + 1):
        tamper("UPDATE audit_auditentry SET number = %s WHERE book_id = 'house' AND number = %s", number - 1, number)
    wrong = _wrong()
    assert "Book house: entry 3 does not follow entry 2 as that stands there now." in wrong
    assert "Book house: entry 6 is missing, at the end." in wrong


def test_the_first_rows_deleted_are_found(trail):
    tamper("DELETE FROM audit_auditentry WHERE book_id = 'house' AND number <= 2")
    assert _wrong() == ["Book house: entries 1 to 2 are missing."]


def test_two_rows_swapped_are_found(trail):
    for number, becomes in ((3, 1000), (4, 3), (1000, 4)):
        tamper("UPDATE audit_auditentry SET number = %s WHERE book_id = 'house' AND number = %s", becomes, number)
    wrong = _wrong()
    assert {
        f"Book house: entry {n} is not what was written: its words and its digest do not fit." for n in (3, 4)
    } < set(wrong)
    assert "Book house: entry 5 does not follow entry 4 as that stands there now." in wrong


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Book house: an entry numbered 0 was put in; numbers begin with 1."),
        (LENGTH + 1, "Book house: entries after number 6, where it ends, were put in."),
    ],
)
def test_an_inserted_row_is_found(trail, ivy, number, said):
    if number < 1 and connection.vendor == "sqlite":
        tamper("PRAGMA ignore_check_constraints = 1")
    elif number < 1:
        tamper("ALTER TABLE audit_auditentry DROP CONSTRAINT audit_numbers_begin_with_one")
    _insert(ivy, number)
    if connection.vendor == "sqlite":
        tamper("PRAGMA ignore_check_constraints = 0")
    assert _wrong() == [said]


def test_a_row_inserted_between_two_is_found(trail, ivy):
    for number in range(LENGTH, 3, -1):
        tamper("UPDATE audit_auditentry SET number = %s WHERE book_id = 'house' AND number = %s", number + 1, number)
    _insert(ivy, 4)
    wrong = _wrong()
    assert "Book house: entry 5 does not follow entry 4 as that stands there now." in wrong
    assert "Book house: entries after number 6, where it ends, were put in." in wrong


def _insert(ivy, number: int, book: str = HOUSE) -> AuditEntry:
    """An entry that fits its own digest and the entry before it."""
    entry = AuditEntry(book_id=book, number=number, actor=ivy, action="looked", target_type="people.user", target_id=1)
    entry.previous_digest = (
        AuditEntry.objects.filter(book=book, number=number - 1).values_list("digest", flat=True).first() or ""
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    return entry


def test_a_cut_off_tail_is_found(trail):
    tamper("DELETE FROM audit_auditentry WHERE book_id = 'house' AND number > 4")
    assert _wrong() == ["Book house: entries 5 to 6 are missing, at the end."]


def test_an_emptied_book_is_found(trail):
    tamper("DELETE FROM audit_auditentry WHERE book_id = 'house'")
    assert _wrong() == ["Book house: entries 1 to 6 are missing, at the end."]


def test_a_book_that_nobody_opened_is_found(trail, ivy):
    entry = _insert(ivy, 1, book="attic")
    assert _wrong() == ["Book attic: there are entries in it, but no such book was opened, or it was taken away."]
    Book.objects.create(name="attic", length=1, digest=entry.digest)
    _verify()


def test_a_trigger_taken_away_is_found(trail):
    where = " ON audit_book" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER audit_books_grow{where}")
    assert _wrong() == ["The database no longer refuses changes: its trigger audit_books_grow is gone."]


def test_a_book_rewritten_to_its_end_is_in_order_by_itself_but_not_to_who_kept_its_head(trail, tmp_path):
    kept = tmp_path / "heads"
    kept.write_text(f"# of Monday\n{_verify()}\n")
    _verify(anchors=kept)
    tamper("UPDATE audit_auditentry SET action = 'never_was' WHERE book_id = 'house' AND number = 3")
    _write_again(3)
    _verify()
    said = "Book house: entry 6 is another than was noted earlier; what stands before it was rewritten."
    assert _wrong(anchors=kept) == [said]
    assert _wrong(expect=[kept.read_text().splitlines()[1]]) == [said]


def test_a_kept_head_holds_while_its_book_grows(trail, ivy, harbour):
    (head, *_) = _verify().splitlines()
    record(by=ivy, action="team_renamed", target=harbour)
    _verify(expect=[head])


def test_a_tail_cut_off_together_with_the_head_is_found_by_who_kept_it(trail):
    heads = _verify().splitlines()
    tamper("DELETE FROM audit_auditentry WHERE book_id = 'house' AND number > 4")
    last = AuditEntry.objects.get(book=HOUSE, number=4).digest
    tamper("UPDATE audit_book SET length = 4, digest = %s WHERE name = 'house'", last)
    _verify()
    assert _wrong(expect=heads) == ["Book house: entry 6, noted earlier, is missing."]


def test_a_whole_book_taken_away_is_found_by_who_kept_its_head(trail, ada):
    heads = _verify().splitlines()
    tamper("DELETE FROM audit_auditentry WHERE book_id = %s", f"person-{ada.pk}")
    tamper("DELETE FROM audit_book WHERE name = %s", f"person-{ada.pk}")
    _verify()
    assert _wrong(expect=heads) == [f"Book person-{ada.pk}: entry 3, noted earlier, is missing."]


def test_one_book_only_and_only_its_later_entries(trail, ada):
    tamper("UPDATE audit_auditentry SET action = 'never_was' WHERE book_id = 'house' AND number = 3")
    _verify(book=f"person-{ada.pk}")
    _verify(since=4)
    _verify(since=LENGTH + 1)
    _verify(since=1000)
    assert len(_wrong(since=3)) == 1
    tamper("DELETE FROM audit_auditentry WHERE book_id = 'house' AND number = 3")
    assert "Book house: entry 3, after which to begin, is missing." in _wrong(book=HOUSE, since=4)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"book": "attic"}, "no book “attic”"),
        ({"since": 0}, "1 or more"),
        ({"expect": ["house"]}, "is not BOOK=LENGTH:DIGEST"),
        ({"expect": ["house=x:abc"]}, "is not BOOK=LENGTH:DIGEST"),
        ({"expect": [f"house={'9' * 30}:abc"]}, "is not BOOK=LENGTH:DIGEST"),
        ({"anchors": "no/such/file"}, "cannot be read"),
    ],
)
def test_what_makes_no_sense_is_told(options, said):
    with pytest.raises(CommandError, match=said):
        call_command("verify_audit", **options)


def test_an_empty_head_says_nothing_about_later(trail):
    _verify(expect=[f"{HOUSE}=0:"])
