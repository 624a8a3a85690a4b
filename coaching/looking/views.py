"""What a draft would have changed, as a page and as a file."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from coaching.dashboards.charts import histogram
from coaching.looking.job import days_of_look
from coaching.looking.page import (
    changed_of,
    channel_lines,
    kinds_of,
    line_of,
    people_lines,
    rules_to_mark,
    team_lines,
)
from coaching.looking.tally import MOST_LISTED, Tally
from coaching.looking.works import LOOK
from microconnect.csv_cells import BYTE_ORDER_MARK, lines_of
from microconnect.jobs.models import Job
from microconnect.people.access import administrators_only
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest

PER_PAGE = 25
AT_ONCE = 500  # encounters looked up together for the file
_only_administrators = administrators_only(gettext_lazy("Administrators look at drafts."))


@require_safe
@_only_administrators
def look(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """The sums, and a page of the encounters that come out otherwise."""
    job = _job(request, public_id)
    if not job.is_done:
        return redirect(job)
    if not job.result:
        return _gone(request, job)
    tally = Tally.from_json(job.result)
    is_of_greetings = job.kind == LOOK["guidelines"]
    first, last = days_of_look(job.parameters["weeks"], date.fromisoformat(job.parameters["last_day"]))
    page = Paginator(tally.listed, PER_PAGE).get_page(request.GET.get("page"))
    rules = rules_to_mark(job.parameters) if is_of_greetings else None
    context = {
        "job": job,
        "is_of_greetings": is_of_greetings,
        "publish_url": "guidelines:publish" if is_of_greetings else "scorecards:publish",
        "first": first,
        "last": last,
        "sums": tally.all,
        "all": line_of(_("Everybody"), tally.all),
        "kinds": kinds_of(tally),
        "tables": [
            (_("Teams"), team_lines(tally)),
            (_("Channels"), channel_lines(tally)),
        ],
        "people": people_lines(tally),
        "histogram": histogram(tally.scores_before, tally.scores_after),
        "page_obj": page,
        "changed": list(changed_of(list(page.object_list), rules, request.user)),
        "is_cut": len(tally.listed) == MOST_LISTED,
    }
    return render(request, "coaching/looking/look.html", context)


@require_safe
@_only_administrators
def look_file(request: SignedInRequest, public_id: UUID) -> HttpResponseBase:
    """The encounters that come out otherwise, as a CSV file; sent as it is made."""
    job = _job(request, public_id)
    if not job.is_done:
        return redirect(job)
    if not job.result:
        return _gone(request, job)
    listed = Tally.from_json(job.result).listed
    answer = StreamingHttpResponse(_file(listed, request.user), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="look-{job.parameters["last_day"]}.csv"'
    return answer


def _gone(request: SignedInRequest, job: Job) -> HttpResponse:
    messages.warning(request, _("The draft was thrown away before anybody could look at it."))
    room = next(room for room, kind in LOOK.items() if kind == job.kind)
    return redirect(f"{room}:list")


def _file(listed: list[list[Any]], viewer: User) -> Iterator[str]:
    yield BYTE_ORDER_MARK
    yield from lines_of(
        [["day", "team", "person", "channel", "greeting", "was", "would_be", "score", "score_would_be"]]
    )
    for first in range(0, len(listed), AT_ONCE):
        changed = changed_of(listed[first : first + AT_ONCE], None, viewer)
        yield from lines_of(
            [
                one.encounter.occurred_on.isoformat(),
                str(one.encounter.team),
                str(one.encounter.person),
                one.encounter.get_channel_display(),
                one.encounter.greeting,
                one.old,
                one.new,
                one.before,
                one.after,
            ]
            for one in changed
        )


def _job(request: SignedInRequest, public_id: UUID) -> Job:
    return get_object_or_404(Job.objects.visible_to(request.user).filter(kind__in=LOOK.values()), public_id=public_id)
