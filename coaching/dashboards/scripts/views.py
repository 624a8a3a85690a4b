"""The page "scripts and variety", for a team's supervisors and for administrators."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.scripts.choosing import ScriptsForm
from coaching.dashboards.scripts.page import scripts_page
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def scripts(request: SignedInRequest, slug: str) -> HttpResponse:
    """How often greetings are a script: the team's up to today, a person's only once they have had it for a week."""
    team = supervised_team(request, slug)
    form = ScriptsForm(request.GET, team=team, today=day_in(team.time_zone, timezone.now()))
    context = {"page": scripts_page(team, request.user, form.choice()), "form": form}
    return render(request, "coaching/dashboards/scripts/scripts.html", context, status=422 if form.errors else 200)
