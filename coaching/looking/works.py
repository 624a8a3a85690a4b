"""The jobs of publishing, as `microconnect.jobs` knows them."""

from functools import partial

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coaching.looking.job import look_at_guidelines, look_at_scorecard
from coaching.rescoring.rescore import rescore_by_guidelines, rescore_by_scorecard
from microconnect.jobs.models import Job
from microconnect.jobs.works import Work, register

LOOK = {"guidelines": "look_at_guidelines", "scorecards": "look_at_scorecard"}
RESCORE = {"guidelines": "rescore_by_guidelines", "scorecards": "rescore_by_scorecard"}


def register_works() -> None:
    for room, do in (("guidelines", look_at_guidelines), ("scorecards", look_at_scorecard)):
        register(Work(LOOK[room], _("What the draft would have changed"), do, _look_url))
    for room, do in (("guidelines", rescore_by_guidelines), ("scorecards", rescore_by_scorecard)):
        register(Work(RESCORE[room], _("Scoring encounters again"), do, partial(_versions_url, room)))


def _look_url(job: Job) -> str:
    return reverse("look", args=[job.public_id])


def _versions_url(room: str, job: Job) -> str:
    return reverse(f"{room}:versions")
