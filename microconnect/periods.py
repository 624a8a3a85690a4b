"""Days and weeks as a team lives them: pure dates, no clock. Weeks begin on Monday (ISO 8601)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOURS_A_WEEK = 168


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole days from `start` up to, not including, `end`."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def before(self, *, weeks: int = 0, days: int = 0) -> "Period":
        """The period of the same length so much earlier."""
        shift = timedelta(weeks=weeks, days=days)
        return Period(self.start - shift, self.end - shift)

    def weeks(self) -> Iterator["Period"]:
        """The calendar weeks that the period touches, oldest first."""
        week = week_of(self.start)
        while week.start < self.end:
            yield week
            week = Period(week.end, week.end + timedelta(weeks=1))


def day_in(zone: str, at: datetime) -> date:
    """The calendar day of the aware datetime `at` in the time zone named `zone` ("Europe/London")."""
    return at.astimezone(ZoneInfo(zone)).date()


def hours_into_week(zone: str, at: datetime) -> int:
    """How many hours of the week are over on the clocks of `zone`, to the nearest; 168 at the end of Sunday."""
    there = at.astimezone(ZoneInfo(zone))
    return there.weekday() * 24 + there.hour + (there.minute >= 30)


def starts_at(zone: str, day: date) -> datetime:
    """The first moment of `day` in `zone`: days are 23 or 25 hours long when the clocks change."""
    return datetime.combine(day, time.min, ZoneInfo(zone))


def week_of(day: date) -> Period:
    """The week, Monday to Sunday, that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(weeks=1))


def last_weeks(count: int, today: date) -> Period:
    """The last `count` calendar weeks up to and including the current one."""
    this_week = week_of(today)
    return Period(this_week.start - timedelta(weeks=count - 1), this_week.end)
