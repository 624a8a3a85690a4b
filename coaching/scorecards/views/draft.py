"""The draft of the scorecard: begin one, change it, see what it would do, throw it away."""

from typing import Any

from django.contrib import messages
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from coaching.engine.scoring import Scorecard
from coaching.scorecards.changes import changes_between
from coaching.scorecards.checking import problems_in
from coaching.scorecards.forms import ScorecardForm
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.preview import preview_of
from coaching.scorecards.rows import edit_groups, time_fields
from coaching.scorecards.services import drafting, last_saved_by, save_draft
from coaching.versions.overtaken import told_when_gone
from coaching.versions.services import DraftChanged, DraftGone
from interactions.retrying import retrying
from microconnect.middleware import busy
from microconnect.people.access import administrators_only
from microconnect.people.requests import SignedInRequest

PAGE = "coaching/scorecards/draft.html"
_only_administrators = administrators_only(
    gettext_lazy("Administrators say what counts how much. “Practices” shows it to everybody.")
)


_told_when_gone = told_when_gone("scorecards")


@require_http_methods(["GET", "HEAD", "POST"])
@_only_administrators
def page(request: SignedInRequest) -> HttpResponse:
    """The draft; a POST begins one, or opens the one there is."""
    if request.method == "POST":
        retrying(lambda: drafting.begin(by=request.user))
        return redirect("scorecards:draft")
    draft = drafting.draft()
    if draft is None:
        return redirect("scorecards:list")
    return _page(request, draft, ScorecardForm(initial=ScorecardForm.initial_of(draft)), draft.scorecard)


@require_POST
@_only_administrators
@_told_when_gone
def save(request: SignedInRequest) -> HttpResponse:
    """Store what was typed, unless somebody else saved meanwhile: then both are shown, and saving again is a choice."""
    draft, form = _draft(), ScorecardForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, form, draft.scorecard, status=422)
    values = {name: form.cleaned_data[name] for name in ("name", "edition")}
    try:
        retrying(lambda: save_draft(by=request.user, draft=draft, scorecard=form.scorecard, **values))
    except DraftChanged:
        return _both(request, form)
    except OperationalError:
        return busy(request, PAGE, _context(request, draft, form, form.scorecard) | {"is_busy": True})
    messages.success(request, _("Saved in the draft. It counts once you publish."))
    return redirect("scorecards:publish" if "then_publish" in request.POST else "scorecards:draft")


@require_POST
@_only_administrators
@_told_when_gone
def preview(request: SignedInRequest) -> HttpResponse:
    """What the form as it stands would do: a fragment, or without a script the page. Nothing is stored."""
    form = ScorecardForm(request.POST)
    status = 200 if form.is_valid() else 422
    scorecard = form.scorecard if status == 200 else None
    if not request.htmx:
        draft = _draft()
        return _page(request, draft, form, scorecard or draft.scorecard, status=status)
    context = {"form": form, **_preview(request, scorecard)}
    return render(request, "coaching/scorecards/_preview.html", context, status=status)


@require_POST
@_only_administrators
def discard(request: SignedInRequest) -> HttpResponse:
    """Throw the draft away. What is published stays as it is."""
    draft = drafting.draft()
    if draft is not None:
        retrying(lambda: drafting.discard(by=request.user, draft=draft))
        messages.success(request, _("The draft is gone. What is published stays as it is."))
    return redirect("scorecards:list")


def _draft() -> ScorecardVersion:
    draft = drafting.draft()
    if draft is None:
        raise DraftGone
    return draft


def _both(request: SignedInRequest, form: ScorecardForm) -> HttpResponse:
    """What was typed stays in the form; what somebody else saved is told above it, and the next save goes over it."""
    theirs = _draft()
    form.data = request.POST.copy()
    form.data["edition"] = str(theirs.edition)
    told = {"by": last_saved_by(theirs), "lines": changes_between(form.scorecard, theirs.scorecard)}
    context = _context(request, theirs, form, form.scorecard) | {"theirs": told}
    return render(request, PAGE, context, status=409)


def _page(
    request: SignedInRequest, draft: ScorecardVersion, form: ScorecardForm, scorecard: Scorecard, *, status: int = 200
) -> HttpResponse:
    return render(request, PAGE, _context(request, draft, form, scorecard), status=status)


def _context(
    request: SignedInRequest, draft: ScorecardVersion, form: ScorecardForm, scorecard: Scorecard
) -> dict[str, Any]:
    return {
        "draft": draft,
        "form": form,
        "groups": edit_groups(form),
        "times": time_fields(form),
        **_preview(request, scorecard),
    }


def _preview(request: SignedInRequest, scorecard: Scorecard | None) -> dict[str, Any]:
    """Beside the form; nothing of it where the form has to be mended first."""
    if scorecard is None:
        return {}
    sent = request.POST
    shown = preview_of(
        scorecard,
        viewer=request.user,
        asked=sent.getlist("seen"),
        another=sent.get("another", ""),
        today=timezone.localdate(),
    )
    return {
        "preview": shown,
        "scorecard": scorecard,
        "warnings": [problem.text for problem in problems_in(scorecard) if not problem.blocks],
        "changes": changes_between(ScorecardVersion.objects.current().scorecard, scorecard),
    }
