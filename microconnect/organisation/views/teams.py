"""/people/teams/: adding, renaming and retiring teams. Their dashboards are at /teams/."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from microconnect.organisation import services
from microconnect.organisation.access import administrators_only
from microconnect.organisation.forms import AddTeamForm, RenameTeamForm, RetireTeamForm, TimeZoneForm
from microconnect.organisation.forms.team import time_zones
from microconnect.people.models import Membership, Role, Team
from microconnect.people.requests import SignedInRequest

PER_PAGE = 50


@require_safe
@administrators_only
def team_list(request: SignedInRequest) -> HttpResponse:
    """Every team with how many people are in it today; those retired below."""
    now = timezone.now()
    today = Q(memberships__in=Membership.objects.current(now), memberships__user__is_active=True)
    teams = Team.objects.visible_to(request.user)
    counted = teams.filter(Q(retired_at=None) | Q(retired_at__gt=now)).annotate(
        people=Count("memberships__user", filter=today, distinct=True),
        supervisors=Count("memberships__user", filter=today & Q(memberships__role=Role.SUPERVISOR), distinct=True),
    )
    context = {
        "page_obj": Paginator(counted.order_by("name"), PER_PAGE).get_page(request.GET.get("page")),
        "retired": teams.filter(retired_at__lte=now).order_by("-retired_at"),
    }
    return render(request, "organisation/teams.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def add(request: SignedInRequest) -> HttpResponse:
    form = AddTeamForm(request.POST if request.method == "POST" else None, initial={"time_zone": _usual_zone()})
    if form.is_valid():
        try:
            made = services.add_team(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("“%(name)s” is there. Now it needs people.") % {"name": made.name})
            return redirect("people:team", slug=made.slug)
    context = {"form": form, "time_zones": time_zones()}
    return render(request, "organisation/add_team.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def team(request: SignedInRequest, slug: str) -> HttpResponse:
    """One team; a POST gives it another name."""
    found = _team_or_404(request, slug)
    if request.method != "POST":
        return _page(request, found)
    form = RenameTeamForm(request.POST)
    if form.is_valid():
        try:
            is_changed = services.rename_team(by=request.user, team=found, name=form.cleaned_data["name"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Saved.") if is_changed else _("Nothing was to be changed."))
            return redirect("people:team", slug=slug)
    return _page(request, found, rename=form)


@require_POST
@administrators_only
def time_zone(request: SignedInRequest, slug: str) -> HttpResponse:
    found = _team_or_404(request, slug)
    form = TimeZoneForm(request.POST)
    if not form.is_valid():
        return _page(request, found, time_zone=form)
    if services.change_time_zone(by=request.user, team=found, time_zone=form.cleaned_data["time_zone"]):
        messages.success(request, _("From now on its days begin at midnight there."))
    else:
        messages.info(request, _("Nothing was to be changed."))
    return redirect("people:team", slug=slug)


@require_POST
@administrators_only
def retire(request: SignedInRequest, slug: str) -> HttpResponse:
    found = _team_or_404(request, slug)
    form = RetireTeamForm(request.POST, is_empty=_is_empty(found))
    if form.is_valid():
        last_day = form.cleaned_data.get("last_day")
        try:
            services.retire_team(by=request.user, team=found, last_day=last_day, now=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Retired. What happened there stays to be read."))
            return redirect("people:team", slug=slug)
    return _page(request, found, retire=form)


@require_POST
@administrators_only
def reopen(request: SignedInRequest, slug: str) -> HttpResponse:
    found = _team_or_404(request, slug)
    if services.reopen_team(by=request.user, team=found):
        messages.success(request, _("Open again. Add the people who work in it."))
    else:
        messages.info(request, _("It is open already."))
    return redirect("people:team", slug=slug)


def _team_or_404(request: SignedInRequest, slug: str) -> Team:
    return get_object_or_404(Team.objects.visible_to(request.user), slug=slug)


def _page(request: SignedInRequest, found: Team, **refused: Form) -> HttpResponse:
    now = timezone.now()
    people = Membership.objects.current(now).filter(team=found, user__is_active=True).select_related("user")
    context = {
        "team": found,
        "is_retired": found.is_retired(now),
        "is_empty": _is_empty(found),
        "page_obj": Paginator(people.order_by("user__name", "pk"), PER_PAGE).get_page(request.GET.get("page")),
        "rename": refused.get("rename") or RenameTeamForm(initial={"name": found.name}, auto_id="rename_%s"),
        "zone": refused.get("time_zone") or TimeZoneForm(initial={"time_zone": found.time_zone}, auto_id="zone_%s"),
        "retire": refused.get("retire") or RetireTeamForm(is_empty=_is_empty(found), auto_id="retire_%s"),
        "time_zones": time_zones(),
        "now": now,
    }
    return render(request, "organisation/team.html", context, status=422 if refused else 200)


def _is_empty(team: Team) -> bool:
    """Whether nobody who is still here is in it, or will be."""
    staying = Q(until=None) | Q(until__gt=timezone.now())
    return not team.memberships.filter(staying, user__is_active=True).exists()


def _usual_zone() -> str:
    """That of the newest team: shops open near each other."""
    newest = Team.objects.in_use().order_by("-pk").first()
    return newest.time_zone if newest else "Europe/London"
