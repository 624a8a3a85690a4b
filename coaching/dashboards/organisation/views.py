"""The organisation's page and who has time to log, for administrators."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_safe

from coaching.dashboards.organisation.choosing import organisation_choice
from coaching.dashboards.organisation.coverage import time_to_log
from coaching.dashboards.organisation.page import organisation_page
from coaching.dashboards.tables.offering import offered
from coaching.dashboards.tables.organisation import ORGANISATION
from coaching.dashboards.tables.sheets import sheet_named
from microconnect.people.access import administrators_only
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest

SENTENCE = _("The organisation’s page is for administrators. Your own weeks are under “Me”, a team’s under “Teams”.")
PEOPLE_PER_PAGE = 100
MOST_TEAMS = 100_000  # in a file: more than there are anywhere


@require_safe
@administrators_only(SENTENCE)
def organisation(request: SignedInRequest) -> HttpResponse:
    """Everybody together, and the teams in the order of what is sure."""
    now = timezone.now()
    choice, situations = organisation_choice(request.GET, timezone.localdate(now))
    page = organisation_page(choice, now, request.GET.get("page"))
    tables = offered(ORGANISATION, "organisation", query=choice.query())
    context = {"page": page, "page_obj": page.page, "choice": choice, "situations": situations, "tables": tables}
    return render(request, "coaching/dashboards/organisation.html", context)


@require_GET
@administrators_only(SENTENCE)
def organisation_file(request: SignedInRequest, name: str, ending: str) -> HttpResponseBase:
    """All teams in one file. 404 for a table that the page does not have."""
    sheet, now = sheet_named(ORGANISATION, name), timezone.now()
    choice, _situations = organisation_choice(request.GET, timezone.localdate(now))
    page = organisation_page(choice, now, teams_at_once=MOST_TEAMS)
    return sheet.file(page, ending, about="organisation", today=choice.today)


@require_safe
@administrators_only(SENTENCE)
def waiting_to_log(request: SignedInRequest) -> HttpResponse:
    """Those who logged nothing this week and last, in one team or in all. An unknown team has nobody."""
    slug = request.GET.get("team", "")
    page = Paginator(time_to_log(timezone.now(), slug), PEOPLE_PER_PAGE).get_page(request.GET.get("page"))
    team = Team.objects.filter(slug=slug).first() if slug else None
    return render(request, "coaching/dashboards/time_to_log.html", {"page_obj": page, "team": team})
