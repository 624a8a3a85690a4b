"""/ sends each role to its first job; /health/ says ok; a stale form says what to do; a busy database says when to come back."""

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from microconnect import __version__
from microconnect.middleware import BusyDatabaseMiddleware
from microconnect.people.models import Role
from tests.factories import MembershipFactory


def test_each_role_comes_to_its_first_job(as_user, ada, sana, ivy):
    assert as_user(ada).get("/")["Location"] == "/log/"
    assert as_user(sana).get("/")["Location"] == "/teams/harbour-street/"
    assert as_user(ivy).get("/")["Location"] == "/guidelines/"


def test_a_supervisor_of_several_teams_chooses_one(as_user, sana, mill):
    MembershipFactory(user=sana, team=mill, role=Role.SUPERVISOR)
    assert as_user(sana).get("/")["Location"] == "/teams/"


@pytest.mark.django_db
def test_health_says_ok_and_the_version(client):
    response = client.get("/health/")
    assert response.json() == {"status": "ok", "version": __version__}
    assert "no-store" in response["Cache-Control"]


def test_a_form_without_its_token_is_told_what_to_do(ada):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    response = client.post("/log/", {"channel": "face"})
    assert response.status_code == 403
    assert "back" in response.content.decode().lower()


def _never(request: HttpRequest) -> HttpResponse:
    raise AssertionError("not asked")


def test_a_busy_database_answers_503_and_when_to_come_back(ada):
    request = RequestFactory().get("/encounters/")
    request.user = ada
    answer = BusyDatabaseMiddleware(_never).process_exception(request, OperationalError("locked"))
    assert answer is not None
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0


def test_other_failures_go_on_their_way(ada):
    request = RequestFactory().get("/encounters/")
    assert BusyDatabaseMiddleware(_never).process_exception(request, ValueError("other")) is None


def test_pages_carry_a_strict_policy(as_user, ada):
    policy = as_user(ada).get("/log/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_times_are_those_of_the_persons_team(as_user, ada, harbour):
    harbour.time_zone = "Pacific/Auckland"
    harbour.save()
    client = as_user(ada)
    client.post(
        "/log/",
        {
            "public_id": "0b9fdc2e-6f0a-4c59-9d3f-0e2f7d1a5c11",
            "channel": "face",
            "outcome": "sorted",
            "occurred_at": "2026-03-10T09:15",
        },
    )
    encounter = ada.encounters.get()
    assert encounter.occurred_at.isoformat() == "2026-03-09T20:15:00+00:00"
    assert "10 Mar, 09:15" in client.get(encounter.get_absolute_url()).content.decode()


def test_bytes_that_are_no_text_do_no_harm(as_user, ada):
    """A lone surrogate, as some keyboards send it: it cannot be stored, and is not."""
    body = b"public_id=0b9fdc2e-6f0a-4c59-9d3f-0e2f7d1a5c12&channel=face&outcome=sorted&greeting=Hi%ED%A0%80there%FF"
    response = as_user(ada).post("/log/", body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 302
    ada.encounters.get().greeting.encode()


def test_no_page_of_a_signed_in_person_stays_in_the_browser(as_user, ada):
    client = as_user(ada)
    assert client.get("/encounters/")["Cache-Control"] == "private, no-store"
    assert "no-store" not in client.get("/log/")["Cache-Control"]  # going back must find the words again
    assert "private" in client.get("/log/")["Cache-Control"]
