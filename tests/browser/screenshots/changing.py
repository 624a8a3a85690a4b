"""Guidelines that changed once and are about to change again, for the administrators' pictures."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from coaching.guidelines.models import Strength
from coaching.guidelines.services import add_starter, drafting
from coaching.guidelines.starters import BY_KEY
from coaching.looking.works import RESCORE
from coaching.versions.looks import start_look
from microconnect.jobs.models import Job, Status
from microconnect.jobs.running import run_now
from microconnect.people.models import User

_ROOM = "guidelines"


def second_version(*, by: User) -> None:
    """One line fewer, since three weeks ago."""
    draft = drafting.begin(by=by)
    draft.guidelines.filter(title__contains="you again").delete()
    why = "Regulars told us that they like it."
    three_weeks_ago = timezone.now() - timedelta(weeks=3)
    drafting.publish(by=by, draft=draft, edition=draft.edition, why=why, counts_from=None, now=three_weeks_ago)


def third_in_draft(*, by: User) -> dict[str, str]:
    """A draft with lines added and changed, one of them not yet right, and what it would have done."""
    draft = drafting.begin(by=by)
    add_starter(by=by, draft=draft, starter=BY_KEY["retail"])
    draft.guidelines.filter(title="Pet names").update(strength=Strength.NEVER)
    told = draft.guidelines.exclude(suggestion="")[0]
    draft.guidelines.filter(title__contains="assist").update(other_examples="How may I assist you today, Maria?")
    draft.refresh_from_db()
    look = start_look(by=by, room=_ROOM, draft=draft, weeks=13, today=timezone.localdate())
    run_now(look)
    return {"guideline": told.get_absolute_url(), "look": look.get_absolute_url()}


def jobs_in_each_state(*, by: User) -> dict[str, str]:
    """Scoring again, as it waits, runs, was stopped and has failed; no worker is here to go on with it."""
    ended_at = timezone.now()
    states = {
        Status.WAITING: {},
        Status.RUNNING: {"run": uuid4(), "heard_at": _never_given_up(), "done": 412_300, "total": 1_000_000},
        Status.STOPPED: {"done": 412_300, "total": 1_000_000, "ended_at": ended_at},
        Status.FAILED: {"done": 412_300, "total": 1_000_000, "ended_at": ended_at},
    }
    jobs = {
        f"job-{status}": Job.objects.create(kind=RESCORE[_ROOM], status=status, asked_by=by, **values)
        for status, values in states.items()
    }
    return {name: job.get_absolute_url() for name, job in jobs.items()}


def _never_given_up() -> datetime:
    return timezone.now() + timedelta(days=1)
