"""Pages on which administrators say what is in bounds and out of bounds, and others read it."""

from collections.abc import Iterable
from hashlib import sha256

from django.contrib import messages
from django.db import OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coaching.guidelines.access import administrators_only, members_only
from coaching.guidelines.contradictions import contradictions
from coaching.guidelines.device import rules_for_device
from coaching.guidelines.forms import CheckForm, GuidelineForm, TryForm
from coaching.guidelines.models import GreetingGuideline
from coaching.guidelines.readable import rules_for, sides_of
from coaching.guidelines.rows import groups_of, row_of
from coaching.guidelines.rules import rules_in_force
from coaching.guidelines.services import RetiredMeanwhile, retire_guideline, save_guideline
from coaching.guidelines.trying import checked_for, tried
from interactions.retrying import retrying
from microconnect.audit.models import AuditEntry
from microconnect.middleware import busy
from microconnect.notices.showing import news_for
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest

WRITE_PAGE = "coaching/guidelines/write.html"


@require_safe
@members_only
def guideline_list(request: SignedInRequest) -> HttpResponse:
    """What is in and out of bounds: administrators change it, everybody else reads what holds in their teams."""
    return _written(request) if request.user.is_administrator else _readable(request)


@require_safe
@members_only
def rules(request: SignedInRequest) -> HttpResponse:
    """The same for the device, which checks greetings where there is no network; 304 while it has them already."""
    answer = JsonResponse(rules_for_device(request.user, timezone.localdate()))
    etag = quote_etag(sha256(answer.content).hexdigest())
    answer["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=answer) or answer


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def add(request: SignedInRequest) -> HttpResponse:
    return _write(request, GreetingGuideline())


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """The form of one guideline; of a retired one, what it said."""
    guideline = _guideline(request, pk)
    return _read(request, guideline) if guideline.is_retired else _write(request, guideline)


@require_POST
@administrators_only
def retire(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stop judging by it, and keep it to read. The guideline's own page asks first."""
    guideline = _guideline(request, pk)
    retrying(lambda: retire_guideline(by=request.user, guideline=guideline, now=timezone.now()))
    messages.success(request, _("Retired. From the next greeting on, nobody is held to it."))
    return redirect("guidelines:list")


@require_POST  # a customer's name in an address would end up in logs
@members_only
def check(request: SignedInRequest) -> HttpResponse:
    """What is to be said about a greeting as it is typed: a fragment, empty where there is nothing to say."""
    user = request.user
    if "trying" in request.POST and user.is_administrator:
        return _try(request)
    form = CheckForm(request.POST, teams=user.teams_now)
    if not form.is_valid():
        return render(request, "coaching/guidelines/_check.html", {"form": form}, status=422)
    return render(request, "coaching/guidelines/_check.html", {"greeting": checked_for(user, form)})


def _written(request: SignedInRequest) -> HttpResponse:
    """All guidelines, and a place to try greetings: `?greeting=` tries without a script."""
    guidelines = GreetingGuideline.objects.visible_to(request.user).prefetch_related("teams")
    form = TryForm.of_address(request.GET, teams=list(Team.objects.visible_to(request.user)))
    context = {
        "groups": groups_of(guidelines.current(), timezone.localdate()),
        "retired": guidelines.exclude(retired_at=None).order_by("-retired_at"),
        "form": form,
        "tried": tried(form),
    }
    return render(request, "coaching/guidelines/list.html", context, status=200 if form.is_valid() else 422)


def _readable(request: SignedInRequest) -> HttpResponse:
    readable = rules_for(request.user, rules_in_force(), timezone.localdate())
    context = {"sides": sides_of(readable), "news": news_for(request)}
    return render(request, "coaching/guidelines/read.html", context)


def _try(request: SignedInRequest) -> HttpResponse:
    form = TryForm(request.POST, teams=list(Team.objects.visible_to(request.user)))
    context = {"form": form, "tried": tried(form)}
    return render(request, "coaching/guidelines/_tried.html", context, status=200 if form.is_valid() else 422)


def _guideline(request: SignedInRequest, pk: int) -> GreetingGuideline:
    return get_object_or_404(GreetingGuideline.objects.visible_to(request.user), pk=pk)


def _write(request: SignedInRequest, guideline: GreetingGuideline) -> HttpResponse:
    form = GuidelineForm(request.POST if request.method == "POST" else None, instance=guideline)
    context = {"form": form, "guideline": guideline, "history": _history(guideline)}
    if not form.is_valid():
        return render(request, WRITE_PAGE, context, status=422 if form.is_bound else 200)
    try:
        saved = retrying(lambda: save_guideline(by=request.user, form=form))
    except RetiredMeanwhile:
        return _read(request, _guideline(request, guideline.pk))
    except OperationalError:
        return busy(request, WRITE_PAGE, context | {"is_busy": True})
    messages.success(request, _("Saved. It counts from the next greeting on."))
    _warn_of_contradictions(request, saved)
    return redirect("guidelines:list")


def _read(request: SignedInRequest, guideline: GreetingGuideline) -> HttpResponse:
    """A retired guideline can be read; what is sent to it comes too late."""
    row = row_of(guideline, timezone.localdate())
    context = {"guideline": guideline, "row": row, "history": _history(guideline)}
    status = 409 if request.method == "POST" else 200
    return render(request, "coaching/guidelines/retired.html", context, status=status)


def _history(guideline: GreetingGuideline) -> Iterable[AuditEntry]:
    return AuditEntry.objects.about(guideline).select_related("actor").order_by("-pk") if guideline.pk else []


def _warn_of_contradictions(request: SignedInRequest, guideline: GreetingGuideline) -> None:
    for found in contradictions(guideline):
        words = {"phrase": found.phrase, "title": found.other.title}
        messages.warning(
            request,
            _("“%(phrase)s” is also on the other side, in “%(title)s”. Where both hold, out of bounds wins.") % words,
        )
