"""Ready-made sets, and tricky cases, on the page of the draft."""

import pytest
from django.urls import reverse

from coaching.guidelines.models import GreetingGuideline, TrickyCase
from coaching.guidelines.services import drafting
from coaching.guidelines.starters import STARTERS
from tests.factories import GuidelineFactory


@pytest.fixture
def client(as_user, ivy):
    return as_user(ivy)


@pytest.mark.parametrize("starter", STARTERS, ids=lambda starter: starter.key)
def test_a_set_is_added_to_the_draft_once(client, starter):
    for _time in range(2):
        response = client.post(reverse("guidelines:starter"), {"starter": starter.key}, follow=True)
        assert response.status_code == 200
    titles = [*GreetingGuideline.objects.in_draft().values_list("title", flat=True)]
    assert sorted(titles) == sorted(values["title"] for values in starter.guidelines)
    assert "All of them are in the draft already." in response.text


def test_an_unknown_set_is_told(client):
    response = client.post(reverse("guidelines:starter"), {"starter": "circus"}, follow=True)
    assert "We don’t know that set" in response.text
    assert drafting.draft() is None


def test_a_greeting_that_was_tried_is_kept_as_a_case(client, harbour):
    GuidelineFactory(phrases="you lot")
    tried = {"trying": "draft", "greeting": "Hello you lot", "channel": "ear", "team": harbour.slug}
    page = client.post(reverse("guidelines:check"), tried).text
    assert "Keep as a case" in page
    assert 'name="expected" value="out"' in page
    case = {"greeting": "Hello you lot", "channel": "ear", "team": harbour.pk, "expected": "out"}
    response = client.post(reverse("guidelines:keep_case"), case, follow=True)
    assert "Kept." in response.text
    kept = TrickyCase.objects.get()
    assert (kept.greeting, kept.channel, kept.team, kept.expected) == ("Hello you lot", "ear", harbour, "out")
    client.post(reverse("guidelines:remove_case", args=[kept.pk]))
    assert not TrickyCase.objects.exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"greeting": ""}, "greeting"),
        ({"greeting": "a" * 501}, "greeting"),
        ({"greeting": "a\x00b"}, "greeting"),
        ({"channel": "smoke"}, "channel"),
        ({"team": "999999"}, "team"),
        ({"expected": "maybe"}, "expected"),
        ({"expected": ""}, "expected"),
    ],
)
def test_a_case_that_cannot_be_is_refused_beside_the_field(client, answers, field):
    drafting.begin(by=None)
    case = {"greeting": "Hello", "channel": "face", "team": "", "expected": "in", **answers}
    response = client.post(reverse("guidelines:keep_case"), case)
    assert response.status_code == 422
    assert field in response.context["case_form"].errors


def test_the_same_case_twice_is_told(client):
    drafting.begin(by=None)
    case = {"greeting": "Hello", "channel": "face", "team": "", "expected": "in"}
    assert client.post(reverse("guidelines:keep_case"), case).status_code == 302
    response = client.post(reverse("guidelines:keep_case"), case)
    assert response.status_code == 422
    assert "This one is kept already." in response.text


def test_without_a_draft_a_case_is_told_and_not_stored(client):
    case = {"greeting": "Hello", "channel": "face", "team": "", "expected": "in"}
    assert "this was not stored" in client.post(reverse("guidelines:keep_case"), case, follow=True).text
    assert not TrickyCase.objects.exists()


def test_what_is_published_is_tried_apart_from_the_draft(client):
    GuidelineFactory(phrases="you lot")
    for trying, is_marked in (("published", False), ("draft", True)):
        page = client.post(reverse("guidelines:check"), {"trying": trying, "greeting": "Hello you lot"}).text
        assert ("<mark" in page) == is_marked
