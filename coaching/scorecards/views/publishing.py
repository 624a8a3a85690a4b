"""Look at what the draft would have changed, then publish it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from coaching.scorecards.changes import changes_between
from coaching.scorecards.checking import problems_in
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.publishing import ROOM, Blocked, publish_scorecard
from coaching.scorecards.services import drafting
from coaching.versions.forms import LookForm, PublishForm
from coaching.versions.looks import newest_look, start_look
from coaching.versions.pages import after_publishing, told_when_overtaken
from interactions.retrying import retrying
from microconnect.people.access import administrators_only
from microconnect.people.requests import SignedInRequest

_only_administrators = administrators_only(gettext_lazy("Administrators publish the scorecard."))


@require_POST
@_only_administrators
def look(request: SignedInRequest) -> HttpResponse:
    """Hold the last weeks against the draft, in the background."""
    draft, form = drafting.draft(), LookForm(request.POST)
    if draft is None:
        return redirect("scorecards:list")
    if not form.is_valid():
        return _page(request, draft, status=422, look_form=form)
    weeks, today = form.cleaned_data["weeks"], timezone.localdate()
    return redirect(start_look(by=request.user, room=ROOM, draft=draft, weeks=weeks, today=today))


@require_http_methods(["GET", "HEAD", "POST"])
@_only_administrators
@told_when_overtaken(ROOM)
def publish(request: SignedInRequest) -> HttpResponse:
    """What changes, what deserves a second look, what it would have done; and the sentence why."""
    draft = drafting.draft()
    if request.method != "POST":
        return _page(request, draft) if draft else redirect("scorecards:list")
    form = PublishForm(request.POST, today=timezone.localdate())
    if draft is None or not form.is_valid():
        return _page(request, draft, status=422, form=form) if draft else redirect("scorecards:list")
    values = {name: form.cleaned_data[name] for name in ("edition", "why", "counts_from")}
    try:
        retrying(lambda: publish_scorecard(by=request.user, draft=draft, now=timezone.now(), **values))
    except Blocked:
        messages.warning(request, _("Not published yet: something has to be mended first."))
        return _page(request, draft, status=422, form=form)
    messages.success(request, _("Published. It counts from the next encounter on."))
    return after_publishing(ROOM)


def _page(
    request: SignedInRequest,
    draft: ScorecardVersion,
    *,
    status: int = 200,
    form: PublishForm | None = None,
    look_form: LookForm | None = None,
) -> HttpResponse:
    problems = problems_in(draft.scorecard)
    context = {
        "draft": draft,
        "problems": problems,
        "is_blocked": any(problem.blocks for problem in problems),
        "changes": changes_between(ScorecardVersion.objects.current().scorecard, draft.scorecard),
        "look": newest_look(ROOM, draft),
        "look_form": look_form or LookForm(),
        "form": form or PublishForm(today=timezone.localdate(), initial={"edition": draft.edition}),
    }
    return render(request, "coaching/scorecards/publish.html", context, status=status)
