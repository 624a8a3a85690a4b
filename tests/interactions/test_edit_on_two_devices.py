"""Two devices change one encounter: the second sees both texts and chooses; nothing is lost on the way."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from interactions.models import Encounter, EncounterRevision
from interactions.retrying import retrying
from interactions.services import edit_encounter
from interactions.services.editing import EditedMeanwhile
from tests.at_once import at_once
from tests.factories import EncounterFactory, SituationFactory

SENT = {"revision": "1", "channel": "face", "outcome": "sorted", "greeting": "Hello you"}


@pytest.fixture
def encounter(ada, harbour) -> Encounter:
    return EncounterFactory(person=ada, team=harbour, greeting="Hello you")


@pytest.fixture
def url(encounter) -> str:
    return reverse("edit_encounter", args=[encounter.public_id])


@pytest.fixture
def on_the_other_device(encounter, ada, now) -> Callable[..., Encounter]:
    def edit(revision=1, **facts) -> Encounter:
        return edit_encounter(by=ada, encounter=encounter, facts=facts, revision=revision, now=now)

    return edit


def _elsewhere(response) -> dict[str, str]:
    """answer -> what the page says about the other device."""
    notes = re.findall(
        r'id="id_(\w+)_elsewhere">.*?<p class="words small">(.*?)</p>', response.content.decode(), re.DOTALL
    )
    return {name: unescape(text) for name, text in notes}


def test_the_second_sees_both_texts_and_a_conscious_save_works(as_user, ada, encounter, url, on_the_other_device):
    on_the_other_device(greeting="From the phone <3")
    client = as_user(ada)
    response = client.post(url, {**SENT, "greeting": "From the tablet"})
    assert response.status_code == 409
    assert _elsewhere(response) == {"greeting": "From the phone <3"}
    page = response.content.decode()
    assert "From the tablet</textarea>" in page
    assert 'name="revision" value="2"' in page
    assert Encounter.objects.get().greeting == "From the phone <3"
    again = client.post(url, {**SENT, "greeting": "From the tablet", "revision": "2"})
    assert again["Location"] == encounter.get_absolute_url()
    assert Encounter.objects.get().greeting == "From the tablet"
    assert [revision.facts["greeting"] for revision in EncounterRevision.objects.all()] == [
        "Hello you",
        "From the phone <3",
    ]


def test_every_kind_of_answer_is_told_as_people_read_it(as_user, ada, harbour, url, now, on_the_other_device):
    first = EncounterFactory(person=ada, team=harbour, customer_name="Maria", occurred_at=now - timedelta(days=3))
    at = now.replace(hour=9, minute=30, second=0) - timedelta(days=2)
    on_the_other_device(
        channel="ear",
        outcome="passed_on",
        feeling_before=1,
        personal_touches=["used_name", "gave_choice"],
        situation=SituationFactory(name="Return without receipt"),
        repeat_of=first,
        concession="own_judgement",
        reset_taken=True,
        wait_seconds=90,
        occurred_at=at,
    )
    sent = {**SENT, "closing": "Bye!", "personal_touches": "small_extra", "occurred_at": f"{now:%Y-%m-%dT00:00}"}
    told = _elsewhere(as_user(ada).post(url, sent))
    with timezone.override(harbour.time_zone):
        assert told.pop("occurred_at") == date_format(timezone.localtime(at), "D j M, H:i")
    assert told == {
        "channel": "By phone",
        "outcome": "Passed on",
        "feeling_before": "very upset",
        "personal_touches": "Used their name, Gave them a choice",
        "situation": "Return without receipt",
        "repeat_of": f"{first.occurred_at:%d %b} · Maria",
        "concession": "Yes, my own call",
        "reset_taken": "yes",
        "wait_seconds": "1:30",
        "closing": "nothing",
    }


def test_ticked_answers_stay_as_the_other_device_left_them(as_user, ada, harbour, url, now, on_the_other_device):
    first = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=3))
    theirs = {
        "greeting": "From the phone",
        "feeling_after": 4,
        "personal_touches": ["used_name"],
        "repeat_of": first,
        "situation": SituationFactory(),
        "wait_seconds": 90,
        "occurred_at": now.replace(second=17) - timedelta(days=2),
        "reset_taken": True,
    }
    on_the_other_device(**theirs)
    sent = {**SENT, "revision": "2", "greeting": "From the tablet", "closing": "Bye!", "take": list(theirs)}
    assert as_user(ada).post(url, sent).status_code == 302
    stored = Encounter.objects.get(revision=3)
    assert {name: getattr(stored, name) for name in theirs} == theirs
    assert stored.closing == "Bye!"


def test_only_answers_can_be_ticked(as_user, ada, url, on_the_other_device):
    on_the_other_device(greeting="From the phone")
    assert as_user(ada).post(url, {**SENT, "revision": "2", "take": ["person", "revision", ""]}).status_code == 302
    assert Encounter.objects.get().greeting == "Hello you"


def test_a_phase_that_differs_is_not_folded(as_user, ada, url, on_the_other_device):
    assert as_user(ada).get(url).content.decode().count('<details class="more card" open>') == 0
    on_the_other_device(customer_name="Maria")
    response = as_user(ada).post(url, SENT)
    assert response.content.decode().count('<details class="more card" open>') == 1


def test_a_third_edit_in_between_is_told_again(as_user, ada, url, on_the_other_device):
    on_the_other_device(greeting="Second")
    client = as_user(ada)
    client.post(url, {**SENT, "greeting": "Mine"})
    on_the_other_device(revision=2, greeting="Third")
    response = client.post(url, {**SENT, "greeting": "Mine", "revision": "2"})
    assert response.status_code == 409
    assert _elsewhere(response) == {"greeting": "Third"}
    assert Encounter.objects.get().greeting == "Third"


def test_save_tapped_twice_is_saved_once(as_user, ada, encounter, url):
    client = as_user(ada)
    responses = [client.post(url, {**SENT, "greeting": "Morning Maria"}) for _ in range(2)]
    assert [response.status_code for response in responses] == [302, 302]
    assert EncounterRevision.objects.count() == 1


@pytest.mark.usefixtures("transactional_db")
def test_of_edits_at_the_same_moment_exactly_one_is_stored(encounter, ada, now):
    def edit(n: int):
        facts = {"greeting": f"Version {n}"}
        return lambda: retrying(lambda: edit_encounter(by=ada, encounter=encounter, facts=facts, revision=1, now=now))

    results = at_once(*map(edit, range(4)), refused_by=EditedMeanwhile)
    won = [result for result in results if isinstance(result, Encounter)]
    assert len(won) == 1
    stored = Encounter.objects.get()
    assert (stored.greeting, stored.revision) == (won[0].greeting, 2)
    assert EncounterRevision.objects.count() == 1


@pytest.mark.usefixtures("transactional_db")
def test_without_the_revision_each_would_believe_that_it_won(encounter):
    """The control: what the race above is decided by."""
    own = Encounter.objects.filter(pk=encounter.pk)
    assert at_once(*[lambda: retrying(lambda: own.update(greeting="Mine"))] * 4) == [1, 1, 1, 1]
