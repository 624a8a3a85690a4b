"""What is in and out of bounds, for those who are held to it and for those who draw the lines; and greetings to try."""

from hashlib import sha256

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_POST, require_safe

from coaching.guidelines.device import rules_for_device
from coaching.guidelines.forms import CheckForm, TryForm
from coaching.guidelines.models import GreetingGuideline, GuidelineVersion
from coaching.guidelines.readable import rules_for, sides_of
from coaching.guidelines.rows import groups_of
from coaching.guidelines.rules import Rules, rules_in_force, rules_of
from coaching.guidelines.services import drafting
from coaching.guidelines.trying import checked_for, tried
from microconnect.notices.showing import news_for
from microconnect.people.access import members_only
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest


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
    """All published guidelines, and a place to try greetings: `?greeting=` tries without a script."""
    published = drafting.published()
    guidelines = GreetingGuideline.objects.visible_to(request.user).filter(version=published).prefetch_related("teams")
    form = TryForm.of_address(request.GET, teams=list(Team.objects.visible_to(request.user)))
    context = {
        "published": published,
        "draft": drafting.draft(),
        "groups": groups_of(guidelines, timezone.localdate()) if published else [],
        "form": form,
        "tried": tried(form, rules_in_force()),
    }
    return render(request, "coaching/guidelines/list.html", context, status=200 if form.is_valid() else 422)


def _readable(request: SignedInRequest) -> HttpResponse:
    readable = rules_for(request.user, rules_in_force(), timezone.localdate())
    context = {"sides": sides_of(readable), "news": news_for(request)}
    return render(request, "coaching/guidelines/read.html", context)


def _try(request: SignedInRequest) -> HttpResponse:
    """Greetings an administrator tries: against what is published, or against the draft."""
    draft = drafting.draft() if request.POST["trying"] == "draft" else None
    form = TryForm(request.POST, teams=list(Team.objects.visible_to(request.user)))
    context = {"form": form, "draft": draft, "tried": tried(form, _rules_to_try(draft))}
    return render(request, "coaching/guidelines/_tried.html", context, status=200 if form.is_valid() else 422)


def _rules_to_try(draft: GuidelineVersion | None) -> Rules:
    return rules_of(draft) if draft else rules_in_force()
