"""Bad input and bad moments: never a 5xx, nothing half-written, nothing that can no longer be read."""

import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import OperationalError, connection
from django.test import Client

from interactions.models import Encounter, Promise
from microconnect.people.models import User
from tests.factories import EncounterFactory, SituationFactory

pytestmark = pytest.mark.django_db

BEYOND_64_BITS = "9" * 20
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def log(as_user, ada):
    """`log(**answers)`: what the log screen answers Ada."""

    def log(**answers):
        sent = {"public_id": str(uuid.uuid4()), "channel": "face", "outcome": "sorted", **answers}
        return as_user(ada).post("/log/", sent)

    return log


@pytest.mark.parametrize("field", ["situation", "repeat_of", "team", "public_id", "feeling_before", "confirmed"])
@pytest.mark.parametrize("value", [BEYOND_64_BITS, "-1", "NaN", "a\x00b", "x" * 5_000])
def test_a_choice_that_was_never_offered_is_refused(log, mill, field, value):
    SituationFactory()
    assert log(**{field: value}).status_code in {302, 422}
    assert not Encounter.objects.exclude(situation=None, repeat_of=None, feeling_before=None).exists()


@pytest.mark.parametrize("value", ["0000-01-01", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "NaN"])
@pytest.mark.parametrize("field", ["occurred_at", "promise_due_at"])
def test_a_time_outside_the_calendar_is_refused_beside_its_field(log, field, value):
    response = log(**{field: value, "promise_what": "Ring back"})
    assert response.status_code == 422
    assert not Encounter.objects.exists()


def test_a_time_that_the_clock_change_leaves_out_is_refused(log):
    assert log(occurred_at="2026-03-29T01:30").status_code == 422


@pytest.mark.parametrize("said", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_a_device_whose_clock_is_absurd_logs_all_the_same(log, as_user, ada, said):
    response = log(device_at=said)
    assert response.status_code == 302
    assert as_user(ada).get(response["Location"]).status_code == 200
    assert Encounter.objects.get().device_at is None


def test_a_promise_made_by_a_fast_clock_can_be_kept_at_once(log, as_user, ada):
    soon = datetime.now(LONDON) + timedelta(minutes=4)
    log(occurred_at=f"{soon:%Y-%m-%dT%H:%M}", promise_by="pick", promise_due_at=f"{soon:%Y-%m-%dT%H:%M}")
    promise = Promise.objects.get()
    assert as_user(ada).post(f"/promises/{promise.public_id}/keep/").status_code == 302
    assert Promise.objects.get().is_kept


def test_what_was_logged_in_a_repeated_hour_can_be_edited(as_user, ada, harbour):
    twice = datetime(2025, 10, 26, 1, 30, 12, tzinfo=LONDON, fold=1)
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=twice)
    sent = {"channel": "face", "outcome": "sorted", "revision": 1, "occurred_at": "2025-10-26T01:30"}
    assert as_user(ada).post(f"/encounters/{encounter.public_id}/edit/", sent).status_code == 302
    assert Encounter.objects.get().occurred_at.timestamp() == twice.timestamp()


@pytest.mark.parametrize("charset", ["hex", "unicode_escape", "utf-7", "undefined", "no-such"])
def test_a_form_in_another_encoding_is_refused(as_user, ada, charset):
    body = b'--x\r\nContent-Disposition: form-data; name="channel"\r\n\r\n\\ud800\r\n--x--\r\n'
    content_type = f"multipart/form-data; boundary=x; charset={charset}"
    assert as_user(ada).generic("POST", "/log/", body, content_type=content_type).status_code == 400


@pytest.mark.parametrize("charset", ["unicode_escape", "utf-7", "utf-16"])
def test_an_address_in_another_encoding_is_refused(as_user, ada, charset):
    response = as_user(ada).get(
        "/encounters/?q=%5cud800&channel=%5cud800", CONTENT_TYPE=f"text/plain; charset={charset}"
    )
    assert response.status_code == 400


@pytest.mark.parametrize("name", ["person", "team", "situation", "practice", "below", "since", "page", "q", "channel"])
@pytest.mark.parametrize("value", [BEYOND_64_BITS, "1e400", "-Infinity", "a\x00b", "0000-01-01", "%(x)s"])
def test_a_filter_that_says_nothing_is_told(as_user, sana, name, value):
    assert as_user(sana).get("/encounters/", {name: value}).status_code in {200, 422}


@pytest.mark.parametrize("number", ["0", BEYOND_64_BITS, "9" * 5_000])
def test_a_guideline_nobody_wrote_is_not_found(as_user, ivy, number):
    assert as_user(ivy).get(f"/guidelines/{number}/").status_code == 404


def test_somebody_without_a_name_is_called_by_their_address(as_user, ada):
    User.objects.get_queryset().update(name="  ")
    assert as_user(ada).get("/log/").status_code == 200


@pytest.mark.parametrize("path", ["/log/", "/health/", "/accounts/login/"])
def test_a_database_out_of_reach_is_said_even_before_the_view(as_user, ada, path):
    client = as_user(ada)

    def unreachable(*_query):
        raise OperationalError("the connection is lost")

    client.raise_request_exception = False
    with connection.execute_wrapper(unreachable):
        response = client.get(path)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0


def test_an_error_of_ours_is_still_a_500(as_user, ada, settings):
    settings.LOGIN_URL = "no-such-name"
    client = Client(raise_request_exception=False)
    assert client.get("/log/").status_code == 500
