"""/situations/: administrators say what people can choose when they log what it was about."""

from django.contrib import messages
from django.db import IntegrityError, OperationalError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from interactions.models import Encounter, Situation
from interactions.retrying import retrying
from interactions.situations.access import administrators_only
from interactions.situations.forms import MergeForm, SituationForm
from interactions.situations.rows import rows_for, times_lately
from interactions.situations.services import (
    ChangedMeanwhile,
    add_situation,
    bring_back_situation,
    merge_situations,
    rename_situation,
    retire_situation,
)
from microconnect.audit.models import AuditEntry
from microconnect.middleware import busy
from microconnect.people.requests import SignedInRequest

LIST, DETAIL, MERGE = (f"interactions/situations/{name}.html" for name in ("list", "situation", "merge"))


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def situations(request: SignedInRequest) -> HttpResponse:
    """The list, and a form that adds to it."""
    form = SituationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            added = retrying(lambda: add_situation(by=request.user, name=form.cleaned_data["name"]))
        except IntegrityError:
            form.was_taken()
        except OperationalError:
            return busy(request, LIST, _list_of(request, form) | {"is_busy": True})
        else:
            messages.success(request, _("“%(name)s” can be chosen from now on.") % {"name": added.name})
            return redirect("situations:list")
    return render(request, LIST, _list_of(request, form), status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def detail(request: SignedInRequest, slug: str) -> HttpResponse:
    """One situation: rename it, retire it or bring it back, fold others into it."""
    situation = _situation(request, slug)
    form = SituationForm(request.POST if request.method == "POST" else None, situation=situation)
    if form.is_valid():
        try:
            retrying(lambda: rename_situation(by=request.user, situation=situation, name=form.cleaned_data["name"]))
        except IntegrityError:
            form.was_taken()
        except OperationalError:
            return busy(request, DETAIL, _page_of(situation, form) | {"is_busy": True})
        else:
            messages.success(request, _("Saved. Its history goes by this name too."))
            return redirect("situations:list")
    return render(request, DETAIL, _page_of(situation, form), status=422 if form.is_bound else 200)


@require_POST
@administrators_only
def retire(request: SignedInRequest, slug: str) -> HttpResponse:
    """Offer it no longer."""
    situation = _situation(request, slug)
    if retrying(lambda: retire_situation(by=request.user, situation=situation, now=timezone.now())):
        messages.success(request, _("Retired. Encounters that were about it keep it."))
    else:
        messages.info(request, _("This one was retired already."))
    return redirect("situations:list")


@require_POST
@administrators_only
def bring_back(request: SignedInRequest, slug: str) -> HttpResponse:
    """Offer it again."""
    situation = _situation(request, slug)
    if retrying(lambda: bring_back_situation(by=request.user, situation=situation)):
        messages.success(request, _("“%(name)s” is back. It can be chosen from now on.") % {"name": situation.name})
    else:
        messages.info(request, _("This one can be chosen already."))
    return redirect("situations:list")


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def merge(request: SignedInRequest, slug: str) -> HttpResponse:
    """Which ones to fold into this one; then, with `?fold=`, what would happen; a POST does it."""
    keep = _situation(request, slug)
    if not keep.is_offered:
        messages.info(request, _("“%(name)s” is retired. Bring it back first.") % {"name": keep.name})
        return redirect(keep)
    asked = request.POST if request.method == "POST" else (request.GET if "fold" in request.GET else None)
    form = MergeForm(asked, keep=keep)
    if not form.is_valid():
        return render(request, MERGE, {"keep": keep, "form": form}, status=422 if form.is_bound else 200)
    if request.method != "POST":
        return render(request, MERGE, _what_would_happen(keep, form))
    return _merge(request, keep, form)


def _merge(request: SignedInRequest, keep: Situation, form: MergeForm) -> HttpResponse:
    fold = list(form.cleaned_data["fold"])
    try:
        moved = retrying(lambda: merge_situations(by=request.user, keep=keep, fold=fold, now=timezone.now()))
    except ChangedMeanwhile:
        messages.warning(request, _("The list has changed meanwhile, so nothing was folded. Please look again."))
        return redirect("situations:list")
    except OperationalError:
        return busy(request, MERGE, _what_would_happen(keep, form) | {"is_busy": True})
    words = ngettext(
        "Folded into “%(name)s”: %(n)s encounter moved.", "Folded into “%(name)s”: %(n)s encounters moved.", moved
    )
    messages.success(request, words % {"name": keep.name, "n": f"{moved:,}"})
    return redirect("situations:list")


def _situation(request: SignedInRequest, slug: str) -> Situation:
    return get_object_or_404(Situation.objects.visible_to(request.user).select_related("merged_into"), slug=slug)


def _list_of(request: SignedInRequest, form: SituationForm) -> dict[str, object]:
    return {"form": form, "rows": rows_for(request.user, timezone.now())}


def _page_of(situation: Situation, form: SituationForm) -> dict[str, object]:
    lately = times_lately(situation, timezone.now())
    history = AuditEntry.objects.about(situation).select_related("actor").order_by("-pk")[:20]
    folded = situation.folded.all()
    return {"situation": situation, "form": form, "lately": lately, "history": history, "folded": folded}


def _what_would_happen(keep: Situation, form: MergeForm) -> dict[str, object]:
    fold = list(form.cleaned_data["fold"])
    moving = Encounter.objects.filter(situation__in=fold).count()
    return {"keep": keep, "form": form, "fold": fold, "moving": moving}
