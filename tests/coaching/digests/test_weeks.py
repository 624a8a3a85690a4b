"""Which week a mail is about and when it is due, in every time zone and when the clocks change."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coaching.digests.weeks import last_moment, turn_of
from microconnect.periods import Period, day_in

LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2026-11-22T23:59", date(2026, 11, 9)),
        ("2026-11-23T00:00", date(2026, 11, 16)),
        ("2026-11-29T12:00", date(2026, 11, 16)),
    ],
)
def test_it_is_about_the_last_week_that_is_over(now, monday):
    assert turn_of(LONDON, datetime.fromisoformat(now + "+00:00")).week.start == monday


@pytest.mark.parametrize(
    ("zone", "monday", "seven"),
    [
        (LONDON, "2026-03-30", "2026-03-30T06:00+00:00"),  # the clocks went forward the day before
        (LONDON, "2026-10-26", "2026-10-26T07:00+00:00"),  # and back
        ("Asia/Beirut", "2026-03-30", "2026-03-30T04:00+00:00"),  # forward at midnight
        ("Pacific/Kiritimati", "2026-11-23", "2026-11-22T17:00+00:00"),
        ("Asia/Kathmandu", "2026-11-23", "2026-11-23T01:15+00:00"),
    ],
)
def test_it_is_mailed_at_seven_whatever_the_clocks_do(zone, monday, seven):
    turn = turn_of(zone, datetime.fromisoformat(monday + "T12:00+00:00"))
    at = datetime.fromisoformat(seven)
    assert turn.from_at == at
    assert not turn.has_come(at - timedelta(seconds=1))
    assert turn.has_come(at)


def test_a_week_ends_with_its_sunday_also_when_the_clocks_change():
    for monday in (date(2026, 3, 23), date(2026, 10, 19), date(2026, 11, 16)):
        week = Period(monday, monday + timedelta(weeks=1))
        for zone in (LONDON, "Asia/Beirut", "America/Santiago", "Pacific/Auckland"):
            end = last_moment(week, zone)
            assert day_in(zone, end) == week.last_day
            assert day_in(zone, end.astimezone(UTC) + timedelta(microseconds=1)) == week.end


def test_over_a_change_of_the_clocks_each_week_comes_once():
    at, weeks = datetime(2026, 10, 20, tzinfo=UTC), []
    while at < datetime(2026, 11, 8, tzinfo=UTC):
        turn = turn_of(LONDON, at)
        if turn.has_come(at) and turn.week.start not in weeks:
            weeks.append(turn.week.start)
        at += timedelta(minutes=30)
    assert weeks == [date(2026, 10, 12), date(2026, 10, 19), date(2026, 10, 26)]
