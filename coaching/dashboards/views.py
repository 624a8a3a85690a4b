"""The pages that show what changed: one team, several teams, oneself."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.alike import alike_rows
from coaching.dashboards.choices import choice_from
from coaching.dashboards.choosing import ChoiceForm
from coaching.dashboards.overview import team_cards
from coaching.dashboards.person.page import own_page
from coaching.dashboards.tables.offering import offered
from coaching.dashboards.tables.person import PERSON
from coaching.dashboards.tables.sheets import sheet_named
from coaching.dashboards.tables.team import TEAM
from coaching.dashboards.team import team_page
from microconnect.notices.showing import news_for
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in

TEAMS_PER_PAGE = 24


@require_safe
def team_list(request: SignedInRequest) -> HttpResponse:
    """The teams one supervises, side by side; all of them for an administrator."""
    teams = Team.objects.supervised_by(request.user)
    if not (request.user.is_supervisor or request.user.is_administrator):
        raise PermissionDenied(
            _("This page is for supervisors. Your own weeks, and your team’s in totals, are under “Me”.")
        )
    page = Paginator(teams, TEAMS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "cards": team_cards(list(page), timezone.now()), "news": news_for(request)}
    return render(request, "coaching/dashboards/teams.html", context)


@require_safe
def team_detail(request: SignedInRequest, slug: str) -> HttpResponse:
    """One team's weeks, for its supervisors and for administrators; htmx fetches the figures alone."""
    team, now = supervised_team(request, slug), timezone.now()
    form = ChoiceForm(request.GET, team=team, today=day_in(team.time_zone, now))
    choice = form.choice()
    page = team_page(team, request.user, choice, now)
    context = {"page": page, "form": form, "tables": offered(TEAM, "teams:table", team.slug, query=choice.query())}
    is_part = request.htmx and not request.htmx.history_restore_request
    template = "_team.html" if is_part else "team.html"
    return render(request, f"coaching/dashboards/{template}", context, status=422 if form.errors else 200)


@require_safe
def alike(request: SignedInRequest, slug: str) -> HttpResponse:
    """How often each situation gets something extra, here and elsewhere; htmx fetches it into the team's page."""
    team = supervised_team(request, slug)
    rows = alike_rows(team, choice_from(request.GET, day_in(team.time_zone, timezone.now())))
    template = "_alike.html" if request.htmx else "alike.html"
    return render(request, f"coaching/dashboards/{template}", {"team": team, "rows": rows})


@require_safe
def me(request: SignedInRequest) -> HttpResponse:
    """One's own weeks, and one's team in totals."""
    now = timezone.now()
    choice = choice_from(request.GET, day_in(request.user.time_zone, now))
    context = {"page": own_page(request.user, choice, now), "tables": offered(PERSON, "me", query=choice.query())}
    return render(request, "coaching/dashboards/me.html", {**context, "news": news_for(request)})


@require_GET
def own_file(request: SignedInRequest, name: str, ending: str) -> HttpResponseBase:
    """404 for a table that the page does not have."""
    sheet, now = sheet_named(PERSON, name), timezone.now()
    choice = choice_from(request.GET, day_in(request.user.time_zone, now))
    return sheet.file(own_page(request.user, choice, now), ending, about="me", today=choice.today)
