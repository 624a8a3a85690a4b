"""The page "scripts and variety", for a team's supervisors and for administrators, and its tables as files."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.scripts.choosing import ScriptsForm
from coaching.dashboards.scripts.page import scripts_page
from coaching.dashboards.tables.offering import offered
from coaching.dashboards.tables.scripts import SCRIPTS
from coaching.dashboards.tables.views import file_view
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def scripts(request: SignedInRequest, slug: str) -> HttpResponse:
    """How often greetings are a script: the team's up to today, a person's only once they have had it for a week."""
    team = supervised_team(request, slug)
    form = ScriptsForm(request.GET, team=team, today=day_in(team.time_zone, timezone.now()))
    choice = form.choice()
    tables = offered(SCRIPTS, "teams:scripts", team.slug, query=choice.query())
    context = {"page": scripts_page(team, request.user, choice), "form": form, "tables": tables}
    return render(request, "coaching/dashboards/scripts/scripts.html", context, status=422 if form.errors else 200)


scripts_file = file_view(
    SCRIPTS,
    ScriptsForm,
    lambda team, viewer, form, _now: scripts_page(team, viewer, form.choice()),
    route="teams:scripts",
    about="-scripts",
)
