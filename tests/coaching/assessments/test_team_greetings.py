"""A greeting is held against what the colleagues said, who stay unknown."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from coaching.assessments.background import background_of
from coaching.assessments.bulk import backgrounds_of
from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_all, assess_encounter
from interactions.models import Encounter
from tests.factories import EncounterFactory, UserFactory

pytestmark = pytest.mark.django_db

CARD = "Good morning {}, thank you for calling, have you shopped with us before?"


@pytest.fixture
def said(harbour, now):
    """Four colleagues read the card to twelve customers, one an hour."""
    colleagues = UserFactory.create_batch(4)
    return [
        EncounterFactory(
            person=colleagues[hours % 4],
            team=harbour,
            occurred_at=now - timedelta(hours=hours),
            greeting=CARD.format("Ophelia"),
            customer_name="Ophelia",
        )
        for hours in range(1, 13)
    ]


def _log(person, team, at, said="", name="Bo"):
    greeting = said or CARD.format(name)
    return EncounterFactory(person=person, team=team, occurred_at=at, greeting=greeting, customer_name=name)


def _backgrounds():
    encounters = list(Encounter.objects.prefetch_related("promises").order_by("occurred_at", "pk"))
    in_bulk = backgrounds_of(encounters)
    assert all(in_bulk[encounter.pk] == background_of(encounter) for encounter in encounters)
    return in_bulk


def test_the_colleagues_greetings_are_told_newest_first_without_saying_where(said, ada, harbour, now):
    encounter = _log(ada, harbour, now)
    told = _backgrounds()[encounter.pk].team_greetings
    assert [greeting.said_by for greeting in told] == [encounter.person_id for encounter in said]


def test_ones_own_greetings_are_not_the_teams(said, harbour, now):
    encounter = _log(said[0].person, harbour, now)
    told = _backgrounds()[encounter.pk].team_greetings
    assert encounter.person_id not in {greeting.said_by for greeting in told}
    assert len(told) == 9


def test_another_team_later_encounters_and_last_year_do_not_count(said, ada, harbour, mill, now):
    _log(said[0].person, harbour, now - timedelta(days=92))
    elsewhere, before = _log(ada, mill, now), _log(ada, harbour, now - timedelta(days=1))
    backgrounds = _backgrounds()
    assert not backgrounds[elsewhere.pk].team_greetings
    assert not backgrounds[before.pk].team_greetings


def test_a_short_hello_is_compared_with_nobody_and_asks_the_database_nothing(
    said, ada, harbour, now, django_assert_num_queries
):
    encounter = _log(ada, harbour, now, said="Hi Bo!")
    assert not _backgrounds()[encounter.pk].team_greetings
    with django_assert_num_queries(3):  # came back, promises, own greetings
        background_of(encounter)


def test_it_costs_one_query(said, ada, harbour, now, django_assert_num_queries):
    encounter = _log(ada, harbour, now)
    with django_assert_num_queries(4):
        background_of(encounter)


def test_the_findings_keep_no_word_of_a_colleagues(said, ada, harbour, now):
    encounter = _log(ada, harbour, now, said=CARD.format("all"), name="")
    assessment = assess_encounter(encounter, now=now)
    finding = next(finding for finding in assessment.findings if finding["practice"] == "personal_greeting")
    assert (finding["score"], finding["details"]) == (0, {"times": "12"})
    assert "Ophelia" not in json.dumps(assessment.findings)
    assert not any(str(earlier.public_id) in json.dumps(assessment.findings) for earlier in said)


def test_one_by_one_and_in_bulk_are_the_same(said, ada, harbour, now):
    _log(ada, harbour, now)
    assess_all(now=now)
    in_bulk = list(Assessment.objects.order_by("encounter").values_list("findings", flat=True))
    for encounter in Encounter.objects.all():
        assess_encounter(encounter, now=now)
    assert list(Assessment.objects.order_by("encounter").values_list("findings", flat=True)) == in_bulk


def test_a_rehearsed_import_is_held_against_the_team_as_the_import_is(said, tmp_path, harbour):
    turns = [["agent", CARD.format("to you")], ["customer", "Yes, it leaks."], ["agent", "Let me look."]]
    file = tmp_path / "talk.jsonl"
    file.write_text(json.dumps({"id": "call-1", "turns": turns}), "utf-8")

    def told(*options):
        call_command("import_conversations", file, "--team", harbour.slug, *options, stdout=(out := StringIO()))
        return out.getvalue().replace("would be added", "added")

    rehearsed = told("--dry-run")
    assert told() == rehearsed
    assert Assessment.objects.get(encounter__outcome="").scores["personal_greeting"] == 0
