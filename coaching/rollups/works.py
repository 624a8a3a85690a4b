"""Counting anew, as `microconnect.jobs` knows it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coaching.rollups.rebuilding import KIND, rebuild
from microconnect.jobs.models import Job
from microconnect.jobs.works import Work, register


def register_works() -> None:
    register(Work(KIND, _("Counting every week anew"), rebuild, _teams_url))


def _teams_url(job: Job) -> str:
    return reverse("teams:list")
