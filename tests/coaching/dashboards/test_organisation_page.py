"""An administrator reads everybody together: teams in the order of what is sure, and who may need time to log."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, count, logged, practised, weeks_ago
from tests.factories import (
    EncounterFactory,
    MembershipFactory,
    PromiseFactory,
    SituationFactory,
    TeamFactory,
    UserFactory,
)

HERE = "/organisation/"


@pytest.fixture
def teams(harbour, mill):
    """Harbour Street and Mill Lane, five people each who log in both halves of the last eight weeks."""
    people = {}
    for team in (harbour, mill):
        people[team] = [UserFactory() for _ in range(5)]
        for person in people[team]:
            MembershipFactory(user=person, team=team)
    return people


def test_everybody_is_there_together(ivy, ada, harbour, mill, as_user):
    logged(ada, harbour, TODAY, [60, 70, 80])
    logged(ada, mill, TODAY, [60, 70, 80])
    words = text_of(as_user(ivy).get(HERE))
    assert "Encounters this week 6" in words
    assert "between 61 and 79 · 6 judged" in words


def test_a_team_that_surely_differs_comes_first_with_the_sentence(ivy, teams, harbour, mill, as_user):
    for team, usual in ((harbour, 1), (mill, 6)):
        for person, more in zip(teams[team], (0, -1, 1, 0, 0), strict=True):
            missed = usual + more
            practised(person, team, TODAY, "right_first_time", [100] * (20 - missed) + [0] * missed)
    words = text_of(as_user(ivy).get(HERE))
    assert "first-time rate 70 % against 95 % elsewhere, 100 encounters, sure" in words


def test_a_team_that_surely_changed_comes_before_those_by_name(ivy, teams, harbour, mill, as_user):
    for team, now in ((harbour, 70), (mill, 85)):
        for nth, person in enumerate(teams[team]):
            logged(person, team, weeks_ago(5), [60 + nth, 70 + nth, 80 + nth] * 5)
            logged(person, team, weeks_ago(1), [now - 10 + nth, now + nth, now + 10 + nth] * 5)
    words = text_of(as_user(ivy).get(HERE)).split("never by mean")[1]
    assert "score 72 to 87 since 26 October, 75 encounters, sure" in words
    assert words.index("Mill Lane") < words.index("Harbour Street")


def test_one_keen_person_makes_no_team_differ(ivy, teams, harbour, mill, as_user):
    """By encounters alone that would be sure; it is one of five people."""
    for team in (harbour, mill):
        for nth, person in enumerate(teams[team]):
            scores = [95] * 60 if (team, nth) == (mill, 0) else [60, 70, 80] * 4
            logged(person, team, TODAY, scores)
    words = text_of(as_user(ivy).get(HERE))
    assert "elsewhere" not in words.split("When we say")[0]


def test_overdue_promises_come_before_names(ivy, ada, harbour, mill, now, as_user):
    logged(ada, harbour, TODAY, [70])
    encounter = EncounterFactory(person=ada, team=mill, occurred_at=now - timedelta(days=5))
    count(PromiseFactory(encounter=encounter, due_at=now - timedelta(days=1)).encounter)
    words = text_of(as_user(ivy).get(HERE)).split("never by mean")[1]
    assert "1 promise overdue" in words
    assert words.index("Mill Lane") < words.index("Harbour Street")


def test_practices_and_channels_tell_what_moved(ivy, ada, harbour, as_user):
    for week in range(4, 8):
        practised(ada, harbour, weeks_ago(week), "warm_close", [0, 50] * 30)
    for week in range(4):
        practised(ada, harbour, weeks_ago(week), "warm_close", [50, 100] * 30 + [100] * week)
    words = text_of(as_user(ivy).get(HERE))
    assert "Close like a person" in words
    assert "+51 sure" in words


def test_who_has_not_logged_is_counted_and_named_on_a_page_of_its_own(ivy, ada, ben, harbour, as_user):
    logged(ada, harbour, weeks_ago(1), [70])
    logged(ben, harbour, weeks_ago(2), [70])
    response = as_user(ivy).get(HERE)
    assert "1 of 2 logged" in text_of(response)
    assert "Lindqvist" not in text_of(response)
    assert f"/organisation/time-to-log/?team={harbour.slug}" in response.content.decode()
    words = text_of(as_user(ivy).get(f"/organisation/time-to-log/?team={harbour.slug}"))
    assert "Time to log?" in words
    assert "Ben Lindqvist" in words
    assert "Ada" not in words


def test_who_joined_within_the_week_is_not_asked_yet(ivy, ada, harbour, as_user):
    ada.memberships.update(since=timezone.now() - timedelta(days=6))
    assert "Ada" not in text_of(as_user(ivy).get("/organisation/time-to-log/"))


def test_supervisors_and_closed_accounts_are_not_asked(ivy, sana, dora, as_user):
    assert "Everybody has logged" in text_of(as_user(ivy).get("/organisation/time-to-log/"))


def test_a_retired_team_is_asked_nothing(ivy, ada, ben, harbour, as_user):
    harbour.retired_at = timezone.now()
    harbour.save()
    assert "Everybody has logged" in text_of(as_user(ivy).get("/organisation/time-to-log/"))


def test_one_encounter_is_counted_but_not_judged_on(ivy, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70])
    words = text_of(as_user(ivy).get(HERE))
    assert "Encounters this week 1" in words
    assert "Score this week – not enough yet" in words


def test_nothing_logged_teaches(ivy, as_user):
    assert "Nothing logged in these weeks" in text_of(as_user(ivy).get(HERE))


def test_it_can_be_narrowed_to_a_channel_and_a_situation(ivy, ada, harbour, as_user):
    late = SituationFactory(name="Late delivery", slug="late-delivery")
    logged(ada, harbour, TODAY, [70] * 6, situation=late)
    logged(ada, harbour, TODAY, [70] * 6, channel="ear")
    client = as_user(ivy)
    assert "Encounters this week 12" in text_of(client.get(HERE))
    assert "Encounters this week 6" in text_of(client.get(f"{HERE}?situation=late-delivery"))
    assert "Nothing like that in these weeks" in text_of(client.get(f"{HERE}?situation=late-delivery&channel=ear"))
    assert "situation=late-delivery" in client.get(f"{HERE}?situation=late-delivery").content.decode()


@pytest.mark.parametrize("query", ["?page=x", "?page=-3&weeks=1e9", "?situation=none&channel=%00", "?weeks=52&page=99"])
def test_what_the_address_cannot_mean_is_the_usual(ivy, ada, harbour, as_user, query):
    logged(ada, harbour, TODAY, [70] * 6)
    assert as_user(ivy).get(HERE + query).status_code == 200
    assert as_user(ivy).get(f"/organisation/time-to-log/{query}&team=none").status_code == 200


def test_others_are_told_where_their_figures_are(sana, as_user):
    response = as_user(sana).get(HERE)
    assert response.status_code == 403
    assert "for administrators" in text_of(response)


def test_many_teams_come_in_pages_of_as_many_queries(ivy, ada, as_user):
    client = as_user(ivy)
    logged(ada, TeamFactory(), TODAY, [70] * 6)
    few = queries_of(client, HERE)
    for _ in range(55):
        logged(ada, TeamFactory(), TODAY, [70] * 6)
    assert queries_of(client, HERE) <= few  # with few teams the people are the sample: one query more
    assert "1 to 50 of 57" in text_of(client.get(HERE))
