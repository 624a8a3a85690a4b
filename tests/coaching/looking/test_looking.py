"""Look before you publish: the draft against the last weeks, counted and listed, and nothing stored."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_all
from coaching.guidelines.models import Strength
from coaching.guidelines.services import drafting
from coaching.looking.tally import Tally
from coaching.looking.works import LOOK
from coaching.scorecards.services import drafting as scorecard_drafting
from coaching.versions.looks import start_look
from coaching.versions.services import Drafting
from interactions.models import Encounter
from microconnect.jobs.models import Job
from microconnect.jobs.running import run_now
from tests.factories import EncounterFactory, GuidelineFactory, publish_draft

TELLING = {
    "empathy": "Three nights away from your girls, that wears you out.",
    "resolution": "Let me look into that for you. I rang the depot and it is on the van.",
    "closing": "Good luck with the cello tonight.",
    "left_better": "yes",
}


@pytest.fixture
def said(ada, harbour, now):
    """Encounters of Ada's, assessed by what is published."""

    def said(*greetings: str, days_ago: int = 1, **values: object) -> list[Encounter]:
        at = now - timedelta(days=days_ago)
        facts = {"person": ada, "team": harbour, "occurred_at": at, **TELLING, **values}
        made: list[Encounter] = [EncounterFactory(greeting=greeting, **facts) for greeting in greetings]
        assess_all(now=now)
        return made

    return said


def look(weeks: int = 4) -> tuple[Job, Tally]:
    draft = drafting.begin(by=None)
    job = start_look(by=None, room="guidelines", draft=draft, weeks=weeks, today=timezone.localdate())
    run_now(job)
    job.refresh_from_db()
    return job, Tally.from_json(job.result)


def test_greetings_that_change_are_counted_and_listed(said):
    [outside, _inside] = said("What can I get you lot?", "Hello Maria, did the lake freeze?")
    GuidelineFactory(phrases="you lot")
    _job, tally = look()
    assert (tally.all.encounters, tally.all.changed, tally.all.moved) == (2, 1, 1)
    assert tally.kinds == {"in out": 1}
    [[primary_key, old, new, before, after]] = tally.listed
    assert (primary_key, old, new, after) == (outside.pk, "in", "out", 50)
    assert before == Assessment.objects.get(encounter=outside).score
    assert before > 50


def test_nothing_is_stored_but_the_sums(said):
    said("What can I get you lot?")
    GuidelineFactory(phrases="you lot")
    before = list(Assessment.objects.values())
    look()
    assert list(Assessment.objects.values()) == before


def test_sums_stand_by_team_channel_and_person(said, ada, harbour):
    said("Hello you lot", "Hello there", channel="ear")
    said("Hello you lot", channel="face")
    GuidelineFactory(phrases="you lot", channels=["ear"])
    _job, tally = look()
    assert {channel: sums.changed for channel, sums in tally.channels.items()} == {"ear": 1, "face": 0}
    assert tally.teams[harbour.pk].encounters == 3
    assert tally.people[ada.pk].changed == 1


@pytest.mark.parametrize(("weeks", "seen"), [(4, 1), (13, 2)])
def test_only_the_chosen_weeks_are_looked_at(said, weeks, seen):
    said("Hello you lot", days_ago=3)
    said("Hello you lot", days_ago=60)
    said("Hello you lot", days_ago=100)
    GuidelineFactory(phrases="you lot")
    assert look(weeks)[1].all.changed == seen


def test_what_becomes_missing_and_what_becomes_free(said):
    GuidelineFactory(phrases="you lot")
    publish_draft()
    said("Hello you lot", "Good morning")
    draft = drafting.begin(by=None)
    draft.guidelines.all().delete()
    GuidelineFactory(strength=Strength.REQUIRED, phrases="hello")
    _job, tally = look()
    assert tally.kinds == {"out in": 1, "in missing": 1}


def test_a_greeting_that_becomes_a_script_is_nobodys_own_any_more(said):
    [script] = said("Ahoy there and welcome aboard our ship")
    GuidelineFactory(strength=Strength.AVOID, is_script=True, phrases="ahoy there and welcome aboard our ship")
    _job, tally = look()
    [[primary_key, *_verdicts, after]] = tally.listed
    assert primary_key == script.pk
    assert after <= 50


