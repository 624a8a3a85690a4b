"""A table of a page as a file, by the page's own conditions."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_GET

from coaching.dashboards.access import supervised_team
from coaching.dashboards.choosing import ChoiceForm
from coaching.dashboards.tables.team import team_table
from microconnect.exporting.csv_file import csv_response
from microconnect.exporting.xlsx_file import xlsx_response
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in

_RESPONSES = {"csv": csv_response, "xlsx": xlsx_response}


@require_GET
def team_file(request: SignedInRequest, slug: str, name: str, ending: str) -> HttpResponseBase:
    """404 for a table that the page does not have."""
    team, now = supervised_team(request, slug), timezone.now()
    today = day_in(team.time_zone, now)
    choice = ChoiceForm(request.GET, team=team, today=today).choice()
    table = team_table(name, team, choice, now)
    if table is None:
        raise Http404
    return _RESPONSES[ending](table, f"{team.slug}-{name}-{today}.{ending}")
