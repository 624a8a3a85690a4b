"""The page "scripts and variety", for a team's supervisors and for administrators."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.choices import choice_from
from coaching.dashboards.scripts.page import scripts_page
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def scripts(request: SignedInRequest, slug: str) -> HttpResponse:
    """How often greetings are a script: the team's up to today, a person's only once they have had it for a week."""
    team = supervised_team(request, slug)
    choice = choice_from(request.GET, day_in(team.time_zone, timezone.now()))
    page = scripts_page(team, request.user, choice)
    return render(request, "coaching/dashboards/scripts/scripts.html", {"page": page})