def test_what_a_look_says_is_what_scoring_again_brings(said, now):
    GuidelineFactory(phrases="you lot")
    publish_draft()
    encounters = said(
        "Hello you lot", "Good morning", "Hi folks", "Ahoy there and welcome aboard", "", "Morning Maria, how was it?"
    )
    draft = drafting.begin(by=None)
    draft.guidelines.update(phrases="folks")
    GuidelineFactory(strength=Strength.AVOID, is_script=True, phrases="ahoy there and welcome aboard")
    GuidelineFactory(strength=Strength.REQUIRED, phrases="good morning\nhello\nahoy\nhi")
    _job, tally = look()
    foretold = {primary_key: after for primary_key, _old, _new, _before, after in tally.listed}
    version = publish_draft(counts_from=now.date() - timedelta(days=30))
    job = Job.objects.create(
        kind="rescore_by_guidelines", parameters={"version": version.pk, "first_day": str(version.counts_from)}
    )
    run_now(job)
    job.refresh_from_db()
    assert job.is_done
    scores = dict(Assessment.objects.values_list("encounter", "score"))
    for encounter in encounters:
        if encounter.pk in foretold:
            assert scores[encounter.pk] == foretold[encounter.pk], encounter.greeting
    assert len(foretold) >= 4


def test_a_new_look_forgets_those_before(said):
    said("Hello")
    look()
    look(13)
    assert Job.objects.filter(kind=LOOK["guidelines"]).count() == 1


# ---- Its pages


@pytest.fixture
def client(as_user, ivy):
    return as_user(ivy)


def test_a_look_is_begun_from_the_page_of_publishing(client):
    drafting.begin(by=None)
    assert "Look before you publish" in client.get(reverse("guidelines:publish")).text
    response = client.post(reverse("guidelines:look"), {"weeks": 13})
    job = Job.objects.get()
    assert response.url == job.get_absolute_url()
    assert job.parameters["weeks"] == 13


@pytest.mark.parametrize("weeks", ["", "5", "x", "-4", "9" * 400])
def test_other_weeks_are_refused(client, weeks):
    drafting.begin(by=None)
    assert client.post(reverse("guidelines:look"), {"weeks": weeks}).status_code == 422
    assert not Job.objects.exists()


def test_without_a_draft_there_is_nothing_to_look_at(client):
    assert client.post(reverse("guidelines:look"), {"weeks": 4}).url == reverse("guidelines:list")


def test_the_page_shows_what_changes_marked(client, said):
    said("What can I get you lot?", *["Good morning"] * 5)
    GuidelineFactory(phrases="you lot")
    job, _tally = look()
    page = client.get(reverse("look", args=[job.public_id])).text
    assert "1 greeting comes out differently" in page
    assert '<mark class="try">you lot</mark>' in page
    assert "in bounds → out of bounds" in page
    assert "Harbour Street" in page


def test_a_look_at_what_is_no_longer_the_draft_marks_nothing(client, said):
    said("What can I get you lot?")
    GuidelineFactory(phrases="you lot")
    job, _tally = look()
    publish_draft()
    page = client.get(reverse("look", args=[job.public_id])).text
    assert "What can I get you lot?" in page
    assert "<mark" not in page


def test_a_look_that_changes_nothing_says_so(client, said):
    said("Hello")
    job, _tally = look()
    assert "It would have changed nothing" in client.get(reverse("look", args=[job.public_id])).text


def test_the_file_holds_what_changes_and_no_formulas(client, said):
    said("=HYPERLINK you lot")
    GuidelineFactory(phrases="you lot")
    job, _tally = look()
    answer = client.get(reverse("look_file", args=[job.public_id]))
    text = b"".join(answer).decode("utf-8-sig")
    header, row = text.splitlines()
    assert header.startswith("day,team,person,channel,greeting,was,would_be")
    assert "'=HYPERLINK you lot,in bounds,out of bounds" in row
    assert "attachment" in answer["Content-Disposition"]


def test_pages_of_a_look_under_way_lead_to_its_progress(client):
    draft = drafting.begin(by=None)
    job = start_look(by=None, room="guidelines", draft=draft, weeks=4, today=timezone.localdate())
    for name in ("look", "look_file"):
        assert client.get(reverse(name, args=[job.public_id])).url == job.get_absolute_url()


@pytest.mark.parametrize("room", LOOK)
def test_a_look_at_a_draft_that_was_thrown_away_first_says_so_and_fails_nothing(client, ivy, room):
    drafts: Drafting = drafting if room == "guidelines" else scorecard_drafting
    draft = drafts.begin(by=ivy)
    job = start_look(by=ivy, room=room, draft=draft, weeks=4, today=timezone.localdate())
    drafts.discard(by=ivy, draft=draft)
    run_now(job)
    job.refresh_from_db()
    assert job.is_done
    assert client.get(job.get_absolute_url()).url == reverse("look", args=[job.public_id])
    for name in ("look", "look_file"):
        answer = client.get(reverse(name, args=[job.public_id]), follow=True)
        assert answer.redirect_chain == [(reverse(f"{room}:list"), 302)]
        assert "thrown away before anybody could look at it" in answer.text


def test_the_page_asks_as_much_for_many_as_for_few(client, said, django_assert_max_num_queries):
    said(*["Hello you lot"] * 30)
    GuidelineFactory(phrases="you lot")
    job, _tally = look()
    with django_assert_max_num_queries(20):
        client.get(reverse("look", args=[job.public_id]))
