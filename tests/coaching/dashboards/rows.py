"""Rows of the rollups for these tests: what a day of logging leaves behind."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from coaching.assessments.services import days_of
from coaching.rollups.cells import row_of, stored_weeks
from coaching.rollups.levels import add_to_organisation, add_to_team
from coaching.rollups.models import PersonWeek, sums_of
from coaching.rollups.services import refresh_weeks
from coaching.rollups.tally import Counted, Tally
from interactions.models import Encounter, Situation
from microconnect.people.models import Team, User
from microconnect.periods import week_of

TODAY = date(2026, 11, 18)  # a Wednesday; the tests freeze the clock on it
NOON = 12


def weeks_ago(weeks: int) -> date:
    """The Wednesday so many weeks before today."""
    return TODAY - timedelta(weeks=weeks)


def logged(
    person: User,
    team: Team,
    day: date,
    scores: Sequence[int],
    *,
    channel: str = "face",
    encounters: int | None = None,
    hour: int = NOON,
    situation: Situation | None = None,
    practices: Mapping[str, float] | None = None,
    **facts,
) -> None:
    """A day on which `person` logged encounters with these scores, half of them a micro-connection (and perhaps some without).

    `facts` are those of `Counted`, the same for each encounter: `concession`, `wait_seconds`.
    """
    unjudged = (len(scores) if encounters is None else encounters) - len(scores)
    tally = Tally()
    for nth, score in enumerate([*scores, *[None] * unjudged]):
        tally.add(_counted(day, hour, score, {**facts, "scores": practices or {}}))
        tally.counts["connections"] += nth < len(scores) // 2
    _store(person, team, day, channel, situation, tally)


def practised(
    person: User,
    team: Team,
    day: date,
    practice: str,
    scores: Sequence[int],
    *,
    channel: str = "face",
    situation: Situation | None = None,
) -> None:
    """How one practice scored for `person` on `day`, in encounters that were logged already, or else in new ones."""
    tally = Tally()
    for score in scores:
        tally.add(_counted(day, NOON, None, {"scores": {practice: score}}))
    tally.counts["connections"] = 0
    if PersonWeek.objects.filter(person=person, team=team, week=week_of(day).start, channel=channel).exists():
        tally.counts["encounters"] = 0
        tally.hours = {}
    _store(person, team, day, channel, situation, tally)


def count(*encounters: Encounter) -> None:
    """Bring the weeks of these encounters up to date; what `logged` left in the same weeks is gone then."""
    refresh_weeks(days_of(encounters))


def _counted(day: date, hour: int, score: int | None, facts: dict) -> Counted:
    plain: dict = {"scores": {}, "wait_seconds": None, "handling_seconds": None, "concession": ""}
    return Counted(day, hour, score, **{**plain, **facts})


def _store(person: User, team: Team, day: date, channel: str, situation: Situation | None, tally: Tally) -> None:
    week = week_of(day).start
    for key in {None, situation.pk if situation else None}:
        cell = week, channel, key
        row = stored_weeks(PersonWeek, [week], person_id=person.pk, team_id=team.pk).get(cell)
        if row is None:
            row = row_of(PersonWeek, cell, Tally(), days=0, person_id=person.pk, team_id=team.pk)
        sums = row.tally
        sums.merge(tally)
        for name, value in sums_of(sums).items():
            setattr(row, name, value)
        row.days |= 1 << day.weekday()
        row.save()
        add_to_team(team.pk, {cell: tally})
        add_to_organisation({cell: tally})
