"""The draft of the guidelines: what is in it, what is wrong with it, and changing it."""

from typing import Any

from django.contrib import messages
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from coaching.guidelines.changes import changes_between
from coaching.guidelines.forms import CaseForm, GuidelineForm, TryForm
from coaching.guidelines.models import GreetingGuideline, GuidelineVersion, TrickyCase
from coaching.guidelines.problems import problems_of
from coaching.guidelines.rows import groups_of
from coaching.guidelines.rules import rules_in_force, rules_of
from coaching.guidelines.services import (
    add_starter,
    drafting,
    keep_case,
    remove_case,
    remove_guideline,
    save_guideline,
)
from coaching.guidelines.starters import BY_KEY, STARTERS
from coaching.guidelines.trying import tried
from coaching.versions.models import Status
from coaching.versions.overtaken import told_when_gone
from coaching.versions.services import DraftGone
from interactions.retrying import retrying
from microconnect.audit.models import AuditEntry
from microconnect.middleware import busy
from microconnect.people.access import administrators_only
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest

WRITE_PAGE = "coaching/guidelines/write.html"
_only_administrators = administrators_only(
    gettext_lazy("Administrators write the guidelines. You meet them as you type.")
)


_told_when_gone = told_when_gone("guidelines")


@require_http_methods(["GET", "HEAD", "POST"])
@_only_administrators
def page(request: SignedInRequest) -> HttpResponse:
    """The draft; a POST begins one, or opens the one there is."""
    if request.method == "POST":
        retrying(lambda: drafting.begin(by=request.user))
        return redirect("guidelines:draft")
    draft = drafting.draft()
    if draft is None:
        return redirect("guidelines:list")
    return _draft_page(request, draft)


@require_http_methods(["GET", "HEAD", "POST"])
@_only_administrators
@_told_when_gone
def add(request: SignedInRequest) -> HttpResponse:
    return _write(request, GreetingGuideline())


@require_http_methods(["GET", "HEAD", "POST"])
@_only_administrators
@_told_when_gone
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """The form of a guideline in the draft; one that was published leads to its version."""
    published = GreetingGuideline.objects.visible_to(request.user).exclude(version__status=Status.DRAFT)
    if request.method != "POST" and (found := published.filter(pk=pk).select_related("version").first()):
        return redirect(found.version)
    return _write(request, _in_draft(request, pk))


@require_POST
@_only_administrators
@_told_when_gone
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one out. Until the draft is published, people are held to it as before."""
    guideline = _in_draft(request, pk)
    retrying(lambda: remove_guideline(by=request.user, guideline=guideline))
    messages.success(request, _("Taken out of the draft. It holds until you publish."))
    return redirect("guidelines:draft")


@require_POST
@_only_administrators
@_told_when_gone
def starter(request: SignedInRequest) -> HttpResponse:
    """Add one of the ready-made sets."""
    chosen = BY_KEY.get(request.POST.get("starter", ""))
    if chosen is None:
        messages.warning(request, _("We don’t know that set. Choose one of those shown."))
        return redirect("guidelines:list")
    draft = retrying(lambda: drafting.begin(by=request.user))
    added = retrying(lambda: add_starter(by=request.user, draft=draft, starter=chosen))
    told = ngettext("Added %(n)d guideline to the draft.", "Added %(n)d guidelines to the draft.", added)
    messages.success(request, told % {"n": added} if added else _("All of them are in the draft already."))
    return redirect("guidelines:draft")


@require_POST
@_only_administrators
@_told_when_gone
def keep(request: SignedInRequest) -> HttpResponse:
    """Keep a greeting as one of the draft's tests."""
    draft = drafting.draft()
    if draft is None:
        raise DraftGone
    form = CaseForm(request.POST, instance=TrickyCase(version=draft))
    if not form.is_valid():
        return _draft_page(request, draft, case_form=form, status=422)
    retrying(lambda: keep_case(by=request.user, form=form, draft=draft))
    messages.success(request, _("Kept. It is tried each time, before anything is published."))
    return redirect("guidelines:draft")


@require_POST
@_only_administrators
@_told_when_gone
def remove_kept(request: SignedInRequest, pk: int) -> HttpResponse:
    case = get_object_or_404(TrickyCase.objects.filter(version=drafting.draft()), pk=pk)
    retrying(lambda: remove_case(by=request.user, case=case))
    return redirect("guidelines:draft")


@require_POST
@_only_administrators
def discard(request: SignedInRequest) -> HttpResponse:
    """Throw the draft away. What is published stays as it is."""
    draft = drafting.draft()
    if draft is not None:
        retrying(lambda: drafting.discard(by=request.user, draft=draft))
        messages.success(request, _("The draft is gone. What is published stays as it is."))
    return redirect("guidelines:list")


def _draft_page(
    request: SignedInRequest, draft: GuidelineVersion, case_form: CaseForm | None = None, status: int = 200
) -> HttpResponse:
    rules = rules_of(draft)
    today = timezone.localdate()
    problems = problems_of(draft, rules, today)
    form = TryForm.of_address(request.GET, teams=list(Team.objects.visible_to(request.user)))
    context = {
        "draft": draft,
        "groups": groups_of(draft.guidelines.prefetch_related("teams"), today),
        "problems": problems,
        "is_blocked": any(problem.blocks for problem in problems),
        "changes": changes_between(rules_in_force(), rules),
        "cases": draft.cases.select_related("team"),
        "case_form": case_form or CaseForm(),
        "starters": STARTERS,
        "form": form,
        "tried": tried(form, rules),
    }
    return render(request, "coaching/guidelines/draft.html", context, status=status)


def _in_draft(request: SignedInRequest, pk: int) -> GreetingGuideline:
    return get_object_or_404(GreetingGuideline.objects.visible_to(request.user).in_draft(), pk=pk)


def _write(request: SignedInRequest, guideline: GreetingGuideline) -> HttpResponse:
    draft = drafting.draft()
    if draft is None:
        raise DraftGone
    form = GuidelineForm(request.POST if request.method == "POST" else None, instance=guideline)
    context = {"form": form, "guideline": guideline, "history": _history(guideline)}
    if not form.is_valid():
        return render(request, WRITE_PAGE, context, status=422 if form.is_bound else 200)
    try:
        retrying(lambda: save_guideline(by=request.user, form=form, draft=draft))
    except OperationalError:
        return busy(request, WRITE_PAGE, context | {"is_busy": True})
    messages.success(request, _("Saved in the draft. It counts once you publish."))
    return redirect("guidelines:draft")


def _history(guideline: GreetingGuideline) -> Any:
    return AuditEntry.objects.about(guideline).select_related("actor").order_by("-pk") if guideline.pk else []
