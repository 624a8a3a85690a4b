"""The pages that show what changed: one team, several teams, oneself."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from coaching.dashboards.alike import situation_rows
from coaching.dashboards.choices import choice_from
from coaching.dashboards.fairness.page import fair_page
from coaching.dashboards.fairness.question import question_from
from coaching.dashboards.overview import team_cards
from coaching.dashboards.own import own_page
from coaching.dashboards.scripts.page import scripts_page
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
    """One team's weeks, for its supervisors and for administrators."""
    team, now = _supervised_team(request, slug), timezone.now()
    choice = choice_from(request.GET, day_in(team.time_zone, now))
    page = team_page(team, request.user, choice, now)
    return render(request, "coaching/dashboards/team.html", {"page": page})


@require_safe
def alike(request: SignedInRequest, slug: str) -> HttpResponse:
    """How often each situation gets something extra, here and elsewhere; htmx fetches it into the team's page."""
    team = _supervised_team(request, slug)
    rows = situation_rows(team, choice_from(request.GET, day_in(team.time_zone, timezone.now())))
    template = "_alike.html" if request.htmx else "alike.html"
    return render(request, f"coaching/dashboards/{template}", {"team": team, "rows": rows})


@require_safe
def fair(request: SignedInRequest, slug: str) -> HttpResponse:
    """Whether like cases are treated alike, by people and teams, as far as chance lets us say."""
    team = _supervised_team(request, slug)
    question = question_from(request.GET, day_in(team.time_zone, timezone.now()))
    page = fair_page(team, request.user, question)
    return render(request, "coaching/dashboards/fairness/fair.html", {"page": page})


@require_safe
def scripts(request: SignedInRequest, slug: str) -> HttpResponse:
    """How often greetings are a script: the team's up to today, a person's only once they have had it for a week."""
    team = _supervised_team(request, slug)
    choice = choice_from(request.GET, day_in(team.time_zone, timezone.now()))
    page = scripts_page(team, request.user, choice)
    return render(request, "coaching/dashboards/scripts/scripts.html", {"page": page})


@require_safe
def me(request: SignedInRequest) -> HttpResponse:
    """One's own weeks, and one's team in totals."""
    page = own_page(request.user, timezone.now())
    return render(request, "coaching/dashboards/me.html", {"page": page, "news": news_for(request)})


def _supervised_team(request: SignedInRequest, slug: str) -> Team:
    """404 for those outside the team; its own people are told where their figures are."""
    team = get_object_or_404(Team.objects.visible_to(request.user), slug=slug)
    if not (request.user.is_administrator or request.user.supervises(team.pk)):
        raise PermissionDenied(
            _("This page is for supervisors. Your own weeks, and your team’s in totals, are under “Me”.")
        )
    return team
