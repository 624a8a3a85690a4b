"""Held against a year ago, or against all other teams."""

import re
from datetime import timedelta

import pytest

from tests.coaching.dashboards.reading import text_of
from tests.coaching.dashboards.rows import TODAY, logged, practised, weeks_ago
from tests.factories import MembershipFactory, TeamFactory, UserFactory

HARBOUR = "/teams/harbour-street/"
A_YEAR = timedelta(weeks=52)


@pytest.fixture
def people(harbour, ada, ben):
    more = [UserFactory() for _ in range(4)]
    for person in more:
        MembershipFactory(user=person, team=harbour)
    return [ada, ben, *more]


def test_the_other_teams_are_everybody_but_this_one(sana, people, mill, harbour, as_user):
    other = UserFactory()
    for nth, person in enumerate(people):
        logged(person, harbour, TODAY, [80 + nth, 82 + nth] * 10)
        practised(person, harbour, TODAY, "warm_close", [100, 100, 50] * 8)
    for day in range(3):
        logged(other, mill, TODAY - timedelta(days=day), [40, 50, 60] * 40)
        practised(other, mill, TODAY - timedelta(days=day), "warm_close", [0, 50] * 40)
    words = text_of(as_user(sana).get(HARBOUR + "?compare=teams"))
    assert "4 weeks, beside all other teams" in words
    assert "Face to face 84 of 120 +34 sure" in words  # 83.5 beside 50
    assert "Close like a person 83 of 144 +58 sure" in words  # 83 beside 25


def test_a_year_ago_is_the_same_weeks_of_last_year(sana, people, harbour, as_user):
    for nth, person in enumerate(people):
        logged(person, harbour, TODAY, [80 + nth, 82 + nth] * 10)
        logged(person, harbour, TODAY - A_YEAR, [50 + nth % 2, 52 + nth] * 10)
    words = text_of(as_user(sana).get(HARBOUR + "?compare=year"))
    assert "Face to face 84 of 120 +31 sure" in words
    assert "dotted: the same weeks a year ago" in words


def test_nothing_to_be_held_against_says_nothing(sana, people, harbour, as_user):
    logged(people[0], harbour, TODAY, [80, 82] * 10)
    client = as_user(sana)
    for comparison in ("teams", "year"):
        words = text_of(client.get(f"{HARBOUR}?compare={comparison}"))
        assert re.search(r"Face to face 81 of 20 By phone", words)


def test_a_small_difference_from_few_is_not_sure(sana, people, mill, harbour, as_user):
    logged(people[0], harbour, TODAY, [70, 80] * 3)
    logged(people[1], harbour, TODAY, [60, 90] * 3)
    logged(UserFactory(), TeamFactory(), weeks_ago(1), [60, 80] * 30)
    words = text_of(as_user(sana).get(HARBOUR + "?compare=teams"))
    assert "Face to face 75 of 12 +5" in words
    assert "+5 sure" not in words
