"""Ask for work, stop it, let it go on."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from microconnect.audit.models import record
from microconnect.jobs.models import LEASE, Job, Status
from microconnect.jobs.tasks import run_job, watch_job
from microconnect.people.models import User


def start_job(*, by: User | None, kind: str, **parameters: Any) -> Job:
    """Have `kind` done by a worker, after the transaction one is in."""
    with transaction.atomic():
        job = Job.objects.create(kind=kind, parameters=parameters, asked_by=by)
        transaction.on_commit(partial(_enqueue, job))
    return job


def stop_job(*, by: User, job: Job) -> None:
    """Ask it to stop after the batch in hand; one that no worker has begun stops at once. Asking twice changes nothing."""
    with transaction.atomic():
        asked = Job.objects.under_way().filter(pk=job.pk, stop_asked=False).update(stop_asked=True)
        waiting = Job.objects.filter(pk=job.pk, status=Status.WAITING)
        waiting.update(status=Status.STOPPED, ended_at=timezone.now())
        if asked:
            record(by=by, action="job_stopped", target=job, kind=job.kind)


def resume_job(*, by: User | None, job: Job) -> bool:
    """Let a stopped or failed job go on from where it was; False where it is under way or done."""
    with transaction.atomic():
        return _resume(job, Job.objects.filter(status__in=[Status.STOPPED, Status.FAILED]), by)


def resume_interrupted(job: Job, *, now: datetime) -> bool:
    """Let a job go on whose run died without a word; one that was asked to stop has stopped by that. False then."""
    with transaction.atomic():
        dead = Job.objects.interrupted(now).filter(pk=job.pk)
        dead.filter(stop_asked=True).update(status=Status.STOPPED, run=None, ended_at=now)
        return _resume(job, Job.objects.interrupted(now), None)


def _resume(job: Job, among: Any, by: User | None) -> bool:
    if not among.filter(pk=job.pk).update(status=Status.WAITING, run=None, stop_asked=False, ended_at=None):
        return False
    record(by=by, action="job_resumed", target=job, kind=job.kind)
    transaction.on_commit(partial(_enqueue, job))
    return True


def _enqueue(job: Job) -> None:
    run_job.enqueue(job.pk)
    watch(job)


def watch(job: Job) -> None:
    """Look after it once its run would have had to say something."""
    watch_job.using(run_after=timezone.now() + LEASE + timedelta(seconds=5)).enqueue(job.pk)
