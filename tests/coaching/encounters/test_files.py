"""The encounters of the list as a file: the same ones, each cell as it was, and noted in the audit trail."""

import csv
import io
from datetime import UTC, datetime, time, timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.assessments.services import assess_encounter
from coaching.encounters.files import reading, views
from coaching.encounters.files.columns import COLUMNS, PRACTICE_KEYS
from coaching.encounters.files.copying import can_copy, copied
from coaching.encounters.files.reading import keys_of, rows_of
from interactions.models import Encounter
from microconnect.audit.models import AuditEntry
from microconnect.csv_cells import IN_POSTGRESQL, escape, unescape
from microconnect.exporting.csv_file import csv_pieces
from microconnect.exporting.table import Table
from tests.factories import EncounterFactory, PromiseFactory, SituationFactory

CSV, XLSX = "/encounters/file.csv", "/encounters/file.xlsx"
NASTY = st.text(
    st.sampled_from("='+-@ \t\r\n\"\u00a0\u200b\x1c＝＠－﹢−,;😀a")
    | st.characters(codec="utf-8", exclude_characters="\0")
)


def lines(response) -> list[dict[str, str]]:
    assert response.status_code == 200, response.content
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def told(ada, harbour, now):
    """An encounter with everything in it, on a summer's evening."""
    earlier = EncounterFactory(person=ada, team=harbour, occurred_at=datetime(2026, 6, 1, 9, 0, tzinfo=UTC))
    encounter = EncounterFactory(
        person=ada,
        team=harbour,
        channel="ear",
        situation=SituationFactory(name="=Late", slug="late"),
        occurred_at=datetime(2026, 7, 1, 23, 30, 59, 999, tzinfo=UTC),
        customer_name="Maria",
        customer_reference="+44-17",
        feeling_before=2,
        feeling_after=5,
        reset_taken=False,
        wait_seconds=90,
        greeting="Good evening Maria, is the lake warm yet?",
        closing='@home, "soon"\nbye',
        personal_touches=["used_name", "asked_first"],
        concession="own_judgement",
        repeat_of=earlier,
    )
    made = encounter.occurred_at
    late = {"kept_at": made + timedelta(days=3), "kept_by": ada}
    PromiseFactory(encounter=encounter, due_at=made + timedelta(days=1), **late)
    PromiseFactory(encounter=encounter, due_at=made + timedelta(days=9))
    assess_encounter(encounter, now=now)
    return encounter


def test_a_line_tells_the_whole_encounter(as_user, ada, told):
    earlier, line = lines(as_user(ada).get(CSV))
    assert list(line) == [column.key for column in COLUMNS]
    assert earlier["id"] == str(told.repeat_of.public_id)
    expected = {
        "id": str(told.public_id),
        "day": "2026-07-02",
        "time": "00:30:00",
        "time_zone": "Europe/London",
        "at_utc": "2026-07-01 23:30:59",
        "person": "Ada Okafor",
        "team": "Harbour Street",
        "channel": "ear",
        "situation": "'=Late",
        "reference": "'+44-17",
        "feeling_before": "2",
        "feeling_after": "5",
        "left_better": "",
        "reset_taken": "no",
        "wait_seconds": "90",
        "handling_seconds": "",
        "greeting": "Good evening Maria, is the lake warm yet?",
        "closing": '\'@home, "soon"\nbye',
        "personal_touches": "used_name asked_first",
        "left_with": "",
        "outcome": "sorted",
        "came_back_about": str(told.repeat_of.public_id),
        "concession": "own_judgement",
        "promises": "2",
        "promises_kept": "1",
        "promises_kept_late": "1",
        "promise_open_until_utc": "2026-07-10 23:30:59",
        "score": str(told.assessment.score),
    }
    assert {key: line[key] for key in expected} == expected
    scores = {key: float(line[key]) for key in PRACTICE_KEYS if line[key]}
    assert scores == told.assessment.scores
    assert {earlier["promises"], earlier["score"], earlier["promise_open_until_utc"]} == {"0", ""}


def test_a_customers_name_stays_in_the_house(as_user, ada, told):
    assert "name" not in " ".join(column.key for column in COLUMNS)


def test_no_two_columns_share_a_name():
    assert len({column.key for column in COLUMNS}) == len(COLUMNS)


