"""The page "consistent and fair", for a team's supervisors and for administrators, and its tables as files."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.fairness.page import fair_page
from coaching.dashboards.fairness.question import QuestionForm
from coaching.dashboards.tables.fairness import FAIR
from coaching.dashboards.tables.offering import offered
from coaching.dashboards.tables.views import file_view
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def fair(request: SignedInRequest, slug: str) -> HttpResponse:
    """Whether like cases are treated alike, by people and teams, as far as chance lets us say."""
    team = supervised_team(request, slug)
    form = QuestionForm(request.GET, team=team, today=day_in(team.time_zone, timezone.now()))
    question = form.question()
    tables = offered(FAIR, "teams:fair", team.slug, query=question.query())
    context = {"page": fair_page(team, request.user, question), "form": form, "tables": tables}
    return render(request, "coaching/dashboards/fairness/fair.html", context, status=422 if form.errors else 200)


fair_file = file_view(
    FAIR,
    QuestionForm,
    lambda team, viewer, form, _now: fair_page(team, viewer, form.question()),
    route="teams:fair",
    about="-fair",
)
