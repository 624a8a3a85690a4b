"""Rows of the rollups for these tests: what a day of logging leaves behind."""

from collections.abc import Sequence
from datetime import date, timedelta

from coaching.rollups.models import ActivityDay, PracticeDay
from microconnect.people.models import Team, User

TODAY = date(2026, 11, 18)  # a Wednesday; the tests freeze the clock on it


def weeks_ago(weeks: int) -> date:
    """The Wednesday so many weeks before today."""
    return TODAY - timedelta(weeks=weeks)


def logged(
    person: User, team: Team, day: date, scores: Sequence[int], *, channel: str = "face", encounters: int | None = None
) -> ActivityDay:
    """A day on which `person` logged encounters with these scores (and perhaps some without)."""
    return ActivityDay.objects.create(
        person=person,
        team=team,
        day=day,
        channel=channel,
        encounters=len(scores) if encounters is None else encounters,
        connections=len(scores) // 2,
        judged=len(scores),
        total=sum(scores),
        squares=sum(score * score for score in scores),
    )


def practised(
    person: User, team: Team, day: date, practice: str, scores: Sequence[int], *, channel: str = "face"
) -> PracticeDay:
    """How one practice scored for `person` on `day`; the day itself is there as well."""
    ActivityDay.objects.get_or_create(
        person=person,
        team=team,
        day=day,
        channel=channel,
        defaults={"encounters": len(scores), "connections": 0, "judged": 0, "total": 0, "squares": 0},
    )
    return PracticeDay.objects.create(
        person=person,
        team=team,
        day=day,
        channel=channel,
        practice=practice,
        judged=len(scores),
        total=sum(scores),
        squares=sum(score * score for score in scores),
    )
