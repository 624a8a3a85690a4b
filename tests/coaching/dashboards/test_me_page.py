"""One's own weeks, and one's team in totals without a name."""

from datetime import timedelta

import pytest

from coaching.assessments.models import Assessment
from coaching.engine.practices import BY_KEY
from coaching.scorecards.models import ScorecardVersion
from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, logged, practised, weeks_ago
from tests.factories import EncounterFactory, MembershipFactory, PromiseFactory, UserFactory


def test_ada_reads_her_own_weeks(ada, harbour, as_user):
    logged(ada, harbour, TODAY, [60, 65, 70, 75, 80])
    words = text_of(as_user(ada).get("/me/"))
    assert "Good morning, Ada." in words
    assert "Encounters this week 5" in words
    assert "between 60 and 80 · 5 judged" in words


def test_a_first_day_teaches_and_leads_to_logging(ada, as_user):
    words = text_of(as_user(ada).get("/me/"))
    assert "Your weeks start here" in words
    assert "Log your first encounter" in words


def test_somebody_in_no_team_is_told_what_the_page_is_for(ivy, as_user):
    words = text_of(as_user(ivy).get("/me/"))
    assert "You are in no team at the moment" in words
    assert "Log an encounter" not in words


def test_what_landed_most_comes_first(ada, harbour, as_user):
    practised(ada, harbour, TODAY, "presence", [100] * 6 + [0])
    practised(ada, harbour, TODAY, "warm_close", [100, 50, 0])
    words = text_of(as_user(ada).get("/me/"))
    assert words.index(f"{BY_KEY['presence'].landed} 6 times, of 7") < words.index("once, of 3")


def test_the_practice_with_most_to_gain_is_the_one_to_try(ada, harbour, as_user):
    practised(ada, harbour, TODAY, "customers_shoes", [0, 0, 50, 0, 50])
    practised(ada, harbour, TODAY, "warm_close", [0, 0, 50, 0, 50])
    words = text_of(as_user(ada).get("/me/"))
    assert "One thing to try next" in words
    assert BY_KEY["customers_shoes"].try_saying in words


def test_nothing_is_advised_where_everything_was_shown(ada, harbour, as_user):
    practised(ada, harbour, TODAY, "customers_shoes", [100] * 6)
    assert "One thing to try next" not in text_of(as_user(ada).get("/me/"))


def test_open_promises_say_when_they_are_due(ada, harbour, now, as_user):
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=5))
    for what, days in (("Kettle", -2), ("Toaster", 0), ("Lamp", 1), ("Chair", 9)):
        PromiseFactory(encounter=encounter, what=what, due_at=now + timedelta(days=days, hours=1))
    words = text_of(as_user(ada).get("/me/"))
    for said in ("Kettle was due Monday", "Toaster due today", "Lamp due tomorrow", "Chair due 27 November"):
        assert said in words


def test_her_own_words_are_the_heroes(ada, harbour, as_user):
    encounter = EncounterFactory(person=ada, team=harbour, greeting="Back from the lake already, and with a tan!")
    finding = {
        "practice": "personal_greeting",
        "score": 100,
        "reason": "",
        "evidence": [["greeting", 0, 26, "Back from the lake already", ""]],
    }
    Assessment.objects.create(
        encounter=encounter,
        score=90,
        scores={"personal_greeting": 100},
        findings=[finding],
        revision=1,
        engine_version="1",
        scorecard_version=ScorecardVersion.objects.current(),
        assessed_at=encounter.occurred_at,
    )
    logged(ada, harbour, TODAY, [90])
    response = as_user(ada).get("/me/")
    assert "Back from the lake already" in text_of(response)
    assert encounter.get_absolute_url() in response.content.decode()


def test_the_team_is_there_in_totals_and_nobody_by_name(ada, ben, harbour, as_user):
    others = [UserFactory() for _ in range(3)]
    for person in (ben, *others):
        MembershipFactory.create(user=person, team=harbour) if person is not ben else None
        logged(person, harbour, TODAY, [60, 70, 80])
    words = text_of(as_user(ada).get("/me/"))
    assert "Harbour Street all together, nobody by name Encounters this week 12" in words
    assert "between 65 and 75 · 12 judged in 4 weeks" in words
    assert "Lindqvist" not in words


def test_with_three_people_the_teams_score_would_give_somebody_away(ada, ben, harbour, as_user):
    for person in (ada, ben, UserFactory()):
        logged(person, harbour, TODAY, [60, 70, 80])
    words = text_of(as_user(ada).get("/me/"))
    assert "Encounters this week 9" in words
    assert "shown once four people have logged" in words


def test_weeks_without_enough_are_gaps_in_the_line(ada, harbour, as_user):
    for week in (5, 4, 2, 1):
        logged(ada, harbour, weeks_ago(week), [60, 65, 70, 75, 80])
    html = as_user(ada).get("/me/").content.decode()
    assert html.count('class="c-line"') == 2


@pytest.mark.parametrize("days", [1, 60])
def test_more_days_cost_no_more_queries(ada, harbour, as_user, days):
    for day in range(days):
        logged(ada, harbour, TODAY - timedelta(days=day), [70, 80])
    assert queries_of(as_user(ada), "/me/") <= 16
