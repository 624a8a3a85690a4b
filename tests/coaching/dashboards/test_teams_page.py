"""Several teams side by side, and never a league table."""

from datetime import timedelta

import pytest

from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, count, logged, weeks_ago
from tests.factories import EncounterFactory, PromiseFactory, TeamFactory


def test_an_administrator_sees_all_teams_by_name(ivy, ada, harbour, mill, as_user):
    logged(ada, mill, TODAY, [95] * 6)
    logged(ada, harbour, TODAY, [60] * 6)
    words = text_of(as_user(ivy).get("/teams/"))
    assert words.index("Harbour Street") < words.index("Mill Lane")
    assert "so they are not ranked" in words


def test_a_supervisor_sees_the_supervised_teams_alone(sana, harbour, mill, as_user):
    words = text_of(as_user(sana).get("/teams/"))
    assert "Harbour Street" in words
    assert "Mill Lane" not in words


def test_a_card_says_how_many_how_good_and_how_sure(sana, ada, harbour, now, as_user):
    for week in range(4):
        logged(ada, harbour, weeks_ago(week), [60, 70, 80])
    promise = PromiseFactory(encounter=EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(weeks=6)))
    count(promise.encounter)
    words = text_of(as_user(sana).get("/teams/"))
    assert "3 encounters this week · 1 person" in words
    assert "70 between 65 and 75 · 12 judged in 4 weeks" in words
    assert "1 promise overdue" in words


def test_a_card_counts_those_who_are_there_now(sana, ada, ben, harbour, now, as_user):
    ben.memberships.update(until=now - timedelta(days=1))
    logged(ada, harbour, TODAY, [70] * 6)
    logged(ben, harbour, weeks_ago(1), [70] * 6)
    client = as_user(sana)
    assert "6 encounters this week · 1 person" in text_of(client.get("/teams/"))
    assert "Harbour Street · 1 person" in text_of(client.get("/teams/harbour-street/"))


def test_a_card_is_as_sure_as_so_few_people_make_it(sana, ada, ben, harbour, as_user):
    """Two who differ and score alike each time: fifty encounters say little about a third person's."""
    logged(ada, harbour, TODAY, [60, 61] * 13)
    logged(ben, harbour, TODAY, [80, 81] * 13)
    words = text_of(as_user(sana).get("/teams/"))
    assert "71 between 0 and 100 · 52 judged in 4 weeks" in words


def test_a_card_of_a_team_without_encounters_says_so(sana, ada, harbour, as_user):
    words = text_of(as_user(sana).get("/teams/"))
    assert "nothing logged in 4 weeks 0 encounters this week · 1 person" in words


def test_frontline_people_are_told_where_their_figures_are(ada, as_user):
    response = as_user(ada).get("/teams/")
    assert response.status_code == 403
    assert "are under “Me”" in text_of(response)


def test_a_house_without_teams_teaches(ivy, as_user):
    assert "No teams yet" in text_of(as_user(ivy).get("/teams/"))


def test_many_teams_come_in_pages_of_as_many_queries(ivy, ada, as_user):
    client = as_user(ivy)
    logged(ada, TeamFactory(), TODAY, [70] * 6)
    few = queries_of(client, "/teams/")
    for _ in range(30):
        logged(ada, TeamFactory(), TODAY, [70] * 6)
    assert queries_of(client, "/teams/") == few
    assert "Earlier names" in text_of(client.get("/teams/?page=2"))


@pytest.mark.parametrize("page", ["0", "99", "x"])
def test_pages_that_are_not_there_are_the_nearest_ones(ivy, harbour, as_user, page):
    assert as_user(ivy).get(f"/teams/?page={page}").status_code == 200
