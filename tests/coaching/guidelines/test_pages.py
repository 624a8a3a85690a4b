"""/guidelines/ and its draft: what administrators read, write, change and take out."""

import re

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from coaching.guidelines.models import GreetingGuideline, Strength
from microconnect.audit.models import AuditEntry
from tests.factories import GuidelineFactory, publish_draft

QUERIES = 16  # of the draft's page
ANSWERS = {
    "title": "“You people”, “you lot”",
    "strength": "never",
    "match": "phrase",
    "phrases": "you people\nyou lot",
    "matching_examples": "Hello you people",
    "other_examples": "What people say",
    "reason": "It sorts people into groups.",
    "suggestion": "the four of you",
}


@pytest.fixture
def client(as_user, ivy):
    """Ivy, with a draft begun."""
    client = as_user(ivy)
    client.post(reverse("guidelines:draft"))
    return client


def add(client, **answers):
    """With examples that hold, where the words are others."""
    if {"phrases", "match"} & answers.keys() and "matching_examples" not in answers:
        said = answers.get("phrases", ANSWERS["phrases"]).strip().split("\n")[0].strip() or "something"
        answers = {"matching_examples": said[:400], "other_examples": "Quite another thing", **answers}
    return client.post(reverse("guidelines:add"), {**ANSWERS, **answers})


def error_of(response, field: str) -> str:
    assert response.status_code == 422
    return " ".join(response.context["form"].errors[field])


def chosen(page: str) -> list[str]:
    return [name for name in re.findall(r'name="(\w+)"[^>]* checked', page) if name != "theme"]


@pytest.mark.parametrize("person", ["ada", "sana"])
def test_others_are_told_who_writes_guidelines(person, as_user, request):
    response = as_user(request.getfixturevalue(person)).get(reverse("guidelines:add"))
    assert response.status_code == 403
    assert "Administrators write the guidelines" in response.text


def test_without_guidelines_the_page_teaches_what_one_is(as_user, ivy):
    page = as_user(ivy).get(reverse("guidelines:list")).text
    assert "Everything is in bounds so far" in page
    assert "Write the first ones" in page


def test_what_is_written_holds_only_once_it_is_published(client):
    add(client)
    assert "You people" not in client.get(reverse("guidelines:list")).text
    publish_draft()
    page = client.get(reverse("guidelines:list")).text
    assert "You people" in page
    assert "Version 1, since" in page


def test_list_tells_everything_about_a_guideline(client, harbour):
    guideline = GuidelineFactory(
        title="Give your own name on the phone",
        strength=Strength.REQUIRED,
        phrases="it's ada here\nyou're speaking to",
        reason="A voice with a name is easier to trust.",
        suggestion="“It’s Ada here.”",
        channels=["ear"],
        active_until="2099-03-01",
    )
    guideline.teams.add(harbour)
    page = client.get(reverse("guidelines:draft")).text
    for words in (
        "Give your own name on the phone",
        "in bounds, required",
        "you&#x27;re speaking to",
        "A voice with a name",
        "It’s Ada here.",
        "Harbour Street · By phone · until 1 March 2099",
    ):
        assert words in page


def test_guidelines_stand_on_their_side_of_the_bounds(client):
    GuidelineFactory(title="Warm", strength=Strength.ENCOURAGED)
    GuidelineFactory(title="Cold", strength=Strength.AVOID)
    groups = client.get(reverse("guidelines:draft")).context["groups"]
    found = {group.title: [row.guideline.title for row in group.rows] for group in groups}
    assert found == {"In bounds": ["Warm"], "Out of bounds": ["Cold"]}


@pytest.mark.parametrize(
    ("days", "resting"),
    [
        ({}, ""),
        ({"active_from": "2099-01-01"}, "not yet"),
        ({"active_until": "2001-01-01"}, "over"),
        ({"active_from": "2001-01-01", "active_until": "2099-01-01"}, ""),
    ],
)
def test_list_says_when_a_guideline_does_not_hold_today(client, days, resting):
    GuidelineFactory(**days)
    GreetingGuideline.objects.get().refresh_from_db()
    [group] = client.get(reverse("guidelines:draft")).context["groups"]
    assert group.rows[0].resting == resting


def test_long_lists_of_phrases_are_cut_short(client):
    GuidelineFactory(phrases="one\ntwo\nthree\nfour\nfive\nsix")
    assert "and 2 more" in client.get(reverse("guidelines:draft")).text


def test_list_asks_as_much_of_the_database_for_many_guidelines_as_for_one(client, django_assert_num_queries):
    GuidelineFactory()
    client.get(reverse("guidelines:draft"))
    with django_assert_num_queries(QUERIES):
        client.get(reverse("guidelines:draft"))
    GuidelineFactory.create_batch(12)
    with django_assert_num_queries(QUERIES):
        client.get(reverse("guidelines:draft"))