def test_a_workbook_holds_the_same(as_user, ada, told):
    response = as_user(ada).get(XLSX)
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response))).active
    header, _earlier, row = [[cell.value for cell in row] for row in sheet]
    found = dict(zip(header, row, strict=True))
    assert list(found) == [column.key for column in COLUMNS]
    assert found["day"].isoformat() == "2026-07-02T00:00:00"
    assert found["time"] == time(0, 30)
    assert found["at_utc"].isoformat() == "2026-07-01T23:30:59"
    assert (found["situation"], found["reference"]) == ("=Late", "+44-17")
    assert found["score"] == told.assessment.score
    assert sheet.title == "Encounters"


def test_the_hour_that_comes_twice_is_told_apart_in_utc(as_user, ada, harbour):
    for hour in (0, 1):
        EncounterFactory(person=ada, team=harbour, occurred_at=datetime(2026, 10, 25, hour, 30, tzinfo=UTC))
    first, second = lines(as_user(ada).get(CSV))
    assert [first["time"], second["time"]] == ["01:30:00", "01:30:00"]
    assert [first["at_utc"], second["at_utc"]] == ["2026-10-25 00:30:00", "2026-10-25 01:30:00"]


def test_the_oldest_come_first_whatever_the_batch(as_user, ada, harbour, now, monkeypatch):
    monkeypatch.setattr(reading, "ROWS_AT_ONCE", 2)
    made = [EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(hours=n)) for n in (3, 1, 5, 2, 4)]
    in_order = [str(one.public_id) for one in sorted(made, key=lambda one: one.occurred_at)]
    assert [line["id"] for line in lines(as_user(ada).get(CSV))] == in_order
    assert [row[0] for row in rows_of(keys_of(Encounter.objects.all()))] == in_order


@pytest.mark.parametrize("address", [CSV, XLSX])
def test_each_takes_what_they_may_see(as_user, ada, ben, sana, otto, ivy, harbour, mill, address):
    EncounterFactory(person=ada, team=harbour)
    EncounterFactory(person=ben, team=harbour)
    EncounterFactory(team=mill)
    taken = {user.first_name: _count(as_user(user).get(address), address) for user in (ada, ben, sana, otto, ivy)}
    assert taken == {"Ada": 1, "Ben": 1, "Sana": 2, "Otto": 1, "Ivy": 3}


def _count(response, address: str) -> int:
    if address == CSV:
        return len(lines(response))
    return int(openpyxl.load_workbook(io.BytesIO(b"".join(response))).active.max_row) - 1


def test_the_filters_of_the_list_hold(as_user, sana, ada, ben, harbour, now):
    lake = EncounterFactory(person=ada, team=harbour, greeting="Did the lake freeze?", channel="ear")
    EncounterFactory(person=ben, team=harbour, occurred_at=now - timedelta(days=7))
    client = as_user(sana)
    for narrowed in ({"q": "LAKE"}, {"person": ada.pk}, {"channel": "ear"}, {"since": lake.occurred_on.isoformat()}):
        assert [line["id"] for line in lines(client.get(CSV, narrowed))] == [str(lake.public_id)]


@pytest.mark.parametrize("address", [CSV, XLSX])
@pytest.mark.parametrize("junk", [{"person": "x"}, {"channel": "smoke"}, {"since": "someday"}, {"q": "nul\x00"}])
def test_a_refused_filter_is_said_as_the_page_says_it(as_user, sana, ada, address, junk):
    response = as_user(sana).get(address, junk)
    assert response.status_code == 422
    assert response.context["filter"].form.errors
    assert not AuditEntry.objects.filter(action="encounters_exported").exists()


def test_one_cannot_filter_ones_way_to_others(as_user, ada, ben, otto, harbour):
    assert as_user(ada).get(CSV, {"person": ben.pk}).status_code == 422
    assert as_user(otto).get(CSV, {"team": "harbour-street"}).status_code == 422


@pytest.mark.parametrize("address", [CSV, XLSX])
def test_nothing_is_a_header_only(as_user, ada, address):
    assert _count(as_user(ada).get(address), address) == 0


