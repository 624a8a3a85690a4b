"""/guidelines/rules/: what a device needs to check a greeting where there is no network."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coaching.engine.guidelines import SIGNS, UNSPACED
from coaching.engine.text import FOLDS, MARKS
from coaching.guidelines.models import Strength
from coaching.guidelines.services import drafting
from tests.factories import GuidelineFactory, MembershipFactory, UserFactory, publish_draft

RULES = reverse("guidelines:rules")


@pytest.fixture
def sent(as_user):
    """What somebody's device is sent."""

    def sent(user):
        response = as_user(user).get(RULES)
        assert response.status_code == 200
        return response.json()

    return sent


def titles(rules) -> set[str]:
    return {rule["title"] for rule in rules["rules"]}


def test_a_rule_comes_with_everything_that_a_check_needs(sent, ada, harbour):
    guideline = GuidelineFactory(
        title="Old script",
        strength=Strength.AVOID,
        match="words",
        phrases="how may I assist\nnext please",
        is_script=True,
        reason="Everybody has heard it.",
        suggestion="“Hello again.”",
        channels=["ear"],
        active_from="2020-01-31",
        active_until="2099-03-01",
    )
    guideline.teams.add(harbour)
    version = publish_draft()

    rules = sent(ada)
    assert (rules["version"], rules["teams"]) == (version.pk, ["harbour-street"])
    assert rules["rules"] == [
        {
            "id": str(guideline.key),
            "title": "Old script",
            "bounds": "out",
            "strength": "avoid",
            "match": "words",
            "phrases": ["how may I assist", "next please"],
            "compiled": [["how", "may", "i", "assist"], ["next", "please"]],
            "is_script": True,
            "reason": "Everybody has heard it.",
            "suggestion": "“Hello again.”",
            "teams": ["harbour-street"],
            "channels": ["ear"],
            "first_day": "2020-01-31",
            "last_day": "2099-03-01",
            "label": "better not",
            "where": "By phone · from 31 January 2020 until 1 March 2099",
        }
    ]


def test_a_rule_for_everybody_names_no_team_and_days_that_never_come(sent, ada):
    GuidelineFactory()
    publish_draft()
    [rule] = sent(ada)["rules"]
    assert (rule["teams"], rule["channels"], rule["where"]) == ([], [], "")
    assert (rule["first_day"], rule["last_day"]) == ("0001-01-01", "9999-12-31")


def test_rules_of_other_teams_stay_there(sent, ada, otto, harbour, mill):
    GuidelineFactory(title="Ours").teams.add(harbour)
    GuidelineFactory(title="Theirs").teams.add(mill)
    GuidelineFactory(title="Both").teams.add(harbour, mill)
    publish_draft()

    assert titles(sent(ada)) == {"Ours", "Both"}
    assert titles(sent(otto)) == {"Theirs", "Both"}
    assert {team for rule in sent(ada)["rules"] for team in rule["teams"]} == {"harbour-street"}


def test_a_reader_of_several_teams_is_told_in_which_it_holds(sent, ada, harbour, mill):
    MembershipFactory(user=ada, team=mill)
    GuidelineFactory(title="One").teams.add(mill)
    GuidelineFactory(title="Both").teams.add(harbour, mill)
    publish_draft()
    assert {rule["title"]: rule["where"] for rule in sent(ada)["rules"]} == {"One": "Mill Lane", "Both": ""}


def test_administrators_get_all_of_them_also_in_no_team(sent, ivy, harbour, mill):
    GuidelineFactory(title="Harbour").teams.add(harbour)
    GuidelineFactory(title="Mill").teams.add(mill)
    publish_draft()
    rules = sent(ivy)
    assert titles(rules) == {"Harbour", "Mill"}
    assert rules["teams"] == []


def test_what_is_over_is_left_out_and_what_is_to_come_is_sent(sent, ada):
    today = timezone.localdate()
    GuidelineFactory(title="Over", active_until=today - timedelta(days=1))
    GuidelineFactory(title="Last day", active_until=today)
    GuidelineFactory(title="To come", active_from=today + timedelta(days=1))
    publish_draft()
    assert titles(sent(ada)) == {"Last day", "To come"}


def test_only_the_version_in_force_is_sent(sent, ada, ivy):
    GuidelineFactory(title="Old")
    publish_draft()
    drafting.begin(by=ivy).guidelines.all().delete()
    publish_draft()
    GuidelineFactory(title="Not yet published")
    assert titles(sent(ada)) == set()


def test_before_the_first_guideline_there_is_nothing_to_hold_to(sent, ada):
    rules = sent(ada)
    assert (rules["version"], rules["rules"]) == (None, [])


def test_words_are_cut_by_the_engines_own_tables(sent, ada):
    assert sent(ada)["reading"] == {"folds": FOLDS, "marks": MARKS, "unspaced": UNSPACED, "signs": SIGNS}


def test_somebody_in_no_team_is_told_so(as_user, db):
    response = as_user(UserFactory()).get(RULES)
    assert response.status_code == 403
    assert "not in a team yet" in response.text


def test_the_rules_are_kept_by_no_cache_on_the_way(as_user, ada):
    assert as_user(ada).get(RULES)["Cache-Control"] == "private, no-store"


def test_a_device_that_has_them_already_is_sent_nothing(as_user, ada):
    client = as_user(ada)
    GuidelineFactory()
    publish_draft()
    etag = client.get(RULES)["ETag"]
    same = client.get(RULES, headers={"if-none-match": etag})
    assert (same.status_code, same.content, same["Cache-Control"]) == (304, b"", "private, no-store")

    GuidelineFactory()
    publish_draft()
    assert client.get(RULES, headers={"if-none-match": etag}).status_code == 200


def test_the_number_of_queries_stays_as_rules_grow(as_user, ada, harbour, django_assert_num_queries):
    client = as_user(ada)
    GuidelineFactory().teams.add(harbour)
    publish_draft()
    client.get(RULES)
    for _ in range(20):
        GuidelineFactory().teams.add(harbour)
    publish_draft()
    with django_assert_num_queries(6):  # session, person, memberships, teams, version and, once, its rules
        assert len(json.loads(client.get(RULES).content)["rules"]) == 21
