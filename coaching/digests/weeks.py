"""Which week a digest is about, and from when to when it is sent: in the team's own time, whatever the clocks do."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from microconnect.notices.models import MailKind
from microconnect.people.models import Team, User
from microconnect.periods import Period, day_in, starts_at, week_of

MORNING = time(7)
LATE_DAYS = 3  # after that last week is no news any more; the pages have it all the same
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A week, Monday to Sunday, that is over in `zone`, and from when on it is mailed."""

    week: Period
    zone: str
    from_at: datetime

    def has_come(self, now: datetime) -> bool:
        return self.from_at <= now < self.from_at + timedelta(days=LATE_DAYS)


def turn_of(zone: str, now: datetime, others: Collection[str] = ()) -> Turn:
    """The last whole week in `zone`. It is mailed on Monday at seven there, but not before it is over in `others` too."""
    this_week = week_of(day_in(zone, now))
    morning = datetime.combine(this_week.start, MORNING, ZoneInfo(zone))
    over = [starts_at(other, this_week.start) for other in others]
    return Turn(this_week.before(weeks=1), zone, max([morning, *over]))


def turn_for(person: User, kind: MailKind, now: datetime, teams: Sequence[Team] = ()) -> Turn:
    """A person's turn. `teams` are those the mail is about."""
    return turn_of(person.time_zone, now, {team.time_zone for team in teams} if kind == MailKind.TEAMS_WEEK else ())


def next_turn(person: User, now: datetime) -> datetime:
    """When the next mail is due: a Monday at seven."""
    this_week = week_of(day_in(person.time_zone, now))
    return datetime.combine(this_week.end, MORNING, ZoneInfo(person.time_zone))


def last_moment(week: Period, zone: str) -> datetime:
    """The end of Sunday: a page built for this moment is about that week."""
    return starts_at(zone, week.end) - _MOMENT
