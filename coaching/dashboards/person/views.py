"""One person's page, for the supervisors of the team and for administrators, and its tables as files."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.choices import choice_from
from coaching.dashboards.person.page import PersonPage, person_page
from coaching.dashboards.person.whose import people_of
from coaching.dashboards.tables.offering import offered
from coaching.dashboards.tables.person import PERSON
from coaching.dashboards.tables.sheets import sheet_named
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def person_detail(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Their weeks in one team; of those who left as well."""
    page = _page(request, slug, pk)
    tables = offered(PERSON, "teams:person", slug, pk, query=page.choice.query())
    return render(request, "coaching/dashboards/person.html", {"page": page, "tables": tables})


@require_GET
def person_file(request: SignedInRequest, slug: str, pk: int, name: str, ending: str) -> HttpResponseBase:
    """404 for a table that the page does not have."""
    page = _page(request, slug, pk)
    about = f"{slug}-person-{pk}"
    return sheet_named(PERSON, name).file(page, ending, about=about, today=page.choice.today)


def _page(request: SignedInRequest, slug: str, pk: int) -> PersonPage:
    """What the viewer may read in the weeks and the channel of the address; 404 and 403 for everybody else."""
    team, now = supervised_team(request, slug), timezone.now()
    person = get_object_or_404(people_of(team).visible_to(request.user), pk=pk)
    choice = choice_from(request.GET, day_in(team.time_zone, now))
    return person_page(person, team, request.user, choice, now)
