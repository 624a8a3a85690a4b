"""Days and weeks as a team lives them, also when the clocks change."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microconnect.periods import HOURS_A_WEEK, Period, day_in, hours_into_week, last_weeks, starts_at, week_of

days = st.dates(date(2000, 1, 8), date(2100, 1, 1))


@given(days)
def test_a_week_is_seven_days_from_monday_and_holds_its_day(day):
    week = week_of(day)
    assert week.start.weekday() == 0
    assert week.days == 7
    assert day in week
    assert week.end not in week


@given(days, st.integers(1, 60))
def test_the_last_weeks_end_with_this_one(day, count):
    period = last_weeks(count, day)
    weeks = list(period.weeks())
    assert len(weeks) == count
    assert weeks[-1] == week_of(day)
    assert all(before.end == after.start for before, after in pairwise(weeks))


def test_a_period_knows_the_one_before():
    october = Period(date(2026, 10, 5), date(2026, 10, 12))
    assert october.before(weeks=1) == Period(date(2026, 9, 28), date(2026, 10, 5))
    assert october.before(days=1).start == date(2026, 10, 4)
    assert october.last_day == date(2026, 10, 11)


def test_the_day_is_that_of_the_place():
    at = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert day_in("Europe/London", at) == date(2026, 11, 21)
    assert day_in("Europe/Madrid", at) == date(2026, 11, 22)


def test_days_are_longer_and_shorter_when_the_clocks_change():
    def hours(day: date) -> float:
        return (
            starts_at("Europe/London", day + timedelta(days=1)).astimezone(UTC)
            - starts_at("Europe/London", day).astimezone(UTC)
        ).total_seconds() / 3600

    assert hours(date(2026, 3, 29)) == 23
    assert hours(date(2026, 10, 25)) == 25
    assert hours(date(2026, 6, 1)) == 24


@pytest.mark.parametrize(
    ("at", "hours"),
    [
        (datetime(2026, 11, 16, 0, 0, tzinfo=UTC), 0),
        (datetime(2026, 11, 18, 9, 29, tzinfo=UTC), 57),
        (datetime(2026, 11, 18, 9, 30, tzinfo=UTC), 58),
        (datetime(2026, 11, 22, 23, 59, tzinfo=UTC), HOURS_A_WEEK),
    ],
)
def test_the_hours_of_a_week_are_counted_to_the_nearest(at, hours):
    assert hours_into_week("Europe/London", at) == hours


def test_the_hours_of_a_week_are_those_of_the_clock_there():
    assert hours_into_week("Pacific/Auckland", datetime(2026, 11, 15, 20, 0, tzinfo=UTC)) == 9
