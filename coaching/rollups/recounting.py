"""Count one team's weeks anew when its clock is another one: the hours of its weeks are what that clock shows.

A job: it can be stopped and killed, goes on where it was, and people log meanwhile. Until it is done `verify_rollups` names
the weeks that are left.
"""

from typing import Any

from coaching.rollups.models import TOGETHER_AND_APART, PersonWeek
from coaching.rollups.services import refresh_weeks
from microconnect.jobs.running import Run
from microconnect.jobs.services import start_job
from microconnect.organisation.signals import team_time_zone_changed
from microconnect.people.models import Team, User

KIND = "recount_team"


def connect() -> None:
    team_time_zone_changed.connect(_on_another_clock, dispatch_uid="coaching.rollups")


def recount(run: Run) -> None:
    """The cursor is the last person that is done."""
    weeks = PersonWeek.objects.filter(TOGETHER_AND_APART, team=run.job.parameters["team"]).order_by()
    people = sorted(set(weeks.values_list("person", flat=True).distinct()))
    run.count(len(people))
    for person in (key for key in people if key > (run.job.cursor or 0)):
        with run.batch() as batch:
            mine = weeks.filter(person=person).values_list("person", "team", "week").distinct()
            refresh_weeks(list(mine))
            batch.done, batch.cursor = batch.done + 1, person


def _on_another_clock(sender: type[Team], team: Team, by: User, **kwargs: Any) -> None:
    start_job(by=by, kind=KIND, team=team.pk)
