"""How far a job is: a page that keeps itself up to date, with a button to stop it or let it go on."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from microconnect.jobs.models import Job
from microconnect.jobs.services import resume_interrupted, resume_job, stop_job
from microconnect.jobs.works import work_of
from microconnect.people.access import administrators_only
from microconnect.people.requests import SignedInRequest

only_administrators = administrators_only(_("Administrators look after jobs."))


@require_safe
@only_administrators
def detail(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """The whole page, or for htmx its moving part; once done, on to the result."""
    job = _job(request, public_id)
    resume_interrupted(job, now=timezone.now())
    job.refresh_from_db()
    work = work_of(job)
    if job.is_done and not request.htmx:
        return redirect(work.url_of(job))
    result_url = work.url_of(job) if job.is_done else ""
    context = {"job": job, "work": work, "result_url": result_url}
    template = "jobs/_progress.html" if request.htmx else "jobs/job.html"
    response = render(request, template, context)
    if job.is_done:
        response["HX-Redirect"] = result_url
    return response


@require_POST
@only_administrators
def stop(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    job = _job(request, public_id)
    stop_job(by=request.user, job=job)
    return redirect(job)


@require_POST
@only_administrators
def resume(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    job = _job(request, public_id)
    resume_job(by=request.user, job=job)
    return redirect(job)


def _job(request: SignedInRequest, public_id: UUID) -> Job:
    return get_object_or_404(Job.objects.visible_to(request.user), public_id=public_id)
