"""The organisation's page and who has time to log, for administrators."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from coaching.dashboards.organisation.choosing import organisation_choice
from coaching.dashboards.organisation.coverage import time_to_log
from coaching.dashboards.organisation.page import organisation_page
from microconnect.people.access import administrators_only
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest

SENTENCE = _("The organisation’s page is for administrators. Your own weeks are under “Me”, a team’s under “Teams”.")
PEOPLE_PER_PAGE = 100


@require_safe
@administrators_only(SENTENCE)
def organisation(request: SignedInRequest) -> HttpResponse:
    """Everybody together, and the teams in the order of what is sure."""
    now = timezone.now()
    choice, situations = organisation_choice(request.GET, timezone.localdate(now))
    page = organisation_page(choice, now, request.GET.get("page"))
    context = {"page": page, "page_obj": page.page, "choice": choice, "situations": situations}
    return render(request, "coaching/dashboards/organisation.html", context)


@require_safe
@administrators_only(SENTENCE)
def waiting_to_log(request: SignedInRequest) -> HttpResponse:
    """Those who logged nothing this week and last, in one team or in all. An unknown team has nobody."""
    slug = request.GET.get("team", "")
    page = Paginator(time_to_log(timezone.now(), slug), PEOPLE_PER_PAGE).get_page(request.GET.get("page"))
    team = Team.objects.filter(slug=slug).first() if slug else None
    return render(request, "coaching/dashboards/time_to_log.html", {"page_obj": page, "team": team})
