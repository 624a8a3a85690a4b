"""Look at the last weeks by a draft, in the background: batch after batch, with how far it is, and nothing stored but sums."""

from datetime import date, timedelta

from coaching.assessments.models import Assessment
from coaching.guidelines.models import GuidelineVersion
from coaching.looking.comparing import Reader, compare
from coaching.looking.tally import Tally
from coaching.rescoring.by_guidelines import GuidelinesReader
from coaching.rescoring.by_scorecard import ScorecardReader
from coaching.rescoring.rows import team_rows
from coaching.scorecards.models import ScorecardVersion
from microconnect.jobs.running import Run
from microconnect.people.models import Team


def look_at_guidelines(run: Run) -> None:
    """`parameters`: version (primary key of the draft), edition, weeks, last_day (ISO date)."""
    draft = GuidelineVersion.objects.filter(pk=run.job.parameters["version"]).first()
    if draft is not None:  # thrown away before its turn came, there is no result
        _look(run, GuidelinesReader(draft))


def look_at_scorecard(run: Run) -> None:
    """The same parameters."""
    draft = ScorecardVersion.objects.filter(pk=run.job.parameters["version"]).first()
    if draft is not None:
        _look(run, ScorecardReader(draft))


def days_of_look(weeks: int, last: date) -> tuple[date, date]:
    return last - timedelta(weeks=weeks) + timedelta(days=1), last


def _look(run: Run, reader: Reader) -> None:
    """From the start each time: it takes seconds, and nothing of a run before is worth keeping."""
    first, last = days_of_look(run.job.parameters["weeks"], date.fromisoformat(run.job.parameters["last_day"]))
    tally, done = Tally(), 0
    run.count(Assessment.objects.filter(encounter__occurred_on__range=(first, last)).count())
    for team in Team.objects.order_by("pk").values_list("pk", flat=True):
        for rows in team_rows(team, first, last):
            with run.batch() as batch:
                for seen in compare(reader, rows):
                    tally.add(seen)
                done += len(rows)
                batch.done = done
    run.finish(**tally.as_json())
