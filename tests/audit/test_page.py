"""/audit/: who did what and when, for administrators, in words, narrowed, and as a file."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from microconnect.audit.models import AuditEntry, record
from microconnect.audit.paging import PER_PAGE
from microconnect.audit.readable import changes_of, shown
from microconnect.audit.wording import action_name, field_name, kind_name, sentence
from microconnect.csv_cells import unescape
from microconnect.devices.services import register_device, retire_device
from tests.factories import DeviceFactory, EncounterFactory, GuidelineFactory, PromiseFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
URL = "/audit/"
EXPORT = "/audit/export/"
MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def look(as_user, ivy):
    """`look(**filters)`: the page as Ivy sees it."""

    def look(**filters) -> str:
        response = as_user(ivy).get(URL, filters)
        assert response.status_code == 200
        return str(response.content.decode())

    return look


@pytest.fixture
def week(ivy, ada, harbour, mill) -> None:
    """Monday to Sunday, an entry a day."""
    encounter = EncounterFactory(person=ada, team=harbour)
    for day in range(7):
        with time_machine.travel(MONDAY + timedelta(days=day), tick=False):
            if day % 2:
                record(by=ada, action="encounter_logged", target=encounter)
            else:
                record(by=ivy, action="team_renamed", target=mill if day else harbour, day=day)


def _rows(client, **filters) -> list[dict[str, str]]:
    response = client.get(EXPORT, filters)
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return [
        {name: unescape(cell) for name, cell in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def test_what_was_noted_as_empty_is_left_out(look, ivy, harbour):
    record(by=ivy, action="guidelines_published", target=harbour, number=2, counts_from=None, why="")
    page = look()
    assert "Number: 2" in page
    assert "Counts from" not in page


def test_others_are_told_whose_it_is(as_user, ada, sana):
    for person in (ada, sana):
        for url in (URL, EXPORT):
            response = as_user(person).get(url)
            assert response.status_code == 403
            assert "The audit trail is for administrators" in response.content.decode()


def test_administrators_find_it_last_among_their_places(as_user, ivy, ada):
    page = as_user(ivy).get("/guidelines/")
    assert [place.url for place in page.context["navigation"]][-1] == URL
    assert URL not in as_user(ada).get("/encounters/").content.decode()


def test_before_anything_was_done_the_page_says_what_it_is_for(look):
    page = look()
    assert "Nothing has been done yet" in page
    assert "Save as CSV" not in page


def test_what_was_done_is_said_newest_first_with_links(look, ivy, harbour, ada):
    guideline = GuidelineFactory(title="No “you people”")
    encounter = EncounterFactory(person=ada, team=harbour)
    record(by=ivy, action="guideline_added", target=guideline)
    record(by=ada, action="encounter_logged", target=encounter)
    record(by=None, action="conversations_imported", target=harbour, file="talk.jsonl", added=3)
    page = look()
    said = [
        "The application imported conversations",
        "Ada Okafor logged an encounter",
        "Ivy Chen wrote a guideline",
    ]
    assert sorted(said, key=page.index) == said
    for thing in (harbour, encounter, guideline):
        assert f'href="{thing.get_absolute_url()}"' in page
    assert "File: talk.jsonl · Added: 3" in page
    assert "Greeting guideline “No “you people””" in page


def test_nobodys_words_are_shown(look, ada, harbour):
    promise = PromiseFactory(encounter=EncounterFactory(person=ada, team=harbour), what="Ring Maria about her divorce")
    record(by=ada, action="promise_kept", target=promise)
    page = look()
    assert "Ada Okafor kept a promise" in page
    assert "divorce" not in page


def test_what_is_gone_or_was_never_known_is_still_said(look, ivy):
    team = TeamFactory(name="Quay")
    record(by=ivy, action="shelf_dusted", target=team)
    team.delete()
    page = look()
    assert "Ivy Chen: shelf dusted" in page
    assert "Quay" not in page


def test_what_changed_stands_before_and_after(look, ivy, harbour):
    record(
        by=ivy,
        action="team_changed",
        target=harbour,
        before={"name": "Mill Lane", "time_zone": None},
        after={"name": "<b>Quay</b>", "time_zone": "Europe/Madrid"},
    )
    page = look()
    assert "Mill Lane" in page
    assert "&lt;b&gt;Quay&lt;/b&gt;" in page
    assert "<dt>Time zone</dt>" in page


def test_a_tablet_registered_and_retired_says_what_changed(look, ivy, harbour, now):
    device, _token = register_device(by=ivy, team=harbour, name="Till 2", now=now)
    retire_device(by=ivy, device=device, now=now)
    retired, registered = AuditEntry.objects.newest_first()
    assert (registered.before, registered.after) == (None, {"name": "Till 2", "team": "Harbour Street"})
    assert (retired.before, list(retired.after or {})) == ({"retired_at": None}, ["retired_at"])
    page = look()
    assert "Ivy Chen registered a shared tablet" in page
    assert "<dt>Name</dt>" in page


def test_a_person_noted_by_number_is_named(look, ada):
    record(by=None, action="pin_locked", target=DeviceFactory(), person=ada.pk)
    assert "Person: Ada Okafor" in look()


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        ({}, [6, 5, 4, 3, 2, 1, 0]),
        ({"action": "encounter_logged"}, [5, 3, 1]),
        ({"kind": "people.team"}, [6, 4, 2, 0]),
        ({"since": "2026-03-06"}, [6, 5, 4]),
        ({"until": "2026-03-03"}, [1, 0]),
        ({"since": "2026-03-03", "until": "2026-03-04", "action": "team_renamed"}, [2]),
        ({"since": "9999-12-31"}, []),
        ({"until": "0001-01-01"}, []),
        ({"until": "9999-12-31", "since": "0001-01-01"}, [6, 5, 4, 3, 2, 1, 0]),
    ],
)
def test_it_is_narrowed_by_the_address(week, as_user, ivy, look, filters, days):
    rows = _rows(as_user(ivy), **filters)
    assert [(datetime.fromisoformat(row["at"]) - MONDAY).days for row in rows] == days
    assert look(**filters).count('class="entry"') == len(days)


def test_it_is_narrowed_to_a_person(week, as_user, ivy, ada):
    assert {row["actor"] for row in _rows(as_user(ivy), person=ada.pk)} == {"Ada Okafor"}


def test_one_chooses_among_what_there_is(week, look):
    page = look()
    assert '<option value="encounter_logged">Somebody logged an encounter</option>' in page
    assert '<option value="team_renamed">Somebody renamed a team</option>' in page
    assert '<option value="people.team">Team</option>' in page
    assert "interactions.promise" not in page


def test_days_are_those_of_the_viewers_team(as_user, ivy, harbour):
    harbour.time_zone = "Pacific/Auckland"
    harbour.save()
    ivy.memberships.create(team=harbour)
    with time_machine.travel(datetime(2026, 3, 2, 23, 0, tzinfo=UTC), tick=False):
        record(by=ivy, action="looked", target=harbour)
    assert len(_rows(as_user(ivy), since="2026-03-03", until="2026-03-03")) == 1


@pytest.mark.parametrize("name", ["person", "kind", "action", "since", "until", "before", "after"])
@pytest.mark.parametrize("value", ["9" * 20, "1e400", "-Infinity", "a\x00b", "0000-01-01", "%(x)s", "٣"])
def test_a_filter_that_says_nothing_is_told(week, as_user, ivy, name, value):
    for url in (URL, EXPORT):
        response = as_user(ivy).get(url, {name: value})
        assert response.status_code == (200 if name in {"before", "after"} else 422)


def test_one_pages_to_the_oldest_and_back(look, as_user, ivy, harbour):
    with time_machine.travel(MONDAY, tick=False):  # all in one moment: their order is that of their numbers
        for _ in range(2 * PER_PAGE + 5):
            record(by=ivy, action="looked", target=harbour)
    client = as_user(ivy)
    pages, url = [], URL
    while url:
        response = client.get(url)
        page = response.context["page"]
        pages.append([entry.number for entry in page.entries])
        url = f"{URL}?before={page.older}" if page.older else ""
    assert [len(page) for page in pages] == [PER_PAGE, PER_PAGE, 5]
    assert sum(pages, []) == list(range(2 * PER_PAGE + 5, 0, -1))  # noqa: RUF017
    back = client.get(URL, {"after": page.newer}).context["page"]
    assert [entry.number for entry in back.entries] == pages[1]
    assert [entry.number for entry in client.get(URL, {"after": back.newer}).context["page"].entries] == pages[0]


def test_pages_keep_the_filters(look, ivy, harbour):
    for _ in range(PER_PAGE + 1):
        record(by=ivy, action="looked", target=harbour)
    page = look(action="looked")
    assert "?action=looked&amp;before=" in page
    assert f"{EXPORT}?action=looked" in page


def test_a_page_costs_the_same_however_much_is_on_it(as_user, ivy, ada, harbour, django_assert_max_num_queries):
    for number in range(PER_PAGE):
        person = UserFactory()
        record(by=person, action="looked", target=TeamFactory())
        record(by=person, action="encounter_logged", target=EncounterFactory(person=ada, team=harbour))
        record(by=None, action="pin_locked", target=DeviceFactory(), person=person.pk, number=number)
        record(by=person, action="promise_kept", target=PromiseFactory())
    client = as_user(ivy)
    with django_assert_max_num_queries(14):
        client.get(URL)


def test_the_file_runs_nothing_and_says_it_all(as_user, ivy, harbour):
    ivy.name = "=HYPERLINK(1)"
    ivy.save()
    entry = record(by=ivy, action="team_changed", target=harbour, before={"name": "é"}, after={"name": "=1+1"}, a=1)
    response = as_user(ivy).get(EXPORT)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="audit-')
    assert response["Cache-Control"] == "private, no-store"
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeffbook,number,at,")
    assert ",'=HYPERLINK(1)," in text
    (row,) = _rows(as_user(ivy))
    assert (row["actor"], row["digest"], row["number"]) == ("=HYPERLINK(1)", entry.digest, "1")
    assert (row["before"], row["after"], row["detail"]) == ('{"name": "é"}', '{"name": "=1+1"}', '{"a": 1}')


def test_the_file_is_sent_as_it_is_read(as_user, ivy, harbour, django_assert_max_num_queries):
    for _ in range(PER_PAGE * 3):
        record(by=ivy, action="looked", target=harbour)
    client = as_user(ivy)
    with django_assert_max_num_queries(6):
        assert len(_rows(client)) == PER_PAGE * 3


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        ("", ""),
        ([], ""),
        (0, "0"),
        (True, "yes"),
        (False, "no"),
        (1.5, "1.5"),
        (["a", None, "b"], "a, , b"),
        ({"a": 1}, '{"a": 1}'),
        ("2026-03-02T12:00:00Z", "2 Mar 2026, 12:00"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ("2026-13-02T12:00:00Z", "2026-13-02T12:00:00Z"),
        ("2026-03-02", "2026-03-02"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_values_are_shown_in_words(value, said):
    assert shown(value) == said


def test_an_entry_of_another_shape_is_shown_without_its_changes(ivy, harbour):
    assert changes_of(AuditEntry(target_type="people.team", before=[1], after="x")) == []


def test_kinds_fields_and_actions_of_the_past_fall_back():
    assert kind_name("people.team") == "Team"
    assert kind_name("gone.lost_property") == "Lost property"
    assert kind_name("nonsense") == "Nonsense"
    assert field_name("people.team", "time_zone") == "Time zone"
    assert field_name("people.team", "shelf_mark") == "Shelf mark"
    assert field_name("gone.thing", "shelf_mark") == "Shelf mark"
    assert sentence("shelf_dusted", "Ivy") == "Ivy: shelf dusted"
    assert action_name("shelf_dusted") == "Shelf dusted"


def test_addresses_are_as_they_were_promised():
    assert (reverse("audit:list"), reverse("audit:export")) == (URL, EXPORT)
