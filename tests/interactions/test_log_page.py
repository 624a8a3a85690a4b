"""/log/: what is sent is stored once; what cannot be stored is said beside its field, and nothing is lost."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interactions.models import Encounter, Promise
from tests.factories import EncounterFactory, MembershipFactory, SituationFactory

LOG = "/log/"


@pytest.fixture
def client(as_user, ada):
    return as_user(ada)


@pytest.fixture
def sent():
    """The least that one can send."""
    return {"public_id": str(uuid.uuid4()), "channel": "face", "outcome": "sorted"}


def _local(at) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def _errors(response) -> dict[str, list[str]]:
    assert response.status_code == 422
    assert not Encounter.objects.exists()
    assert not Promise.objects.exists()
    return dict(response.context["form"].errors)


def test_channel_and_outcome_are_enough(client, sent, ada, harbour):
    response = client.post(LOG, sent)
    encounter = Encounter.objects.get()
    assert response.status_code == 302
    assert response["Location"] == encounter.get_absolute_url()
    assert (encounter.person, encounter.team) == (ada, harbour)
    assert str(encounter.public_id) == sent["public_id"]


def test_only_channel_and_outcome_are_asked_for(client):
    assert set(_errors(client.post(LOG, {"public_id": str(uuid.uuid4())}))) == {"channel", "outcome"}


def test_everything_one_can_say_is_kept(client, sent, harbour):
    situation = SituationFactory()
    said = {
        "greeting": "Morning Maria! Did the lake freeze over?",
        "empathy": "Three hours in that queue, no wonder you're worn out.",
        "resolution": "I'll ring the depot myself.",
        "closing": "Give my best to the lake.",
        "personal_touches": ["used_name", "asked_about_them"],
        "confirmed": ["number", "date"],
        "situation": situation.pk,
        "customer_name": "Maria",
        "customer_reference": "A-77",
        "feeling_before": "2",
        "feeling_after": "5",
        "left_better": "yes",
        "state_before": "rushed",
        "reset_taken": "on",
        "wait_seconds": "1:30",
        "handling_seconds": "4",
        "concession": "own_judgement",
        "concession_reason": "She had driven back twice.",
        "passed_to": "",
    }
    client.post(LOG, {**sent, **said})
    encounter = Encounter.objects.get()
    for name in ("greeting", "empathy", "resolution", "closing", "personal_touches", "confirmed", "customer_name"):
        assert getattr(encounter, name) == said[name]
    assert (encounter.feeling_before, encounter.feeling_after) == (2, 5)
    assert (encounter.wait_seconds, encounter.handling_seconds) == (90, 240)
    assert encounter.reset_taken is True
    assert encounter.situation == situation


def test_a_double_submit_makes_one_encounter(client, sent):
    first = client.post(LOG, sent)
    second = client.post(LOG, sent)
    assert first["Location"] == second["Location"]
    assert Encounter.objects.count() == 1


def test_going_back_and_changing_words_loses_neither(client, sent):
    client.post(LOG, {**sent, "greeting": "Hello you"})
    response = client.post(LOG, {**sent, "greeting": "Hello Tom", "personal_touches": ["used_name"]})
    assert response.status_code == 422
    assert "Hello Tom" in response.content.decode()
    form = response.context["form"]
    assert form["public_id"].value() != sent["public_id"]
    again = client.post(LOG, {**sent, "greeting": "Hello Tom", "public_id": form["public_id"].value()})
    assert again.status_code == 302
    assert set(Encounter.objects.values_list("greeting", flat=True)) == {"Hello you", "Hello Tom"}


def test_somebody_elses_id_is_not_told_apart_from_ones_own(client, sent, ben, harbour):
    EncounterFactory(person=ben, team=harbour, public_id=sent["public_id"], greeting="Ben's own words")
    response = client.post(LOG, sent)
    assert response.status_code == 422
    assert "Ben's own words" not in response.content.decode()
    assert Encounter.objects.count() == 1


@pytest.mark.parametrize("public_id", ["", "not-a-uuid"])
def test_an_id_that_is_none_is_refused(client, sent, public_id):
    assert "public_id" in _errors(client.post(LOG, {**sent, "public_id": public_id}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("greeting", "x" * 1_000_000),
        ("greeting", "Hello\x00there"),
        ("customer_name", "y" * 61),
        ("channel", "telepathy"),
        ("outcome", ""),
        ("feeling_before", "6"),
        ("feeling_after", "0"),
        ("personal_touches", ["juggled"]),
        ("situation", "999999"),
        ("wait_seconds", "-1"),
        ("wait_seconds", "soon"),
        ("handling_seconds", "99999"),
        ("occurred_at", "tomorrow"),
        ("occurred_at", "1999-12-31T23:59"),
        ("repeat_of", "not-a-uuid"),
        ("team", "no-such-team"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(client, sent, field, value):
    response = client.post(LOG, {**sent, "closing": "Safe drive home", field: value})
    assert field in _errors(response)
    assert "Safe drive home" in response.content.decode()


def test_a_time_to_come_is_refused_and_a_slow_clock_is_not(client, sent, now):
    late = client.post(LOG, {**sent, "occurred_at": _local(now + timedelta(hours=1))})
    assert "occurred_at" in _errors(late)
    assert client.post(LOG, {**sent, "occurred_at": _local(now + timedelta(minutes=4))}).status_code == 302


def test_a_team_one_is_not_in_is_refused(client, sent, ada, mill):
    second = MembershipFactory(user=ada).team
    assert "team" in _errors(client.post(LOG, {**sent, "team": mill.slug}))
    assert client.post(LOG, {**sent, "team": second.slug}).status_code == 302
    assert Encounter.objects.get().team == second


def test_a_team_one_has_left_is_refused(client, sent, ada, mill, now):
    MembershipFactory(user=ada, team=mill, until=now - timedelta(days=1))
    assert "team" in _errors(client.post(LOG, {**sent, "team": mill.slug}))


def test_a_repeat_of_something_one_cannot_see_is_refused(client, sent, ben, harbour):
    bens = EncounterFactory(person=ben, team=harbour)
    response = client.post(LOG, {**sent, "repeat_of": str(bens.public_id)})
    assert response.status_code == 422
    assert "repeat_of" in response.context["form"].errors


def test_a_repeat_of_ones_own_is_kept(client, sent, ada, harbour):
    first = EncounterFactory(person=ada, team=harbour, customer_name="Maria", greeting="Morning")
    page = client.get(LOG, {"repeat_of": str(first.public_id)}).content.decode()
    assert f'value="{first.public_id}" selected' in page
    assert 'value="Maria"' in page
    client.post(LOG, {**sent, "repeat_of": str(first.public_id)})
    assert Encounter.objects.get(public_id=sent["public_id"]).repeat_of == first


@pytest.mark.parametrize("junk", ["nonsense", "7c1f1e0e-9a53-4d9b-8f0e-8f6a3c1d2b11", ""])
def test_a_repeat_link_to_nothing_is_an_ordinary_page(client, junk):
    assert client.get(LOG, {"repeat_of": junk}).status_code == 200


def test_a_promise_for_tomorrow_ends_with_the_teams_tomorrow(client, sent, harbour):
    client.post(LOG, {**sent, "promise_by": "tomorrow", "promise_what": "Ring the depot"})
    promise = Promise.objects.get()
    due = timezone.localtime(promise.due_at, timezone.get_default_timezone())
    assert promise.what == "Ring the depot"
    assert due - promise.made_at > timedelta(hours=23)


@pytest.mark.parametrize(
    "promise",
    [
        {"promise_by": "pick"},
        {"promise_by": "pick", "promise_due_at": "2001-01-01T10:00"},
        {"promise_by": "pick", "promise_due_at": "2999-01-01T10:00"},
        {"promise_by": "pick", "promise_due_at": "some day"},
        {"promise_what": "Something, some time"},
    ],
)
def test_a_promise_needs_a_time_that_can_be(client, sent, promise):
    assert "promise_due_at" in _errors(client.post(LOG, {**sent, **promise}))


def test_the_last_channel_and_situation_are_remembered(client, sent):
    situation = SituationFactory()
    client.post(LOG, {**sent, "channel": "ear", "situation": situation.pk})
    form = client.get(LOG).context["form"]
    assert form["channel"].value() == "ear"
    assert form["situation"].value() == situation.pk


def test_a_retired_situation_is_not_offered(client, now):
    SituationFactory(name="Fax broke", retired_at=now)
    assert "Fax broke" not in client.get(LOG).content.decode()


def test_promises_due_soon_stand_above_the_form(client, ada, harbour, now):
    encounter = EncounterFactory(person=ada, team=harbour)
    for what, due_at in [("Ring soon", now + timedelta(hours=3)), ("Ring next month", now + timedelta(days=30))]:
        encounter.promises.create(what=what, made_at=encounter.occurred_at, due_at=due_at)
    page = client.get(LOG).content.decode()
    assert "Ring soon" in page
    assert "Ring next month" not in page


def test_somebody_whose_account_is_closed_mid_session_is_asked_to_sign_in(client, sent, ada):
    client.get(LOG)
    ada.is_active = False
    ada.save()
    response = client.post(LOG, sent)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
    assert not Encounter.objects.exists()
