"""Start a look at a draft, and find the newest one."""

from datetime import date

from coaching.looking.works import LOOK, RESCORE
from coaching.versions.models import Version
from microconnect.jobs.models import Job, JobQuerySet
from microconnect.jobs.services import start_job
from microconnect.people.models import User


def start_look(*, by: User | None, room: str, draft: Version, weeks: int, today: date) -> Job:
    """Hold the draft against the last weeks. Looks of before are forgotten: they hold whose scores moved."""
    looks_of(room).exclude(pk__in=looks_of(room).under_way()).delete()
    return start_job(
        by=by,
        kind=LOOK[room],
        version=draft.pk,
        edition=draft.edition,
        weeks=weeks,
        last_day=today.isoformat(),
    )


def newest_look(room: str, draft: Version) -> Job | None:
    """The newest look at this draft, whatever it has become since."""
    return looks_of(room).filter(parameters__version=draft.pk).first()


def looks_of(room: str) -> JobQuerySet:
    return Job.objects.filter(kind=LOOK[room]).order_by("-pk")


def start_rescore(*, by: User | None, room: str, version: Version) -> Job | None:
    """Score again what the version counts for; None where that is only what is logged from now on."""
    if version.counts_from is None:
        return None
    return start_job(by=by, kind=RESCORE[room], version=version.pk, first_day=version.counts_from.isoformat())


def newest_rescore(room: str) -> Job | None:
    return Job.objects.filter(kind=RESCORE[room]).order_by("-pk").first()