def test_more_than_a_workbook_holds_is_answered_with_the_ways_out(as_user, ada, harbour, monkeypatch):
    monkeypatch.setattr(views, "MOST_IN_WORKBOOK", 2)
    EncounterFactory.create_batch(5, person=ada, team=harbour)
    with CaptureQueriesContext(connection) as queries:
        response = as_user(ada).get(XLSX, {"channel": "face"})
    assert [query["sql"] for query in queries if "COUNT(*)" in query["sql"] and "LIMIT 3" in query["sql"]]
    page = response.content.decode()
    assert response.status_code == 422
    assert "These are more than 2 encounters, which is what a workbook from here holds." in page
    assert f"{CSV}?channel=face" in page
    assert not AuditEntry.objects.filter(action="encounters_exported").exists()
    assert _count(as_user(ada).get(XLSX, {"channel": "ear"}), XLSX) == 0


def test_who_took_how_many_by_which_conditions_is_noted_before_the_first_line(as_user, sana, ada, harbour):
    EncounterFactory(person=ada, team=harbour, greeting="The lake")
    as_user(sana).get(CSV, {"q": "lake", "person": ada.pk, "since": "2026-01-02", "team": "harbour-street"})
    entry = AuditEntry.objects.get(action="encounters_exported")
    assert entry.actor == sana
    assert entry.detail == {
        "file": "csv",
        "encounters": 1,
        "q": "lake",
        "person": ada.pk,
        "since": "2026-01-02",
        "team": "Harbour Street",
    }


def test_the_trail_says_it_in_words(as_user, ivy, ada, harbour):
    list(as_user(ivy).get(XLSX, {"person": ada.pk}))
    page = as_user(ivy).get("/audit/").content.decode()
    assert "Ivy Chen took encounters along as a file" in page
    assert "Person: Ada Okafor" in page


def test_nothing_is_asked_of_the_database_between_two_pieces_of_a_file(as_user, ada, harbour, monkeypatch):
    """Whoever hangs up half way leaves no cursor and no transaction behind."""
    EncounterFactory.create_batch(3, person=ada, team=harbour)
    pieces = iter(as_user(ada).get(CSV))
    next(pieces)
    next(pieces)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_cursors")
            assert cursor.fetchone() == (0,)


def test_what_is_deleted_meanwhile_is_left_out(ada, harbour):
    gone, stays = EncounterFactory.create_batch(2, person=ada, team=harbour)
    keys = keys_of(Encounter.objects.all())
    gone.delete()
    assert [row[0] for row in rows_of(keys)] == [str(stays.public_id)]


def test_more_encounters_cost_no_more_queries(ada, harbour, django_assert_num_queries):
    EncounterFactory.create_batch(30, person=ada, team=harbour)
    keys = keys_of(Encounter.objects.all())
    with django_assert_num_queries(2):
        assert len(list(rows_of(keys))) == 30


@pytest.mark.skipif(not can_copy(), reason="SQLite copies nothing: there, Python makes the lines")
class TestCopy:
    """PostgreSQL makes the lines itself: they have to be those that Python makes."""

    def test_the_same_lines(self, told):
        keys = keys_of(Encounter.objects.all())
        assert _parsed(copied(keys)) == _parsed(csv_pieces(Table("e", "E", COLUMNS, rows_of(keys))))

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
    @given(texts=st.lists(NASTY, min_size=4, max_size=4))
    def test_texts_come_back_exactly(self, told, texts):
        words = dict(zip(Encounter.WORDS, texts, strict=True))
        Encounter.objects.filter(pk=told.pk).update(**words)
        keys = keys_of(Encounter.objects.filter(pk=told.pk))
        [line] = _parsed(copied(keys))[1:]
        found = dict(zip([column.key for column in COLUMNS], line, strict=True))
        assert {name: unescape(found[name]) for name in Encounter.WORDS} == words
        assert [line] == _parsed(csv_pieces(Table("e", "E", COLUMNS, rows_of(keys))))[1:]

    def test_every_sign_is_escaped_as_python_escapes_it(self, db):
        signs = [chr(code) for code in range(1, 0x10000) if not 0xD800 <= code <= 0xDFFF]
        texts = [*(f"{sign}1" for sign in signs), *(f"'{sign}=1" for sign in signs)]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT t ~ %s FROM unnest(%s) WITH ORDINALITY AS u(t, n) ORDER BY n", [IN_POSTGRESQL, texts]
            )
            by_postgresql = [text for text, (is_risky,) in zip(texts, cursor.fetchall(), strict=True) if is_risky]
        assert by_postgresql == [text for text in texts if escape(text) != text]


def _parsed(pieces) -> list[list[str]]:
    text = "".join(piece if isinstance(piece, str) else piece.decode() for piece in pieces)
    return list(csv.reader(io.StringIO(text, newline="")))
