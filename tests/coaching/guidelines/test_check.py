"""The greeting as it is typed, and greetings that an administrator tries."""

import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from coaching.guidelines.models import Strength
from coaching.guidelines.services import drafting
from interactions.models.encounter import LONGEST_WORDS
from tests.factories import EncounterFactory, GuidelineFactory, MembershipFactory, UserFactory, publish_draft

CHECK = "guidelines:check"


@pytest.fixture
def guidelines(db, mill):
    GuidelineFactory(
        title="You people",
        phrases="you people\nyou lot",
        suggestion="“the four of you”",
        strength=Strength.NEVER,
    )
    GuidelineFactory(
        title="Give your own name",
        phrases="it's ada here",
        strength=Strength.REQUIRED,
        reason="A voice with a name is easier to trust.",
        channels=["ear"],
    )
    GuidelineFactory(title="Ask", phrases="how did", strength=Strength.ENCOURAGED, reason="You asked how it went.")
    GuidelineFactory(
        title="Weather", phrases="lovely day out", strength=Strength.ENCOURAGED, reason="Weather is shared."
    )
    GuidelineFactory(title="Mates", phrases="mate", strength=Strength.AVOID).teams.add(mill)
    publish_draft()


@pytest.fixture
def told(as_user, ada, guidelines):
    """What Ada is told about a greeting."""

    def told(greeting: str, **others: str) -> str:
        response = as_user(ada).post(reverse(CHECK), {"greeting": greeting, "channel": "face", **others})
        assert response.status_code == 200
        return " ".join(response.text.split())

    return told


def test_out_of_bounds_is_told_with_the_words_the_reason_and_what_to_try(told):
    words = told("What can I get You Lot today?")
    assert "Out of bounds here:" in words
    assert '<mark class="try">You Lot</mark>' in words
    assert "It sorts people into groups." in words
    assert "Try: “the four of you”" in strip_tags(words)
    assert "Yours" not in words


def test_in_bounds_is_told_warmly(told):
    assert "Yours, and in bounds. You asked how it went." in strip_tags(told("Hey Tom, how did the exam go?"))
    assert "In bounds. Weather is shared." in strip_tags(told("Good morning, lovely day out there"))


def test_a_greeting_of_ones_own_is_told_warmly(told):
    assert "Yours, not a script.</b> Nobody else" in told("Morning Maria! Is that a new bike?")


def test_what_is_required_and_missing_is_a_gentle_hint(told):
    words = told("Good morning", channel="ear")
    assert "Worth adding:" in words
    assert "Give your own name. A voice with a name is easier to trust." in strip_tags(words)


def test_what_is_required_is_not_asked_for_in_another_channel(told):
    assert "Worth adding" not in told("Good morning", channel="face")


@pytest.mark.parametrize("greeting", ["", "  \n ", "Good morning"])
def test_nothing_to_say_is_nothing(told, greeting):
    assert told(greeting) == ""


def test_stock_phrases_sound_like_a_script(told):
    assert "It sounds like a script." in told("How may I help you today?")


def test_a_greeting_that_one_repeats_sounds_like_a_script(told, ada, harbour, now):
    greeting = "Good morning, what a day by the sea"
    for hours in range(4):
        EncounterFactory(person=ada, team=harbour, greeting=greeting, occurred_at=now - timedelta(hours=hours))
    assert "It sounds like a script.</b> 4 of your last ten greetings" in told(greeting)


def test_greetings_of_colleagues_make_no_script(told, ben, harbour):
    greeting = "Good morning, what a day by the sea"
    EncounterFactory.create_batch(4, person=ben, team=harbour, greeting=greeting)
    assert "script" not in told(greeting)


def test_guidelines_of_another_team_do_not_hold(told):
    assert "Out of bounds" not in told("Morning mate")


def test_naming_a_team_one_is_not_in_checks_for_ones_own(told, mill):
    assert "Out of bounds" not in told("Morning mate", team=mill.slug)


def test_the_chosen_one_of_several_own_teams_counts(told, ada, mill):
    MembershipFactory(user=ada, team=mill)
    assert "Out of bounds" in told("Morning mate", team=mill.slug)
    assert "Out of bounds" not in told("Morning mate", team="harbour-street")


def test_a_guideline_taken_out_is_told_no_more(ivy, told):
    guideline = GuidelineFactory(title="Ahoy", phrases="ahoy")
    publish_draft(by=ivy)
    assert "Out of bounds" in told("Ahoy!")
    drafting.begin(by=ivy).guidelines.filter(title=guideline.title).delete()
    publish_draft(by=ivy)
    assert "Out of bounds" not in told("Ahoy!")


def test_what_is_typed_is_escaped(as_user, ada, guidelines):
    response = as_user(ada).post(reverse(CHECK), {"greeting": "<i>you lot</i><script>", "channel": "face"})
    assert "<script>" not in response.text
    assert "<i>" not in response.text


