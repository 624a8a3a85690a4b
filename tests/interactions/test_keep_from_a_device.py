"""Keeping a promise by script: one answer however often it is sent, and the time at which it was really kept."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interactions.models import Promise
from tests.factories import EncounterFactory, PromiseFactory

JSON = {"Accept": "application/json"}


@pytest.fixture
def promise(ada, harbour, now) -> Promise:
    met_at = now - timedelta(hours=5)
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=met_at)
    return PromiseFactory(encounter=encounter, due_at=now - timedelta(hours=1))


@pytest.fixture
def keep(promise, ada, as_user):
    client, url = as_user(ada), reverse("promises:keep", args=[promise.public_id])
    return lambda **sent: client.post(url, sent, headers=JSON)


def _kept_at():
    return Promise.objects.get().kept_at


def test_the_first_and_every_repeat_are_answered_with_200(keep):
    first, again = keep(note="She laughed"), keep()
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == {"kept": True, "was_kept": False}
    assert again.json() == {"kept": True, "was_kept": True}
    assert Promise.objects.get().kept_note == "She laughed"


def test_it_counts_from_when_the_device_says_it_was_kept(keep, promise, now):
    at = now - timedelta(hours=2)
    keep(kept_at=at.isoformat().replace("+00:00", "Z"))
    assert _kept_at() == at < promise.due_at


@pytest.mark.parametrize("ahead", [timedelta(minutes=4), timedelta(0)])
def test_a_clock_a_little_ahead_never_makes_a_time_to_come(keep, now, ahead):
    keep(kept_at=(now + ahead).isoformat())
    assert now <= _kept_at() < now + timedelta(minutes=1)


def test_a_clock_a_little_behind_never_keeps_it_before_it_was_made(keep, promise):
    keep(kept_at=(promise.made_at - timedelta(minutes=4)).isoformat())
    assert _kept_at() == promise.made_at


@pytest.mark.parametrize(
    "told",
    [
        "",
        "yesterday",
        "2026-02-31T10:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "{recently:%Y-%m-%dT%H:%M:%S}",  # no zone: whose clock is it?
        "{before_it_was_made:%Y-%m-%dT%H:%M:%SZ}",
    ],
)
def test_a_time_that_cannot_be_counts_as_now(keep, promise, now, told):
    recently, before = now - timedelta(minutes=90), promise.made_at - timedelta(hours=1)
    assert keep(kept_at=told.format(recently=recently, before_it_was_made=before)).status_code == 200
    assert _kept_at() >= now


def test_a_note_too_long_is_named(keep):
    response = keep(note="long " * 100)
    assert response.status_code == 422
    assert response.json()["code"] == "refused"
    assert set(response.json()["errors"]) == {"note"}
    assert not Promise.objects.get().is_kept


def test_whose_it_is_not_is_told_in_a_word(promise, as_user, ivy):
    response = as_user(ivy).post(reverse("promises:keep", args=[promise.public_id]), headers=JSON)
    assert (response.status_code, response.json()["code"]) == (403, "not_yours")


def test_the_page_keeps_with_one_tap_and_names_the_promise_for_scripts(promise, as_user, ada):
    page = as_user(ada).get("/promises/").content.decode()
    assert page.count(f'data-keep="{promise.public_id}" data-what="{promise.what}"') == 2
    assert reverse("promises:calendar", args=[promise.public_id]) in page
