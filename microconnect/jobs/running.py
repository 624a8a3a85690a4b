"""One run of a job: batch after batch, each stored with how far it is, until it is done, stopped or overtaken."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog
from django.db import transaction
from django.utils import timezone

from microconnect.jobs.models import Job, Status
from microconnect.jobs.works import work_of

log = structlog.get_logger(__name__)


OnProgress = Callable[[int, int], None]


def _quietly(done: int, total: int) -> None:
    """For those whom nobody watches."""


class Stopped(Exception):
    """Somebody asked it to stop. What was stored so far stays."""


class Overtaken(Exception):
    """Another run has the job now; nothing more of this one is stored."""


@dataclass(slots=True)
class Batch:
    """What one batch did: fill it before its block ends."""

    done: int = 0
    cursor: Any = None


@dataclass(slots=True)
class Run:
    """A process's hold on a job. Every write goes through it, so a run that was taken for dead stores nothing more."""

    job: Job
    token: uuid.UUID = field(default_factory=uuid.uuid4)
    on_progress: OnProgress = _quietly

    def count(self, total: int) -> None:
        """Say how much there is, before the first batch."""
        self._store(total=total, done=min(self.job.done, total))

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """A transaction, at the end of which `done` and `cursor` are stored with what it did.

        Raises:
            Stopped: after the batch is stored, where somebody asked for it.
            Overtaken: nothing of the batch is stored.
        """
        batch = Batch(self.job.done, self.job.cursor)
        with transaction.atomic():
            yield batch
            total = self.job.total
            self._store(done=batch.done if total is None else min(batch.done, total), cursor=batch.cursor)
        if Job.objects.filter(pk=self.job.pk, stop_asked=True).exists():
            raise Stopped

    def finish(self, **result: Any) -> None:
        """Store the result; the job is done."""
        self._store(status=Status.DONE, result=result, ended_at=timezone.now())

    def end(self, status: Status) -> None:
        self._store(status=status, ended_at=timezone.now())

    def _store(self, **values: Any) -> None:
        mine = Job.objects.filter(pk=self.job.pk, run=self.token, status=Status.RUNNING)
        if not mine.update(heard_at=timezone.now(), **values):
            raise Overtaken
        for name, value in values.items():
            setattr(self.job, name, value)
        if "done" in values and self.job.total:
            self.on_progress(self.job.done, self.job.total)


def run_now(job: Job, *, on_progress: OnProgress = _quietly) -> None:
    """Work on a job that waits, in this process. Somebody else's, or one that ended, is left alone.

    Args:
        on_progress: told after each batch how much is done, of how much.
    """
    run = Run(job, on_progress=on_progress)
    claimed = {"status": Status.RUNNING, "run": run.token, "heard_at": timezone.now(), "ended_at": None}
    if not Job.objects.filter(pk=job.pk, status=Status.WAITING).update(**claimed):
        return
    job.refresh_from_db()
    try:
        work_of(job).do(run)
        if job.status == Status.RUNNING:
            run.finish()
    except Stopped:
        run.end(Status.STOPPED)
    except Overtaken:
        log.warning("job_overtaken", job=str(job.public_id))
    except Exception:
        log.exception("job_failed", job=str(job.public_id), kind=job.kind)
        _fail(run)


def _fail(run: Run) -> None:
    try:
        run.end(Status.FAILED)
    except Overtaken:
        log.warning("job_overtaken", job=str(run.job.public_id))