@pytest.mark.parametrize(
    "junk",
    [
        {"greeting": "you\x00lot"},
        {"greeting": "a" * (LONGEST_WORDS + 1)},
        {"greeting": "a" * 1_000_000},
        {"greeting": "hello", "channel": "smoke"},
        {"greeting": "hello", "team": "\x00"},
    ],
    ids=lambda junk: str(junk)[:30],
)
def test_junk_is_answered_with_a_hint(as_user, ada, junk):
    response = as_user(ada).post(reverse(CHECK), junk)
    assert response.status_code == 422
    assert 'class="say-hint try"' in response.text


def test_nothing_sent_is_nothing_said(as_user, ada):
    response = as_user(ada).post(reverse(CHECK))
    assert (response.status_code, response.text.strip()) == (200, "")


@pytest.mark.parametrize("piece", ["you lot how did the exam go ", "你们 ", "?!\n", "a"])
def test_the_longest_greeting_is_read_in_a_blink(told, piece):
    begun = time.process_time()
    told((piece * LONGEST_WORDS)[:LONGEST_WORDS])
    assert time.process_time() - begun < 1  # about 0.05 on a quiet machine


def test_the_words_never_travel_in_the_address(as_user, ada):
    assert as_user(ada).get(reverse(CHECK), {"greeting": "Hey Maria"}).status_code == 405


def test_somebody_in_no_team_is_told_so(as_user, db):
    response = as_user(UserFactory()).post(reverse(CHECK), {"greeting": "Hello"})
    assert response.status_code == 403
    assert "not in a team yet" in response.text


# ---- Try some greetings


def test_administrators_see_what_becomes_of_each_line_they_try(as_user, ivy, harbour, guidelines):
    tries = {
        "trying": "1",
        "greeting": "Hey Tom, how did the exam go?\n\nWhat can I get you lot?",
        "channel": "face",
    }
    response = as_user(ivy).post(reverse(CHECK), tries)
    assert [bool(one.greeting.out_of_bounds) for one in response.context["tried"]] == [False, True]
    assert '<mark class="well">how did</mark>' in response.text
    assert '<mark class="try">you lot</mark>' in response.text


def test_trying_works_without_a_script_and_keeps_what_was_typed(as_user, ivy, harbour, guidelines):
    response = as_user(ivy).get(reverse("guidelines:list"), {"greeting": "Oi, you lot", "channel": "ear"})
    assert "Oi, you lot</textarea>" in response.text
    assert "Out of bounds here:" in response.text
    assert "Worth adding" not in response.text  # one thing at a time: the words that are out come first


def test_trying_is_for_the_chosen_team(as_user, ivy, harbour, mill, guidelines):
    def out_of_bounds(team) -> bool:
        tries = {"greeting": "Morning mate", "team": team.slug}
        [tried] = as_user(ivy).get(reverse("guidelines:list"), tries).context["tried"]
        return bool(tried.greeting.out_of_bounds)

    assert out_of_bounds(mill)
    assert not out_of_bounds(harbour)


def test_what_holds_for_all_teams_can_be_tried_before_there_is_a_team(as_user, ivy, db):
    GuidelineFactory(phrases="you lot")
    publish_draft(by=ivy)
    response = as_user(ivy).get(reverse("guidelines:list"), {"greeting": "Hi you lot"})
    assert "Out of bounds here:" in response.text


def test_two_greetings_are_tried_to_begin_with(as_user, ivy):
    response = as_user(ivy).get(reverse("guidelines:list"))
    assert len(response.context["tried"]) == 2


def test_plain_words_are_said_to_be_in_bounds(as_user, ivy):
    response = as_user(ivy).get(reverse("guidelines:list"), {"greeting": "Good morning"})
    assert "In bounds. The rest is theirs." in response.text


@pytest.mark.parametrize("junk", [{"greeting": "a\x00b"}, {"greeting": "a", "channel": "smoke"}])
def test_junk_that_is_tried_is_refused_with_a_hint(as_user, ivy, junk):
    for response in (
        as_user(ivy).get(reverse("guidelines:list"), junk),
        as_user(ivy).post(reverse(CHECK), {**junk, "trying": "1"}),
    ):
        assert response.status_code == 422
        assert 'class="say-hint try"' in response.text


def test_frontline_people_who_ask_to_try_are_only_checked(as_user, ada, guidelines):
    response = as_user(ada).post(reverse(CHECK), {"trying": "1", "greeting": "Hi\nyou lot"})
    assert "tried" not in response.context


def test_a_pasted_list_is_tried_up_to_fifty(as_user, ivy, db):
    tries = {"trying": "published", "greeting": "\n".join(f"Hello {n}" for n in range(60)), "channel": "face"}
    response = as_user(ivy).post(reverse(CHECK), tries)
    assert len(response.context["tried"]) == 50
