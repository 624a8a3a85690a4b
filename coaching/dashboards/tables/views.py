"""The tables of a team's pages as files, by each page's own access and conditions."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from coaching.dashboards.access import supervised_team
from coaching.dashboards.choosing import ChoiceForm
from coaching.dashboards.figures import figures_of
from coaching.dashboards.tables.sheets import Sheet, sheet_named
from coaching.dashboards.tables.team import TEAM
from microconnect.people.models import Team, User
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in

P = TypeVar("P")


def file_view(
    sheets: Sequence[Sheet[P]],
    form_of: type[ChoiceForm],
    page_of: Callable[[Team, User, Any, datetime], P],
    *,
    route: str,
    about: str = "",
) -> Callable[..., HttpResponseBase]:
    """The view of a page's files: 404 for a table that the page does not have; what cannot be shown is told by the page.

    Args:
        page_of: team, viewer, form and time -> what the page is made of.
        route: the page.
        about: stands after the team in the name of a file.
    """

    @require_GET
    def file(request: SignedInRequest, slug: str, name: str, ending: str) -> HttpResponseBase:
        team, now = supervised_team(request, slug), timezone.now()
        sheet, today = sheet_named(sheets, name), day_in(team.time_zone, now)
        form = form_of(request.GET, team=team, today=today)
        if form.errors:
            return redirect(reverse(route, args=[slug], query=request.GET))
        page = page_of(team, request.user, form, now)
        return sheet.file(page, ending, about=team.slug + about, today=today)

    return file


team_file = file_view(
    TEAM, ChoiceForm, lambda team, _viewer, form, now: figures_of(team, form.choice(), now), route="teams:detail"
)
