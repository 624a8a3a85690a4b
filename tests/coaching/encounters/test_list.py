"""The list of encounters: what one may see, narrowed by what the address says."""

from datetime import timedelta

import pytest

from coaching.assessments.services import assess_encounter
from interactions.models import Encounter
from tests.factories import EncounterFactory, PromiseFactory, SituationFactory

LIST = "/encounters/"


@pytest.fixture
def chain(ada, ben, harbour, now):
    """Ada's fine greeting today, Ben's stock phrase on the phone a week ago."""
    fine = EncounterFactory(
        person=ada, team=harbour, greeting="Morning Maria! Did the lake freeze over?", customer_name="Maria"
    )
    stock = EncounterFactory(
        person=ben,
        team=harbour,
        channel="ear",
        greeting="How can I help you today?",
        situation=SituationFactory(name="Late delivery", slug="late-delivery"),
        occurred_at=now - timedelta(days=7),
    )
    for encounter in (fine, stock):
        assess_encounter(encounter, now=now)
    return {"fine": fine, "stock": stock}


def _found(client, chain, **narrowed) -> set[str]:
    response = client.get(LIST, narrowed)
    assert response.status_code == 200
    urls = {row.url for row in response.context["rows"]}
    return {name for name, encounter in chain.items() if encounter.get_absolute_url() in urls}


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({}, {"fine", "stock"}),
        ({"q": "LAKE"}, {"fine"}),
        ({"q": "maria"}, {"fine"}),
        ({"q": "100%"}, set()),
        ({"channel": "ear"}, {"stock"}),
        ({"team": "harbour-street"}, {"fine", "stock"}),
        ({"situation": "late-delivery"}, {"stock"}),
        ({"practice": "personal_greeting"}, {"fine", "stock"}),
        ({"practice": "personal_greeting", "below": "50"}, {"stock"}),
        ({"practice": "promise_kept"}, set()),
    ],
)
def test_the_address_narrows_the_list(as_user, sana, chain, narrowed, found):
    assert _found(as_user(sana), chain, **narrowed) == found


def test_days_and_people_narrow_it_too(as_user, sana, ben, chain):
    client, day = as_user(sana), chain["fine"].occurred_on
    assert _found(client, chain, person=ben.pk) == {"stock"}
    assert _found(client, chain, since=day.isoformat()) == {"fine"}
    assert _found(client, chain, until=(day - timedelta(days=1)).isoformat()) == {"stock"}


def test_promises_narrow_it_too(as_user, sana, chain, now):
    PromiseFactory(encounter=chain["stock"], due_at=now - timedelta(days=1))
    PromiseFactory(encounter=chain["fine"], due_at=now + timedelta(days=1))
    client = as_user(sana)
    assert _found(client, chain, promises="open") == {"fine", "stock"}
    assert _found(client, chain, promises="overdue") == {"stock"}


def test_one_cannot_filter_ones_way_to_others(as_user, ada, ben, otto, chain):
    assert _found(as_user(ada), chain) == {"fine"}
    assert as_user(ada).get(LIST, {"person": ben.pk}).status_code == 422
    assert as_user(otto).get(LIST, {"team": "harbour-street"}).status_code == 422


@pytest.mark.parametrize(
    "junk",
    [
        {"person": "x"},
        {"channel": "smoke"},
        {"practice": "juggling"},
        {"below": "-3"},
        {"since": "someday"},
        {"q": "x" * 201},
        {"q": "nul\x00"},
        {"promises": "kept"},
    ],
)
def test_junk_in_the_address_is_said_beside_its_field(as_user, sana, chain, junk):
    response = as_user(sana).get(LIST, junk)
    assert response.status_code == 422
    assert not response.context["rows"]


@pytest.mark.parametrize("page", ["0", "-1", "999", "x"])
def test_a_page_that_is_not_there_is_the_nearest(as_user, sana, chain, page):
    assert as_user(sana).get(LIST, {"page": page}).status_code == 200


def test_the_newest_come_first(as_user, sana, chain):
    rows = as_user(sana).get(LIST).context["rows"]
    assert [row.url for row in rows] == [chain["fine"].get_absolute_url(), chain["stock"].get_absolute_url()]


def test_more_rows_cost_no_more_queries(as_user, sana, ada, harbour, django_assert_max_num_queries):
    client = as_user(sana)

    def queries() -> int:
        with django_assert_max_num_queries(40) as captured:
            client.get(LIST)
        return len(captured)

    EncounterFactory.create_batch(2, person=ada, team=harbour)
    few = queries()
    EncounterFactory.create_batch(20, person=ada, team=harbour)
    assert queries() == few


def test_an_empty_list_teaches(as_user, ada):
    page = as_user(ada).get(LIST).content.decode()
    assert "Your first one is waiting" in page
    assert not Encounter.objects.exists()


def test_conditions_are_said_in_words_and_can_be_taken_back(as_user, sana, chain):
    response = as_user(sana).get(
        LIST, {"channel": "ear", "practice": "personal_greeting", "below": "50", "since": "2026-01-02"}
    )
    said = {condition.label: condition.url_without for condition in response.context["conditions"]}
    assert set(said) == {"By phone", "Make the greeting your own", "below 50", "from 2 Jan"}
    assert said["By phone"] == "?practice=personal_greeting&below=50&since=2026-01-02"


def test_a_list_by_practice_shows_that_practices_score(as_user, sana, chain):
    rows = as_user(sana).get(LIST, {"practice": "personal_greeting"}).context["rows"]
    assert {row.url: row.score for row in rows} == {
        chain["fine"].get_absolute_url(): "100",
        chain["stock"].get_absolute_url(): "0",
    }


def test_where_nobody_missed_a_practice_the_list_says_so(as_user, sana, chain):
    page = as_user(sana).get(LIST, {"practice": "personal_greeting", "below": "1", "person": chain["fine"].person_id})
    assert "No encounter scored so low there in these days." in page.content.decode()
