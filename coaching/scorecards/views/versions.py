"""What counts now, and the versions that were published: what each said, who published it and why."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from coaching.catalogue.cards import time_targets
from coaching.scorecards.changes import changes_between
from coaching.scorecards.models import ScorecardVersion, pinned_version
from coaching.scorecards.rows import read_groups
from coaching.scorecards.services import drafting
from microconnect.people.access import administrators_only
from microconnect.people.requests import SignedInRequest

_only_administrators = administrators_only(
    _("Administrators look after the scorecards. “Practices” shows everybody what counts.")
)


@require_safe
@_only_administrators
def scorecard_list(request: SignedInRequest) -> HttpResponse:
    published = ScorecardVersion.objects.published().select_related("published_by").get()
    context = {"draft": drafting.draft(), **_to_read(published)}
    return render(request, "coaching/scorecards/list.html", context)


@require_safe
@_only_administrators
def version_list(request: SignedInRequest) -> HttpResponse:
    versions = ScorecardVersion.objects.out().select_related("published_by")
    return render(request, "coaching/scorecards/versions.html", {"versions": versions})


@require_safe
@_only_administrators
def version(request: SignedInRequest, number: int) -> HttpResponse:
    """One version as it counted then, and what it changed."""
    found = get_object_or_404(ScorecardVersion.objects.out().select_related("published_by"), number=number)
    before = pinned_version(found.based_on_id) if found.based_on_id else None
    changes = changes_between(before.scorecard, found.scorecard) if before else []
    return render(request, "coaching/scorecards/version.html", {"changes": changes, **_to_read(found)})


def _to_read(version: ScorecardVersion) -> dict[str, Any]:
    scorecard = version.scorecard
    return {
        "version": version,
        "scorecard": scorecard,
        "groups": read_groups(scorecard),
        "time_targets": time_targets(scorecard),
    }
