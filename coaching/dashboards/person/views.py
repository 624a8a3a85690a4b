"""One person's page, for the supervisors of the team and for administrators."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.choices import choice_from
from coaching.dashboards.person.page import person_page
from coaching.dashboards.person.whose import people_of
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def person_detail(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Their weeks in one team; of those who left as well."""
    team, now = supervised_team(request, slug), timezone.now()
    person = get_object_or_404(people_of(team).visible_to(request.user), pk=pk)
    choice = choice_from(request.GET, day_in(team.time_zone, now))
    page = person_page(person, team, request.user, choice, now)
    return render(request, "coaching/dashboards/person.html", {"page": page})
