"""Greetings and days as people say them."""

from datetime import UTC, date, datetime

import pytest

from coaching.dashboards.wording import day_not_long_ago, greeting, percent


@pytest.mark.parametrize(
    ("hour", "words"),
    [(4, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (18, "Good evening"), (2, "Good evening")],
)
def test_the_greeting_follows_the_hour(hour, words):
    assert greeting("Sana", datetime(2026, 11, 18, hour, 5, tzinfo=UTC), "Europe/London") == f"{words}, Sana."


def test_the_hour_is_the_teams_own():
    at = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
    assert greeting("Sana", at, "Asia/Tokyo") == "Good evening, Sana."


def test_a_day_of_the_last_week_is_a_weekday_and_others_are_dates():
    today = date(2026, 11, 18)
    assert day_not_long_ago(date(2026, 11, 12), today) == "Thursday"
    assert day_not_long_ago(date(2026, 11, 11), today) == "11 November"


def test_shares_are_rounded_half_up():
    assert percent(0.825) == "83\u00a0%"
