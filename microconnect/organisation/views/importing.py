"""/people/import/: a list of people, shown line by line before any of it is stored."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from microconnect.organisation.access import administrators_only
from microconnect.organisation.forms import ImportForm
from microconnect.organisation.importing.planning import Kind, Plan, plan_for
from microconnect.organisation.importing.reading import read
from microconnect.organisation.importing.storing import WorldChanged, store_draft
from microconnect.organisation.models import ImportDraft, Invitation
from microconnect.people.requests import SignedInRequest

PER_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def upload(request: SignedInRequest) -> HttpResponse:
    """Send a list. `?lines=` puts those of a draft back into the form, to be corrected."""
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            ImportDraft.objects.forget_old()
            wanted = {name: form.cleaned_data[name] for name in ("text", "is_old_excel", "is_inviting")}
            return redirect(
                "people:draft", public_id=ImportDraft.objects.create(made_by=request.user, **wanted).public_id
            )
    else:
        form = ImportForm(initial=_lines_of(request))
    return render(request, "organisation/import.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def draft(request: SignedInRequest, public_id: str) -> HttpResponse:
    """What the list would do; a POST with the digest of what was shown stores exactly that."""
    mine = ImportDraft.objects.visible_to(request.user)
    if request.method != "POST":
        return _page(request, get_object_or_404(mine, public_id=public_id))
    found = mine.filter(public_id=public_id).first()
    if found is None:
        return _gone(request)
    try:
        plan = _store(request, found)
    except WorldChanged:
        return _page(request, found, is_changed=True)
    except ImportDraft.DoesNotExist:
        return _gone(request)
    _tell(request, plan, is_inviting=found.is_inviting)
    return redirect("people:list")


def _store(request: SignedInRequest, found: ImportDraft) -> Plan:
    return store_draft(
        by=request.user,
        draft=found,
        digest=request.POST.get("digest", ""),
        now=timezone.now(),
        link_to=request.build_absolute_uri,
    )


def _page(request: SignedInRequest, found: ImportDraft, *, is_changed: bool = False) -> HttpResponse:
    """The lines, those to look at first; `?show=` keeps one kind."""
    plan = plan_for(read(found.text), by=request.user, now=timezone.now())
    show = request.GET.get("show", "")
    steps = plan.of_kind(show) if show in Kind.values else plan.to_read
    context = {
        "draft": found,
        "plan": plan,
        "show": show if show in Kind.values else "",
        "page_obj": Paginator(steps, PER_PAGE).get_page(request.GET.get("page")),
        "is_changed": is_changed,
    }
    return render(request, "organisation/draft.html", context, status=409 if is_changed else 200)


def _gone(request: SignedInRequest) -> HttpResponse:
    messages.info(request, _("This list was stored already, or has been lying here for more than a day."))
    return redirect("people:import")


def _lines_of(request: SignedInRequest) -> dict[str, object]:
    """The lines and the tick of one's own draft that the address names."""
    for found in ImportDraft.objects.visible_to(request.user):
        if str(found.public_id) == request.GET.get("lines"):
            return {"pasted": found.text, "is_inviting": found.is_inviting}
    return {}


def _tell(request: SignedInRequest, plan: Plan, *, is_inviting: bool) -> None:
    changed = len(plan.changes)
    messages.success(request, ngettext("%d line is stored.", "%d lines are stored.", changed) % changed)
    emails = [step.email for step in plan.of_kind(Kind.NEW)]
    if not emails or not is_inviting:
        return
    theirs = Invitation.objects.visible_to(request.user).filter(invited_by=request.user)
    failed = len(set(theirs.exclude(failed_at=None).values_list("user__email", flat=True)) & set(emails))
    waiting = theirs.waiting().count()
    if failed:
        words = ngettext("%d invitation did not get through.", "%d invitations did not get through.", failed)
        messages.warning(request, words % failed)
    if waiting:
        messages.info(request, _("The mails take a while; those that wait are sent by the button below."))
    if not failed and not waiting:
        messages.success(request, _("The invitations are on their way."))
