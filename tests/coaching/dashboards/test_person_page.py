"""A supervisor reads one person's weeks in a team: strengths first, one practice to work on, never beside a colleague."""

from datetime import timedelta

import pytest
from django.utils import timezone

from coaching.assessments.models import Assessment
from coaching.engine.practices import BY_KEY
from coaching.scorecards.models import ScorecardVersion
from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, count, logged, practised, weeks_ago
from tests.factories import EncounterFactory, MembershipFactory, PromiseFactory


@pytest.fixture
def adas(ada, harbour) -> str:
    return f"/teams/{harbour.slug}/people/{ada.pk}/"


def test_sana_reads_ada(sana, ada, harbour, adas, as_user):
    logged(ada, harbour, TODAY, [60, 65, 70, 75, 80])
    words = text_of(as_user(sana).get(adas))
    assert "Harbour Street · week of 16 November Ada Okafor" in words
    assert "between 60 and 80 · 5 judged" in words
    assert "Ada’s score, week by week" in words
    assert "Your" not in words


def test_only_what_happened_in_that_team_counts(sana, ada, harbour, mill, adas, as_user):
    logged(ada, harbour, TODAY, [70] * 3)
    logged(ada, mill, TODAY, [70] * 4)
    assert "Encounters this week 3" in text_of(as_user(sana).get(adas))
    assert "Encounters this week 7" in text_of(as_user(ada).get("/me/"))


def test_no_colleague_is_named(sana, ada, ben, harbour, adas, as_user):
    for person in (ada, ben):
        logged(person, harbour, TODAY, [70] * 9)
    assert "Lindqvist" not in text_of(as_user(sana).get(adas))


def test_what_surely_grew_comes_before_what_is_nearly_always_shown(sana, ada, harbour, adas, as_user):
    practised(ada, harbour, weeks_ago(5), "warm_close", [0, 50] * 30)
    practised(ada, harbour, weeks_ago(1), "warm_close", [50, 100] * 30)
    practised(ada, harbour, weeks_ago(1), "presence", [100] * 29 + [0])
    words = text_of(as_user(sana).get(adas))
    grown = f"{BY_KEY['warm_close'].name} Surely more than before · 25 to 75, 60 encounters"
    assert words.index("What Ada does well") < words.index(grown)
    assert words.index(grown) < words.index(f"{BY_KEY['presence'].name} Nearly always · 29 of 30")


def test_what_moved_by_few_is_too_early_to_say(sana, ada, harbour, adas, as_user):
    practised(ada, harbour, weeks_ago(5), "warm_close", [0, 50, 100] * 2)
    practised(ada, harbour, weeks_ago(1), "warm_close", [50, 100, 100] * 2)
    words = text_of(as_user(sana).get(adas))
    assert "50 83 6 +33 too early to say" in words
    assert "Surely more" not in words


def test_practices_that_were_hardly_judged_are_left_to_the_file(sana, ada, harbour, adas, as_user):
    practised(ada, harbour, weeks_ago(1), "warm_close", [50] * 4)
    assert "too early to say" not in text_of(as_user(sana).get(adas))


def test_a_change_is_that_between_the_two_numbers_beside_it(sana, ada, harbour, adas, as_user):
    practised(ada, harbour, weeks_ago(5), "warm_close", [100] + [50] * 5)  # 58.3
    practised(ada, harbour, weeks_ago(1), "warm_close", [100] * 2 + [50] * 4)  # 66.7, 8.3 more
    assert "58 67 6 +9 too early to say" in text_of(as_user(sana).get(adas))


def test_a_practice_that_was_judged_only_now_has_nothing_to_compare_with(sana, ada, harbour, adas, as_user):
    practised(ada, harbour, weeks_ago(1), "warm_close", [50] * 6)
    assert "– 50 6 too early to say" in text_of(as_user(sana).get(adas))


def test_one_practice_to_work_on_has_words_a_reason_and_its_encounters(sana, ada, harbour, adas, as_user):
    practised(ada, harbour, TODAY, "customers_shoes", [0, 0, 50, 0, 100])
    response = as_user(sana).get(adas)
    words, practice = text_of(response), BY_KEY["customers_shoes"]
    assert "One practice to work on with Ada" in words
    assert f"{practice.name} · shown in 1 of 5" in words
    assert practice.try_saying in words
    assert f"person={ada.pk}&amp;practice=customers_shoes&amp;below=50" in response.content.decode()


def test_the_score_says_whether_it_moved(sana, ada, harbour, adas, as_user):
    for week in (5, 6, 7):
        logged(ada, harbour, weeks_ago(week), [50, 55, 60] * 5)
    for week in (1, 2, 3):
        logged(ada, harbour, weeks_ago(week), [70, 75, 80] * 5)
    assert "55 to 75 since 26 October, over 45 encounters: sure." in text_of(as_user(sana).get(adas))


