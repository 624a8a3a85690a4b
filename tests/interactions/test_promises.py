"""Promises: kept once, by the person who made them or their supervisor."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from interactions.models import Promise
from interactions.services import keep_promise
from tests.factories import EncounterFactory, PromiseFactory


@pytest.fixture
def promise(ada, harbour) -> Promise:
    return PromiseFactory(encounter=EncounterFactory(person=ada, team=harbour, customer_name="Maria"))


def test_keeping_says_who_and_when(promise, ada, now):
    assert keep_promise(by=ada, promise=promise, now=now, note="She laughed")
    kept = Promise.objects.get()
    assert (kept.kept_by, kept.kept_at, kept.kept_note) == (ada, now, "She laughed")


def test_keeping_twice_changes_nothing(promise, ada, sana, now):
    keep_promise(by=ada, promise=promise, now=now)
    assert not keep_promise(by=sana, promise=promise, now=now + timedelta(hours=1))
    assert Promise.objects.get().kept_by == ada


def test_a_supervisor_may_keep_it_and_a_colleague_may_not(promise, ben, otto, ivy, sana, now):
    for other in (ben, otto, ivy):
        with pytest.raises(PermissionDenied):
            keep_promise(by=other, promise=promise, now=now)
    assert keep_promise(by=sana, promise=promise, now=now)


def test_overdue_means_open_and_past_its_time(promise, now):
    assert not Promise.objects.overdue(promise.due_at).exists()
    assert list(Promise.objects.overdue(promise.due_at + timedelta(seconds=1))) == [promise]
    assert promise.is_overdue(promise.due_at + timedelta(seconds=1))
    Promise.objects.update(kept_at=now, kept_by=promise.encounter.person)
    assert not Promise.objects.overdue(promise.due_at + timedelta(days=9)).exists()


def test_the_page_shows_overdue_first_and_keeps_with_one_tap(as_user, promise, ada, now):
    late = PromiseFactory(
        encounter=promise.encounter,
        what="Find the lid",
        made_at=now - timedelta(days=3),
        due_at=now - timedelta(days=1),
    )
    client = as_user(ada)
    page = client.get("/promises/").content.decode()
    assert page.index("Find the lid") < page.index(promise.what)
    response = client.post(reverse("promises:keep", args=[late.public_id]), {"note": "Found it"})
    assert response["Location"] == "/promises/"
    late.refresh_from_db()
    assert late.is_kept


def test_a_second_tap_says_that_it_was_kept(as_user, promise, ada):
    client, url = as_user(ada), reverse("promises:keep", args=[promise.public_id])
    client.post(url)
    assert "kept already" in client.post(url, follow=True).content.decode()


def test_a_note_too_long_comes_back_with_its_words(as_user, promise, ada):
    response = as_user(ada).post(reverse("promises:keep", args=[promise.public_id]), {"note": "long " * 100})
    assert response.status_code == 422
    assert "long long" in response.content.decode()
    assert not Promise.objects.get().is_kept
