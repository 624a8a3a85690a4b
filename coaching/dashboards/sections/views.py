"""The parts of a team's dashboard, each with the choice of the page it belongs to."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from coaching.dashboards.access import supervised_team
from coaching.dashboards.choices import Choice
from coaching.dashboards.choosing import ChoiceForm
from coaching.dashboards.sections.matrix import matrix_of
from coaching.dashboards.sections.situations import situation_rows
from coaching.dashboards.sections.titles import titles
from coaching.dashboards.sections.when import when_of
from coaching.dashboards.wording import weeks_text
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest
from microconnect.periods import day_in


@require_safe
def when(request: SignedInRequest, slug: str) -> HttpResponse:
    """Hours of the week, and how evenly it goes."""
    team, choice, _now = _asked(request, slug)
    return _part(request, "when", team, choice, when=when_of(team, choice))


@require_safe
def situations(request: SignedInRequest, slug: str) -> HttpResponse:
    """Right first time and waits, situation by situation."""
    team, choice, _now = _asked(request, slug)
    return _part(request, "situations", team, choice, rows=situation_rows(team, choice))


@require_safe
def matrix(request: SignedInRequest, slug: str) -> HttpResponse:
    """People by practices."""
    team, choice, now = _asked(request, slug)
    return _part(request, "matrix", team, choice, matrix=matrix_of(team, choice, now))


@require_safe
def choose(request: SignedInRequest, slug: str) -> HttpResponse:
    """What a team's page can be narrowed to beyond its chips."""
    team = supervised_team(request, slug)
    form = ChoiceForm(request.GET, team=team, today=day_in(team.time_zone, timezone.now()))
    part = "coaching/dashboards/_choose.html"
    context = {
        "action": team.get_absolute_url(),
        "team": team,
        "title": _("What do you want to look at?"),
        "form": form,
        "part": part,
        "back": team.get_absolute_url() + form.choice().url(),
    }
    return render(request, part if request.htmx else "coaching/dashboards/sections/page.html", context)


def _asked(request: SignedInRequest, slug: str) -> tuple[Team, Choice, datetime]:
    team, now = supervised_team(request, slug), timezone.now()
    return team, ChoiceForm(request.GET, team=team, today=day_in(team.time_zone, now)).choice(), now


def _part(request: SignedInRequest, name: str, team: Team, choice: Choice, **context: Any) -> HttpResponse:
    """The fragment for htmx; for everybody else the page that includes it."""
    part = f"coaching/dashboards/sections/_{name}.html"
    context |= {"team": team, "part": part, "title": titles()[name], "weeks": weeks_text(choice.period)}
    template = part if request.htmx else "coaching/dashboards/sections/page.html"
    return render(request, template, {**context, "back": team.get_absolute_url() + choice.url()})