def test_adding_a_guideline_is_noted_with_what_it_says(client, ivy):
    response = add(client)
    assert response.status_code == 302
    guideline = GreetingGuideline.objects.get()
    assert guideline.phrase_list == ["you people", "you lot"]
    assert guideline.version.is_draft
    entry = AuditEntry.objects.about(guideline).get()
    assert (entry.action, entry.actor) == ("guideline_added", ivy)
    assert entry.after
    assert entry.after["phrases"] == ["you people", "you lot"]


def test_changing_a_guideline_notes_what_changed_and_nothing_else(client):
    add(client)
    guideline = GreetingGuideline.objects.get()
    response = client.post(guideline.get_absolute_url(), {**ANSWERS, "phrases": "you people\nyou all"})
    assert response.status_code == 302
    entry = AuditEntry.objects.about(guideline).latest("pk")
    assert entry.before == {"phrases": ["you people", "you lot"]}
    assert entry.after == {"phrases": ["you people", "you all"]}
    assert "by Ivy Chen" in client.get(guideline.get_absolute_url()).text


def test_teams_channels_and_days_are_stored(client, harbour):
    add(
        client,
        teams=[harbour.pk],
        channels=["ear", "click"],
        active_from="2026-01-01",
        active_until="2026-12-31",
    )
    [rule] = publish_draft().rules
    assert rule["teams"] == [harbour.pk]
    assert rule["channels"] == ["ear", "click"]
    assert (rule["active_from"], rule["active_until"]) == ("2026-01-01", "2026-12-31")


