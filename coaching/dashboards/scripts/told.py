"""Which weeks a supervisor may read by name: those that the person has had on their own page for a whole week."""

from datetime import date, timedelta

from coaching.dashboards.choices import Choice
from microconnect.periods import Period, week_of

WAIT = timedelta(weeks=1)


def told_until(today: date) -> date:
    """The Monday before which every week is told: whole weeks that ended seven days ago or earlier."""
    return week_of(today).start - WAIT


def told(period: Period, today: date) -> Period:
    """As many weeks, moved back as far as it takes; a period that is long over stays as it is."""
    back = max(0, (period.end - told_until(today)).days)
    return period.before(weeks=-(-back // 7))


def told_before_and_recent(choice: Choice) -> tuple[Period, Period]:
    """What may have changed and what it is compared with, both moved back as far: no week is in both."""
    recent = told(choice.recent, choice.today)
    return choice.before.before(days=(choice.recent.start - recent.start).days), recent
