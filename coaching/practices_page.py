"""/practices/: how scoring works, from the practices and the scorecard that counts now."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coaching.catalogue.cards import phases, time_targets
from coaching.catalogue.worked_example import worked_example
from coaching.engine.assess import ENGINE_VERSION
from coaching.engine.practices import PRACTICES
from coaching.engine.scoring import MOST_BONUS
from coaching.scorecards.models import ScorecardVersion


@require_safe
def practices(request: HttpRequest) -> HttpResponse:
    """The same page for everybody: its long part is made once for each scorecard and language."""
    version = ScorecardVersion.objects.current()
    scorecard = version.scorecard
    context = {
        "version": version,
        "engine_version": ENGINE_VERSION,
        "scorecard": scorecard,
        "how_many": len(PRACTICES),
        "most_bonus": MOST_BONUS,
        "get_phases": partial(phases, scorecard),
        "get_time_targets": partial(time_targets, scorecard),
        "get_example": partial(worked_example, scorecard),
    }
    return render(request, "coaching/practices.html", context)