def test_form_of_a_guideline_shows_what_is_stored(client, harbour):
    guideline = GuidelineFactory(channels=["ear"], active_from="2026-01-31", phrases="you people")
    guideline.teams.add(harbour)
    page = client.get(guideline.get_absolute_url()).text
    assert "2026-01-31" in page
    assert "you people" in page
    assert chosen(page) == ["strength", "match", "teams", "channels"]


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"phrases": ""}, "phrases", "at least one word"),
        ({"phrases": " \n \n"}, "phrases", "at least one word"),
        ({"phrases": "?!…"}, "phrases", "has no words to look for"),
        ({"phrases": "you lot\n---"}, "phrases", "“---” has no words"),
        ({"phrases": "x" * 121}, "phrases", "too long"),
        ({"phrases": "\n".join(f"phrase {n}" for n in range(51))}, "phrases", "51 phrases"),
        ({"phrases": "a" * 1_000_000}, "phrases", "1000000"),
        ({"phrases": "you\x00lot"}, "phrases", "Null characters"),
        ({"title": ""}, "title", "Give it a name"),
        ({"title": "…"}, "title", "Write it in words"),
        ({"title": "a" * 121}, "title", "at most 120"),
        ({"title": "a\x00b"}, "title", "Null characters"),
        ({"reason": ""}, "reason", "Say why"),
        ({"reason": "!!"}, "reason", "Write it in words"),
        ({"reason": "a" * 1_000_000}, "reason", "at most 300"),
        ({"suggestion": "…"}, "suggestion", "Write it in words"),
        ({"strength": ""}, "strength", "Choose whether"),
        ({"strength": "forbidden"}, "strength", "not one of the available choices"),
        ({"match": "regex"}, "match", "not one of the available choices"),
        ({"channels": ["smoke"]}, "channels", "“smoke”"),
        ({"teams": ["999999"]}, "teams", "not one of the available choices"),
        ({"active_from": "tomorrow"}, "active_from", "valid date"),
        ({"matching_examples": ""}, "matching_examples", "at least one"),
        ({"other_examples": ""}, "other_examples", "at least one"),
        ({"matching_examples": "Hello\nyou lot"}, "matching_examples", "“Hello” does not meet it"),
        ({"other_examples": "Now, you lot"}, "other_examples", "“Now, you lot” meets it after all"),
        ({"other_examples": "\n".join(f"hello {n}" for n in range(11))}, "other_examples", "11 greetings"),
        ({"match": "pattern", "phrases": "you (lot"}, "phrases", "a bracket stays open"),
        ({"match": "pattern", "phrases": "you lot)"}, "phrases", "closes nothing"),
        ({"match": "pattern", "phrases": "you (lot|)"}, "phrases", "a choice is empty"),
        ({"match": "pattern", "phrases": "* you"}, "phrases", "begins with any word"),
        ({"match": "pattern", "phrases": "you?"}, "phrases", "every word may be left out"),
        ({"match": "pattern", "phrases": "y* now"}, "phrases", "at least two letters"),
        ({"active_from": "2026-02-02", "active_until": "2026-02-01"}, "active_until", "before the first"),
        ({"strength": "encouraged", "is_script": "on"}, "is_script", "out of bounds"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_cannot_be_is_refused_beside_the_field(client, answers, field, words):
    response = add(client, **answers)
    assert words in error_of(response, field)
    assert not GreetingGuideline.objects.exists()


def test_a_refused_guideline_keeps_everything_that_was_typed(client, harbour):
    response = add(client, reason="", teams=[harbour.pk], channels=["ear"], active_from="2026-05-05")
    assert response.status_code == 422
    for typed in ("you people\nyou lot", "the four of you", "2026-05-05"):
        assert typed in response.text
    assert chosen(response.text) == ["strength", "match", "teams", "channels"]


def test_a_refused_change_changes_nothing(client):
    guideline = GuidelineFactory(phrases="you people")
    assert client.post(guideline.get_absolute_url(), {**ANSWERS, "reason": ""}).status_code == 422
    guideline.refresh_from_db()
    assert guideline.phrases == "you people"


def test_a_busy_database_is_told_and_keeps_what_was_typed(client):
    def locked(execute, sql, params, many, context):
        if sql.startswith("INSERT") and "guideline" in sql:
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(locked):
        response = add(client)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "not saved yet" in response.text
    assert "you people\nyou lot" in response.text
    assert not GreetingGuideline.objects.exists()


def test_repeated_phrases_are_dropped(client):
    add(client, phrases="You lot!\n\n  you people \nyou   lot\nYOU PEOPLE")
    assert GreetingGuideline.objects.get().phrase_list == ["You lot!", "you people"]


def test_fifty_phrases_of_120_characters_are_not_too_many(client):
    phrases = "\r\n".join(f"{n:02d} ".ljust(120, "x") for n in range(50))
    assert add(client, phrases=phrases).status_code == 302
    assert len(GreetingGuideline.objects.get().phrase_list) == 50


def test_phrases_in_any_script_have_words(client):
    assert add(client, phrases="お客様\nйо\n🙄").status_code == 302


def test_taking_one_out_keeps_it_published_until_the_draft_is(client):
    GuidelineFactory(title="Old words")
    publish_draft()
    client.post(reverse("guidelines:draft"))
    copy = GreetingGuideline.objects.in_draft().get()
    response = client.post(reverse("guidelines:remove", args=[copy.pk]), follow=True)
    assert "Taken out of the draft" in response.text
    assert "Old words" in client.get(reverse("guidelines:list")).text
    publish_draft()
    assert "Old words" not in client.get(reverse("guidelines:list")).text
    assert "Old words" in client.get(reverse("guidelines:version", args=[1])).text


def test_taking_one_out_twice_is_404(client):
    guideline = GuidelineFactory()
    address = reverse("guidelines:remove", args=[guideline.pk])
    assert [client.post(address).status_code for _time in range(2)] == [302, 404]


def test_taking_one_out_needs_a_post(client):
    assert client.get(reverse("guidelines:remove", args=[GuidelineFactory().pk])).status_code == 405


def test_a_published_guideline_cannot_be_reached_for_changing(client):
    guideline = GuidelineFactory(title="Old words")
    publish_draft()
    assert client.post(reverse("guidelines:edit", args=[guideline.pk]), ANSWERS).status_code == 404
    guideline.refresh_from_db()
    assert guideline.title == "Old words"


def test_without_a_draft_what_is_written_is_told_and_not_stored(as_user, ivy):
    response = as_user(ivy).post(reverse("guidelines:add"), ANSWERS, follow=True)
    assert "this was not stored" in response.text
    assert not GreetingGuideline.objects.exists()


def test_throwing_the_draft_away_leaves_what_is_published(client):
    GuidelineFactory(title="Old words")
    publish_draft()
    client.post(reverse("guidelines:draft"))
    add(client, title="New words")
    response = client.post(reverse("guidelines:discard"), follow=True)
    assert "The draft is gone" in response.text
    assert "Old words" in response.text
    assert not GreetingGuideline.objects.in_draft().exists()
    assert client.post(reverse("guidelines:discard")).status_code == 302


@pytest.mark.parametrize("pk", [404_404, 10**30])
@pytest.mark.parametrize("name", ["edit", "remove", "remove_case"])
def test_an_unknown_guideline_is_404(client, name, pk):
    assert client.post(reverse(f"guidelines:{name}", args=[pk])).status_code == 404


def test_words_of_administrators_are_escaped(client):
    add(client, title="<b>bold</b>", reason="<script>alert(1)</script>")
    page = client.get(reverse("guidelines:draft")).text
    assert "<b>bold</b>" not in page
    assert "<script>alert" not in page
