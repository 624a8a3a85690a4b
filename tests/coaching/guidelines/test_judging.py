"""A guideline counts from the next greeting on, and an earlier figure stays explained."""

from datetime import timedelta

import pytest

from coaching.assessments.models import Assessment
from coaching.assessments.storage import finding_from_json
from coaching.guidelines.models import GreetingGuideline, GuidelineVersion
from coaching.guidelines.services import drafting as guidelines
from interactions.services import log_encounter
from tests.factories import GuidelineFactory, publish_draft


@pytest.fixture
def logged(ada, harbour, now, django_capture_on_commit_callbacks):
    """Ada logs a greeting; what the engine said about the guidelines."""

    def logged(greeting: str, *, channel: str = "face", days_ago: int = 0):
        facts = {
            "channel": channel,
            "outcome": "sorted",
            "greeting": greeting,
            "occurred_at": now - timedelta(days=days_ago),
        }
        with django_capture_on_commit_callbacks(execute=True):
            encounter, _is_new = log_encounter(by=ada, team=harbour, facts=facts, now=now)
        assessment = Assessment.objects.get(encounter=encounter)
        findings = map(finding_from_json, assessment.findings)
        return assessment, next(finding for finding in findings if finding.practice == "in_bounds")

    return logged


@pytest.fixture
def write(db):
    """A guideline is written and published."""

    def write(**values: object) -> GreetingGuideline:
        teams = values.pop("teams", [])
        told = {"title": "You lot", "phrases": "you lot", "suggestion": "Try “the four of you”."}
        guideline = GuidelineFactory(**{**told, **values})
        guideline.teams.set(teams)
        publish_draft()
        return guideline

    return write


def test_the_next_greeting_is_judged_by_a_new_guideline(logged, write):
    _before, finding = logged("What can I get you lot today?")
    assert finding.score == 100
    write()
    assessment, finding = logged("What can I get you lot today?")
    assert finding.score == 0
    assert dict(finding.details)["why"] == "It sorts people into groups."
    assert [mark.text for mark in finding.evidence] == ["you lot"]
    assert assessment.guideline_version == GuidelineVersion.objects.published().get()


def test_words_out_of_bounds_cap_the_encounter(logged, write):
    write()
    assessment, _finding = logged("Morning Maria, did the lake freeze? And you lot, did you skate on it?")
    assert assessment.score == 50


def test_what_was_judged_before_stays_as_it_was(logged, write):
    before, _finding = logged("What can I get you lot today?")
    write()
    before.refresh_from_db()
    assert before.scores["in_bounds"] == 100
    assert before.guideline_version is None


def test_a_draft_changes_nothing_until_it_is_published(logged):
    GuidelineFactory(phrases="you lot")
    assert logged("Hello you lot")[1].score == 100
    publish_draft()
    assert logged("Hello you lot")[1].score == 0


def test_a_changed_guideline_counts_as_it_now_is(logged, write):
    write()
    guidelines.begin(by=None).guidelines.update(phrases="folks", strength="avoid")
    publish_draft()
    assert logged("Hello you lot")[1].score == 100
    assert logged("Hello folks")[1].score == 0


def test_a_guideline_taken_out_counts_no_more(logged, write):
    write()
    guidelines.begin(by=None).guidelines.all().delete()
    publish_draft()
    assert logged("Hello you lot")[1].score == 100


def test_a_missing_required_element_is_half_way(logged, write):
    write(strength="required", title="Your own name", phrases="it's ada here", channels=["ear"])
    assert logged("Good morning", channel="ear")[1].score == 50
    assert logged("Good morning, it’s Ada here", channel="ear")[1].score == 100
    assert logged("Good morning", channel="face")[1].score == 100


def test_another_teams_guideline_does_not_count(logged, write, mill):
    write(teams=[mill])
    assert logged("Hello you lot")[1].score == 100


def test_a_guideline_counts_on_its_days_only(logged, write, now):
    yesterday = (now - timedelta(days=3)).date()
    write(active_from=yesterday)
    assert logged("Hello you lot")[1].score == 0
    assert logged("Hello you lot", days_ago=10)[1].score == 100


def test_a_greeting_that_is_the_script_is_nobodys_own(logged, write):
    write(strength="avoid", is_script=True, phrases="ahoy there and welcome aboard our ship")
    assessment, _finding = logged("Ahoy there and welcome aboard our ship!")
    assert assessment.scores["personal_greeting"] == 0


def test_slips_of_the_keyboard_are_nearly_the_words(logged, write):
    write(match="near", phrases="you people")
    assert logged("Hello you poeple!")[1].score == 0
    assert logged("Hello, your people called")[1].score == 100


def test_a_pattern_is_looked_for(logged, write):
    write(match="pattern", phrases="you (lot|people)")
    assert logged("What can I get you lot?")[1].score == 0
    assert logged("You were early")[1].score == 100


def test_all_words_anywhere_are_found_in_any_order(logged, write):
    write(match="words", phrases="weight lost")
    assert logged("You lost some weight!")[1].score == 0
    assert logged("You lost your umbrella!")[1].score == 100