def test_promises_count_those_whose_time_has_come(sana, ada, harbour, adas, now, as_user):
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=5))
    for days, kept in ((-2, now - timedelta(days=3)), (-1, None), (9, None)):
        due = {"made_at": encounter.occurred_at, "due_at": now + timedelta(days=days)}
        PromiseFactory(encounter=encounter, kept_at=kept, kept_by=ada if kept else None, **due)
    count(encounter)
    words = text_of(as_user(sana).get(adas))
    assert "What Ada promised" in words
    assert "1 of 2 kept in time" in words
    assert "1 overdue" in words


def test_words_of_the_newest_encounters_are_underlined(sana, ada, harbour, adas, now, as_user):
    for nth, greeting in enumerate(
        ["Back from the lake already, and tanned!", "Morning Leo, is the ferry running again?"]
    ):
        _assessed(EncounterFactory(person=ada, team=harbour, greeting=greeting, occurred_at=now - timedelta(days=nth)))
    logged(ada, harbour, TODAY, [90])
    response = as_user(sana).get(adas)
    assert "Ada’s words, lately" in text_of(response)
    assert '<mark class="well">Back from the lake already</mark>, and tanned!' in response.content.decode()


def test_words_that_were_edited_since_stand_alone(sana, ada, harbour, adas, now, as_user):
    encounter = EncounterFactory(person=ada, team=harbour, greeting="Back from the lake already, and tanned!")
    _assessed(encounter)
    type(encounter).objects.filter(pk=encounter.pk).update(greeting="Something else entirely", revision=2)
    logged(ada, harbour, TODAY, [90])
    html = as_user(sana).get(adas).content.decode()
    assert '<mark class="well">Back from the lake already</mark>' in html
    assert "Something else" not in html


def test_somebody_who_left_is_still_there_for_those_weeks(sana, ivy, dora, harbour, as_user):
    logged(dora, harbour, weeks_ago(2), [70] * 6)
    dora.memberships.update(until=timezone.now() - timedelta(days=1))
    for viewer in (sana, ivy):
        assert as_user(viewer).get(f"/teams/{harbour.slug}/people/{dora.pk}/").status_code == 200


def test_who_was_never_in_the_team_is_not_there(ivy, harbour, otto, as_user):
    assert as_user(ivy).get(f"/teams/{harbour.slug}/people/{otto.pk}/").status_code == 404


def test_ada_is_told_where_her_own_page_is(ada, adas, as_user):
    response = as_user(ada).get(adas)
    assert response.status_code == 403
    assert "are under “Me”" in text_of(response)


def test_a_supervisor_who_logs_is_spoken_to(sana, harbour, as_user):
    MembershipFactory(user=sana, team=harbour)
    logged(sana, harbour, TODAY, [70] * 6)
    assert "Your score, week by week" in text_of(as_user(sana).get(f"/teams/{harbour.slug}/people/{sana.pk}/"))


def test_nothing_logged_asks_kindly(sana, adas, as_user):
    words = text_of(as_user(sana).get(adas))
    assert "Ada has logged nothing here lately" in words
    assert "Is there time to log?" in words


def test_a_channel_without_encounters_leads_back_to_all(sana, ada, harbour, adas, as_user):
    logged(ada, harbour, TODAY, [70] * 6)
    words = text_of(as_user(sana).get(f"{adas}?channel=click"))
    assert "Nothing like that in these weeks" in words
    assert "All channels" in words
    assert "Nothing like that in these weeks" in text_of(as_user(ada).get("/me/?channel=click"))


@pytest.mark.parametrize("query", ["?weeks=x&channel=y", "?weeks=99999999999999999999", "?weeks=-4"])
def test_what_the_address_cannot_mean_is_the_usual(sana, adas, as_user, query):
    assert as_user(sana).get(adas + query).status_code == 200


def test_more_weeks_cost_no_more_queries(sana, ada, harbour, adas, as_user):
    client = as_user(sana)
    logged(ada, harbour, TODAY, [70] * 6)
    few = queries_of(client, adas)
    for week in range(12):
        for channel in ("face", "ear", "click"):
            logged(ada, harbour, weeks_ago(week), [70] * 6, channel=channel)
    assert queries_of(client, adas) == few


def _assessed(encounter) -> None:
    finding = {
        "practice": "personal_greeting",
        "score": 100,
        "reason": "",
        "evidence": [["greeting", 0, 26, encounter.greeting[:26], ""]],
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
