"""A table of a team's page as a file, by the page's own conditions."""

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from coaching.dashboards.access import supervised_team
from coaching.dashboards.choosing import ChoiceForm
from coaching.dashboards.figures import figures_of
from coaching.dashboards.tables.sheets import sheet_named
from coaching.dashboards.tables.team import TEAM
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_GET
def team_file(request: SignedInRequest, slug: str, name: str, ending: str) -> HttpResponseBase:
    """404 for a table that the page does not have; what cannot be shown is told by the page."""
    team, now = supervised_team(request, slug), timezone.now()
    sheet, today = sheet_named(TEAM, name), day_in(team.time_zone, now)
    form = ChoiceForm(request.GET, team=team, today=today)
    if form.errors:
        return redirect(reverse("teams:detail", args=[slug], query=request.GET))
    return sheet.file(figures_of(team, form.choice(), now), ending, about=team.slug, today=today)
