"""The parts of a team's page that are read on demand."""

import re
from datetime import timedelta

import pytest

from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, logged, practised, weeks_ago
from tests.factories import SituationFactory, UserFactory

HARBOUR = "/teams/harbour-street/"
PARTS = ("when", "situations", "matrix")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_a_page_of_its_own_and_a_fragment_for_htmx(sana, ada, harbour, as_user, part):
    logged(ada, harbour, TODAY, [70] * 6, situation=SituationFactory())
    client = as_user(sana)
    page = client.get(f"{HARBOUR}{part}/?weeks=13")
    assert b"<main" in page.content
    assert b'href="/teams/harbour-street/?weeks=13"' in page.content
    fragment = client.get(f"{HARBOUR}{part}/?weeks=13", headers={"HX-Request": "true"})
    assert b"<main" not in fragment.content
    assert fragment.content.strip() in page.content


@pytest.mark.parametrize("part", PARTS)
def test_nothing_logged_is_no_error(sana, harbour, as_user, part):
    assert as_user(sana).get(f"{HARBOUR}{part}/").status_code == 200


def test_hours_and_days_of_nothing_are_a_sentence_and_no_empty_tables(sana, harbour, as_user):
    page = as_user(sana).get(f"{HARBOUR}when/")
    assert "Nobody logged an encounter like that in these weeks." in text_of(page)
    assert "<table" not in page.content.decode()


def test_encounters_that_could_not_be_judged_have_hours_and_no_scores(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [], encounters=3)
    page = as_user(sana).get(f"{HARBOUR}when/")
    assert "Nothing could be judged in these weeks." in text_of(page)
    assert page.content.decode().count("<table") == 1


@pytest.mark.parametrize("part", PARTS)
def test_more_encounters_cost_no_more_queries(sana, ada, ben, harbour, as_user, part):
    client = as_user(sana)
    logged(ada, harbour, TODAY, [70] * 6, situation=SituationFactory())
    few = queries_of(client, f"{HARBOUR}{part}/")
    for week in range(4):
        for person in (ada, ben):
            logged(person, harbour, weeks_ago(week), [60, 80] * 6, situation=SituationFactory())
            practised(person, harbour, weeks_ago(week), "warm_close", [0, 50] * 6)
    assert queries_of(client, f"{HARBOUR}{part}/") == few


def test_the_hours_are_those_of_the_teams_clock(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 3, hour=7)
    logged(ada, harbour, TODAY, [70] * 2, hour=20)
    words = text_of(as_user(sana).get(f"{HARBOUR}when/"))
    assert "7 8 9 10 11 12 13 14 15 16 17 18 19 20 Mon" in words
    assert "Wed 3 0 0 0 0 0 0 0 0 0 0 0 0 2 Thu" in words


@pytest.mark.parametrize("part", PARTS)
def test_one_person_narrows_a_part(sana, ada, ben, harbour, as_user, part):
    lost = SituationFactory(name="Lost and found")
    logged(ada, harbour, TODAY, [70] * 7, situation=lost, practices={"warm_close": 50})
    logged(ben, harbour, TODAY, [90] * 9, situation=lost, practices={"warm_close": 50})
    words = text_of(as_user(sana).get(f"{HARBOUR}{part}/?person={ben.pk}"))
    shown = {"when": "Wed 0 0 0 9", "situations": "Lost and found 9", "matrix": "Ben Lindqvist 50"}
    assert shown[part] in words
    assert "Ada" not in words
    assert "Between people" not in words


def test_an_evening_that_surely_differs_is_named(sana, ada, harbour, as_user):
    for day in range(7):
        logged(ada, harbour, weeks_ago(1) - timedelta(days=day), [70, 80] * 6, hour=10)
        logged(ada, harbour, weeks_ago(1) - timedelta(days=day), [40, 50] * 6, hour=19)
    words = text_of(as_user(sana).get(f"{HARBOUR}when/"))
    assert "Before noon, From five on: surely different from the rest of the week." in words


def test_an_even_week_is_said_to_be_even(sana, ada, ben, harbour, as_user):
    for day in range(7):
        for person in (ada, ben):
            logged(person, harbour, weeks_ago(1) - timedelta(days=day), [60, 70, 80], hour=10 + day)
    words = text_of(as_user(sana).get(f"{HARBOUR}when/"))
    assert "nothing differs more than chance alone would make it" in words
    assert "Between people there is no more difference than chance alone would make." in words


def test_people_who_differ_are_so_many_points_apart(sana, ada, ben, harbour, as_user):
    logged(ada, harbour, TODAY, [60, 62] * 30)
    logged(ben, harbour, TODAY, [80, 82] * 30)
    assert "about 14 points apart" in text_of(as_user(sana).get(f"{HARBOUR}when/"))


def test_situations_have_their_first_time_rate_and_waits(sana, ada, harbour, mill, as_user):
    lost = SituationFactory(name="Lost and found")
    for scores, wait in ((100, 60), (100, 60), (100, 60), (0, 600), (100, 60), (100, 60)):
        logged(ada, harbour, TODAY, [70], situation=lost, practices={"right_first_time": scores}, wait_seconds=wait)
    for _ in range(40):
        logged(UserFactory(), mill, TODAY, [70], situation=lost, practices={"right_first_time": 0})
    words = text_of(as_user(sana).get(f"{HARBOUR}situations/"))
    assert re.search(r"Lost and found 6 83 between 44–97 0 % · surely different 0:55 min · 10:20 min – · –", words)


def test_a_person_of_two_teams_counts_in_each_what_was_logged_there(sana, ada, harbour, mill, as_user):
    practised(ada, harbour, TODAY, "warm_close", [100] * 6)
    practised(ada, mill, TODAY, "warm_close", [0] * 6)
    words = text_of(as_user(sana).get(f"{HARBOUR}matrix/"))
    assert "Ada Okafor 100" in words


def test_cells_under_five_are_a_dot_and_only_sure_ones_are_marked(sana, ada, ben, harbour, as_user):
    practised(ada, harbour, TODAY, "warm_close", [100, 100, 50] * 20)
    practised(ben, harbour, TODAY, "warm_close", [0, 0, 50] * 20)
    practised(ada, harbour, TODAY, "presence", [100] * 4)
    practised(ben, harbour, TODAY, "presence", [50] * 6)
    practised(ada, harbour, TODAY, "recognition", [0, 50, 100, 100] * 3)
    practised(ben, harbour, TODAY, "recognition", [0, 50, 50, 100] * 3)
    words = text_of(as_user(sana).get(f"{HARBOUR}matrix/"))
    assert "Ada Okafor 63 · 83▲" in words  # a dozen each, and chance explains the difference
    assert "Ben Lindqvist 50 50 17▼" in words


def test_people_stand_by_name(sana, ada, ben, harbour, as_user):
    practised(ada, harbour, TODAY, "warm_close", [0] * 6)
    practised(ben, harbour, TODAY, "warm_close", [100] * 6)
    words = text_of(as_user(sana).get(f"{HARBOUR}matrix/"))
    assert words.index("Ada Okafor") < words.index("Ben Lindqvist")
