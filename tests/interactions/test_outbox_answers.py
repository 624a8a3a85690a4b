"""What a device's outbox is told: 201 once, 200 ever after, and a word to act on for everything else."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, OperationalError, connection
from django.test import Client

from interactions.models import Encounter, UndoneEncounter
from microconnect.people.models import Membership
from tests.factories import EncounterFactory, GuidelineFactory, MembershipFactory, SituationFactory, publish_draft

JSON = {"Accept": "application/json"}


@pytest.fixture
def client(as_user, ada):
    return as_user(ada)


@pytest.fixture
def sent():
    return {"public_id": str(uuid.uuid4()), "channel": "face", "outcome": "sorted", "greeting": "Morning Maria!"}


def _post(client, sent, **headers):
    return client.post("/log/", sent, headers={**JSON, **headers})


def _kept_at(at, now, offset=timedelta(0)):
    """What a device says that saved at `at` (our time) with a clock that is `offset` behind ours."""
    return {"device_at": (at - offset).isoformat(), "clock_offset_ms": str(int(offset.total_seconds() * 1000))}


def test_the_first_is_created_and_a_repeat_gets_the_same_answer(client, sent):
    first, again = _post(client, sent), _post(client, sent)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["url"] == Encounter.objects.get().get_absolute_url()


def test_the_same_id_with_another_body_is_refused(client, sent):
    _post(client, sent)
    response = _post(client, {**sent, "greeting": "Hello"})
    assert (response.status_code, response.json()["code"]) == (422, "other_words")
    assert Encounter.objects.get().greeting == "Morning Maria!"


def test_what_cannot_be_is_named_by_field(client, sent):
    response = _post(client, {**sent, "outcome": "", "wait_seconds": "ages"})
    assert response.status_code == 422
    assert response.json()["code"] == "refused"
    assert set(response.json()["errors"]) == {"outcome", "wait_seconds"}


def test_whose_session_is_over_is_told_to_sign_in(client, sent, ada):
    client.logout()
    assert _post(client, sent).status_code == 401
    assert _post(client, sent).json() == {"code": "sign_in"}


def test_whose_account_is_closed_is_told_to_sign_in(client, sent, ada):
    ada.is_active = False
    ada.save()
    assert _post(client, sent).status_code == 401
    assert not Encounter.objects.exists()


def test_a_stale_token_is_told_by_name(ada, sent):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    response = _post(client, sent)
    assert (response.status_code, response.json()) == (403, {"code": "csrf"})


def test_a_row_kept_for_somebody_else_is_never_stored_as_ones_own(as_user, ada, ben, sent):
    response = _post(as_user(ben), sent, **{"X-Person": str(ada.pk)})
    assert (response.status_code, response.json()) == (409, {"code": "somebody_else"})
    assert not Encounter.objects.exists()
    assert _post(as_user(ada), sent, **{"X-Person": str(ada.pk)}).status_code == 201


def test_without_the_name_on_it_the_row_would_be_bens(as_user, ben, sent):
    """The control: what X-Person is for."""
    _post(as_user(ben), sent)
    assert Encounter.objects.get().person == ben


def test_a_busy_database_says_when_to_come_back(client, sent):
    def busy(execute, sql, *rest):
        if sql.startswith("INSERT INTO") and "interactions_encounter" in sql:
            raise OperationalError("database is locked")
        return execute(sql, *rest)

    with connection.execute_wrapper(busy):
        response = _post(client, sent)
    assert (response.status_code, response.json()) == (503, {"code": "busy"})
    assert int(response["Retry-After"]) > 0


def test_an_id_that_is_just_being_stored_says_when_to_come_back(client, sent):
    def taken(execute, sql, *rest):
        if sql.startswith("INSERT INTO") and '"interactions_encounter"' in sql:
            raise IntegrityError("UNIQUE constraint failed: interactions_encounter.public_id")
        return execute(sql, *rest)

    with connection.execute_wrapper(taken):
        response = _post(client, sent)
    assert (response.status_code, response.json()) == (409, {"code": "busy"})
    assert int(response["Retry-After"]) > 0


# ---- Three times: the device's, the measured offset, ours


@pytest.mark.parametrize("offset", [timedelta(0), timedelta(days=1), timedelta(days=-1), timedelta(seconds=40)])
def test_it_happened_when_it_was_saved_whatever_the_devices_clock_says(client, sent, now, offset):
    saved = now - timedelta(hours=7)
    _post(client, {**sent, **_kept_at(saved, now, offset)})
    encounter = Encounter.objects.get()
    assert encounter.occurred_at == saved
    assert encounter.device_at == saved - offset
    assert encounter.clock_offset_ms == offset.total_seconds() * 1000
    assert encounter.received_at >= now


@pytest.mark.parametrize(
    "said",
    [
        {"device_at": "2020-01-01T10:00:00Z"},  # never measured: not believed
        {"device_at": "2020-01-01T10:00:00Z", "clock_offset_ms": "0"},
        {"device_at": "2999-01-01T10:00:00Z", "clock_offset_ms": "0"},
        {"device_at": "yesterday", "clock_offset_ms": "0"},
        {"clock_offset_ms": "9" * 30},
        {"device_at": "2026-01-01T10:00:00Z", "clock_offset_ms": "9" * 300},
        {"device_at": "2026-01-01T10:00:00Z", "clock_offset_ms": "9" * 5000},
    ],
)
def test_a_clock_that_cannot_be_is_left_out(client, sent, now, said):
    response = _post(client, {**sent, **said})
    assert response.status_code in {201, 422}
    if response.status_code == 201:
        assert Encounter.objects.get().occurred_at >= now
    else:
        assert set(response.json()["errors"]) <= {"device_at", "clock_offset_ms"}


def test_tomorrow_is_the_day_after_it_was_saved(client, sent, now):
    saved = now - timedelta(days=3)
    promise = {"promise_by": "tomorrow", "promise_what": "Ring her"}
    _post(client, {**sent, **promise, **_kept_at(saved, now)})
    due = Encounter.objects.get().promises.get().due_at
    assert saved < due < saved + timedelta(days=2)


def test_a_repeat_days_later_is_still_the_same(client, sent, now):
    kept = {**sent, "promise_by": "tomorrow", **_kept_at(now - timedelta(days=3), now)}
    assert _post(client, kept).status_code == 201
    assert _post(client, {**kept, "clock_offset_ms": "12"}).status_code == 200


# ---- What changed while the device was offline


def test_a_row_belongs_to_the_team_one_was_in_when_it_was_saved(client, sent, ada, harbour, mill, now):
    Membership.objects.filter(user=ada).update(until=now - timedelta(hours=1))
    MembershipFactory(user=ada, team=mill, since=now - timedelta(hours=1))
    early = {**sent, "team": harbour.slug, **_kept_at(now - timedelta(hours=2), now)}
    assert _post(client, early).status_code == 201
    assert Encounter.objects.get().team == harbour
    late = {**sent, "public_id": str(uuid.uuid4()), "team": harbour.slug}
    assert "team" in _post(client, late).json()["errors"]


def test_a_row_of_somebody_who_left_all_teams_still_arrives(client, sent, ada, harbour, now):
    Membership.objects.filter(user=ada).update(until=now - timedelta(hours=1))
    assert _post(client, {**sent, **_kept_at(now - timedelta(hours=2), now)}).status_code == 201
    assert Encounter.objects.get().team == harbour
    response = _post(client, {**sent, "public_id": str(uuid.uuid4())})
    assert "team" in response.json()["errors"]


def test_a_situation_retired_since_still_counts(client, sent, now):
    retired = SituationFactory(retired_at=now - timedelta(hours=1))
    early = {**sent, "situation": retired.pk, **_kept_at(now - timedelta(hours=2), now)}
    assert _post(client, early).status_code == 201
    late = {**sent, "public_id": str(uuid.uuid4()), "situation": retired.pk}
    assert "situation" in _post(client, late).json()["errors"]


def test_a_greeting_is_judged_by_the_guidelines_in_force_when_it_arrives(
    client, sent, now, django_capture_on_commit_callbacks
):
    GuidelineFactory(title="Marias", phrases="morning maria")
    version = publish_draft()
    with django_capture_on_commit_callbacks(execute=True):
        _post(client, {**sent, **_kept_at(now - timedelta(hours=2), now)})
    assessment = Encounter.objects.get().assessment
    assert assessment.guideline_version == version
    assert assessment.scores["in_bounds"] == 0


# ---- Taking it back


def _undo(client, public_id, **headers):
    return client.post(f"/encounters/{public_id}/undo/", headers={**JSON, **headers})


def test_undo_takes_the_words_and_leaves_the_id_taken(client, sent):
    _post(client, {**sent, "promise_by": "tomorrow"})
    assert _undo(client, sent["public_id"]).json() == {"undone": True, "was_there": True}
    assert not Encounter.objects.exists()
    response = _post(client, sent)
    assert (response.status_code, response.json()) == (410, {"code": "taken_back"})
    assert not Encounter.objects.exists()


def test_undo_before_it_arrived_holds_too(client, sent):
    assert _undo(client, sent["public_id"]).json() == {"undone": True, "was_there": False}
    assert _post(client, sent).status_code == 410
    assert not Encounter.objects.exists()


def test_undo_twice_changes_nothing(client, sent):
    _post(client, sent)
    assert [_undo(client, sent["public_id"]).status_code for _ in range(2)] == [200, 200]
    assert UndoneEncounter.objects.count() == 1


def test_nobody_takes_back_anothers(client, as_user, ben, sana, sent):
    _post(client, sent)
    assert _undo(as_user(ben), sent["public_id"]).json() == {"undone": True, "was_there": False}
    assert _undo(as_user(sana), sent["public_id"]).status_code == 422
    assert Encounter.objects.count() == 1
    assert _post(client, sent).status_code == 200


def test_what_they_came_back_about_stays(client, sent, ada, harbour):
    _post(client, sent)
    EncounterFactory(person=ada, team=harbour, repeat_of=Encounter.objects.get())
    response = _undo(client, sent["public_id"])
    assert (response.status_code, response.json()["code"]) == (422, "stays")
    assert Encounter.objects.count() == 2
    assert not UndoneEncounter.objects.exists()


def test_a_day_later_it_stays(client, sent, now):
    _post(client, sent)
    Encounter.objects.update(received_at=now - timedelta(hours=25))
    assert _undo(client, sent["public_id"]).json()["code"] == "stays"
    assert client.post(f"/encounters/{sent['public_id']}/undo/").status_code == 403
