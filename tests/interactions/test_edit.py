"""Editing: one's own, for a day; the earlier text is kept; of two edits the second is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from interactions.models import Encounter, EncounterRevision
from interactions.services import edit_encounter
from interactions.services.editing import EditedMeanwhile
from microconnect.audit.models import AuditEntry
from microconnect.people.models import Team
from tests.factories import EncounterFactory


@pytest.fixture
def encounter(ada, harbour) -> Encounter:
    return EncounterFactory(person=ada, team=harbour, greeting="Hello you", customer_name="Maria")


def _edit(encounter, by, now, revision=1, **facts):
    return edit_encounter(by=by, encounter=encounter, facts=facts, revision=revision, now=now)


def test_an_edit_keeps_the_earlier_text(encounter, ada, now):
    after = _edit(encounter, ada, now, greeting="Morning Maria")
    stored = Encounter.objects.get()
    assert (stored.greeting, stored.revision) == ("Morning Maria", 2)
    assert after.revision == 2
    earlier = EncounterRevision.objects.get()
    assert (earlier.number, earlier.facts["greeting"], earlier.replaced_by) == (1, "Hello you", ada)
    assert AuditEntry.objects.about(stored).get().action == "encounter_edited"


def test_moving_an_encounter_to_another_day_moves_it_in_the_team_too(encounter, ada, now):
    _edit(encounter, ada, now, occurred_at=now - timedelta(days=3))
    assert Encounter.objects.get().occurred_on == (now - timedelta(days=3)).date()


def test_other_words_leave_day_and_hour_alone_where_the_team_moved_to_another_time_zone(encounter, ada, now):
    lived = encounter.occurred_on, encounter.occurred_hour
    Team.objects.filter(pk=encounter.team_id).update(time_zone="Pacific/Kiritimati")
    _edit(encounter, ada, now, greeting="Morning Maria")
    encounter.refresh_from_db()
    assert (encounter.occurred_on, encounter.occurred_hour) == lived
    _edit(encounter, ada, now, revision=2, occurred_at=encounter.occurred_at + timedelta(seconds=1))
    encounter.refresh_from_db()
    assert (encounter.occurred_on, encounter.occurred_hour) != lived


def test_the_second_of_two_edits_is_told_and_nothing_is_overwritten(encounter, ada, now):
    _edit(encounter, ada, now, greeting="First")
    with pytest.raises(EditedMeanwhile):
        _edit(encounter, ada, now, greeting="Second")
    assert Encounter.objects.get().greeting == "First"
    assert EncounterRevision.objects.count() == 1


def test_without_the_revision_in_the_update_the_second_edit_would_win(encounter, ada, now):
    """The control: what the guard above is for."""
    _edit(encounter, ada, now, greeting="First")
    Encounter.objects.filter(pk=encounter.pk).update(greeting="Second")
    assert Encounter.objects.get().greeting == "Second"


def test_nobody_edits_for_somebody_else(encounter, sana, ivy, now):
    for other in (sana, ivy):
        with pytest.raises(PermissionDenied):
            _edit(encounter, other, now, greeting="Better words")


def test_the_time_for_editing_ends(encounter, ada):
    last = encounter.editable_until
    _edit(encounter, ada, last - timedelta(seconds=1), greeting="Just in time")
    with pytest.raises(PermissionDenied):
        _edit(encounter, ada, last, revision=2, greeting="Too late")


def test_the_page_saves_and_shows_what_is_stored(as_user, encounter, ada):
    client, url = as_user(ada), reverse("edit_encounter", args=[encounter.public_id])
    assert "Hello you" in client.get(url).content.decode()
    response = client.post(url, {"revision": 1, "channel": "face", "outcome": "not_yet", "greeting": "Hi Maria"})
    assert response["Location"] == encounter.get_absolute_url()
    assert Encounter.objects.get().outcome == "not_yet"
    assert Encounter.objects.get().occurred_at == encounter.occurred_at


def test_the_page_gives_a_late_second_edit_its_text_back(as_user, encounter, ada, now):
    client, url = as_user(ada), reverse("edit_encounter", args=[encounter.public_id])
    _edit(encounter, ada, now, greeting="From the other phone")
    response = client.post(url, {"revision": 1, "channel": "face", "outcome": "sorted", "greeting": "From this one"})
    assert response.status_code == 409
    assert "From this one" in response.content.decode()
    assert Encounter.objects.get().greeting == "From the other phone"


def test_the_page_refuses_what_the_log_page_refuses(as_user, encounter, ada):
    url = reverse("edit_encounter", args=[encounter.public_id])
    response = as_user(ada).post(url, {"revision": 1, "channel": "smoke", "outcome": "sorted"})
    assert response.status_code == 422
    assert "channel" in response.context["form"].errors


def test_the_page_opens_and_saves_one_that_came_back(as_user, encounter, ada, harbour, now):
    first = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=40), customer_name="Maria")
    Encounter.objects.filter(pk=encounter.pk).update(repeat_of=first)
    client, url = as_user(ada), reverse("edit_encounter", args=[encounter.public_id])
    assert f'value="{first.public_id}" selected' in client.get(url).content.decode()
    sent = {"revision": 1, "channel": "face", "outcome": "sorted", "repeat_of": str(first.public_id)}
    refused = client.post(url, {**sent, "wait_seconds": "soon"})
    assert f'value="{first.public_id}" selected' in refused.content.decode()
    client.post(url, sent)
    assert Encounter.objects.get(pk=encounter.pk).repeat_of == first
