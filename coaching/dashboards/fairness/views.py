"""The page "consistent and fair", for a team's supervisors and for administrators."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.fairness.page import fair_page
from coaching.dashboards.fairness.question import question_from
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def fair(request: SignedInRequest, slug: str) -> HttpResponse:
    """Whether like cases are treated alike, by people and teams, as far as chance lets us say."""
    team = supervised_team(request, slug)
    question = question_from(request.GET, day_in(team.time_zone, timezone.now()))
    page = fair_page(team, request.user, question)
    return render(request, "coaching/dashboards/fairness/fair.html", {"page": page})
