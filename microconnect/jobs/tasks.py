"""What a worker (`manage.py db_worker`) is handed."""

from django.utils import timezone
from django_tasks import task


@task()
def run_job(primary_key: int) -> None:
    from microconnect.jobs.models import Job
    from microconnect.jobs.running import run_now

    job = Job.objects.filter(pk=primary_key).first()
    if job is not None:
        run_now(job)


@task()
def watch_job(primary_key: int) -> None:
    """Start a job again whose run died; look again later while it is under way."""
    from microconnect.jobs.models import Job
    from microconnect.jobs.services import resume_interrupted, watch

    job = Job.objects.under_way().filter(pk=primary_key).first()
    if job is not None and not resume_interrupted(job, now=timezone.now()):
        watch(job)
