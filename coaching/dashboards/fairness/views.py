"""The page "consistent and fair", for a team's supervisors and for administrators."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.fairness.page import fair_page
from coaching.dashboards.fairness.question import QuestionForm
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def fair(request: SignedInRequest, slug: str) -> HttpResponse:
    """Whether like cases are treated alike, by people and teams, as far as chance lets us say."""
    team = supervised_team(request, slug)
    form = QuestionForm(request.GET, team=team, today=day_in(team.time_zone, timezone.now()))
    context = {"page": fair_page(team, request.user, form.question()), "form": form}
    return render(request, "coaching/dashboards/fairness/fair.html", context, status=422 if form.errors else 200)
