"""`manage.py rebuild_rollups`: make what dashboards read anew from the encounters."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coaching.progress import ProgressBar
from coaching.rollups.models import OrganisationWeek
from coaching.rollups.rebuilding import KIND
from interactions.models import Encounter
from microconnect.jobs.models import Job, Status
from microconnect.jobs.running import run_now


class Command(BaseCommand):
    help = (
        "Make what dashboards read anew from the encounters. Stopped or killed, it goes on where it was when it is run again;"
        " people may log meanwhile."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="only where there are encounters and nothing is counted yet: after an upgrade from before there were weeks",
        )

    def handle(self, *, if_empty: bool = False, **options: Any) -> None:
        job = _unfinished()
        if if_empty and job is None and (OrganisationWeek.objects.exists() or not Encounter.objects.exists()):
            self.stdout.write("Nothing to do: the weeks are counted.")
            return
        job = job or Job.objects.create(kind=KIND)
        run_now(job, on_progress=ProgressBar(options.get("stderr") or sys.stderr, "Counted"))
        job.refresh_from_db()
        if not job.is_done:
            raise CommandError(f"It {job.get_status_display()}. Run it again: it goes on where it was.")
        self.stdout.write("Counted anew.")


def _unfinished() -> Job | None:
    """The one that was begun and not finished, waiting again; one that another process works on is an error."""
    job = Job.objects.filter(kind=KIND).exclude(status=Status.DONE).first()
    if job is None:
        return None
    dead = Job.objects.interrupted(timezone.now()).filter(pk=job.pk)
    if job.status == Status.RUNNING and not dead.exists():
        raise CommandError("Another process is counting just now. If it was killed: wait a minute, then try again.")
    Job.objects.filter(pk=job.pk).update(status=Status.WAITING, run=None, stop_asked=False, ended_at=None)
    job.refresh_from_db()
    return job
