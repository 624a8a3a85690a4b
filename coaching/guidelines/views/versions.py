"""The versions that were published: what each said, who published it and why."""

from typing import cast

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from coaching.guidelines.changes import changes_between
from coaching.guidelines.models import GuidelineVersion
from coaching.guidelines.readable import rules_for, sides_of
from coaching.guidelines.rules import Rules, rules_of
from microconnect.people.access import administrators_only
from microconnect.people.requests import SignedInRequest

_only_administrators = administrators_only(_("Administrators look after the versions of the guidelines."))


@require_safe
@_only_administrators
def version_list(request: SignedInRequest) -> HttpResponse:
    versions = GuidelineVersion.objects.out().select_related("published_by")
    return render(request, "coaching/guidelines/versions.html", {"versions": versions})


@require_safe
@_only_administrators
def version(request: SignedInRequest, number: int) -> HttpResponse:
    """One version as it was read then, and what it changed."""
    found = get_object_or_404(GuidelineVersion.objects.out().select_related("published_by", "based_on"), number=number)
    rules = rules_of(found)
    before = rules_of(cast("GuidelineVersion", found.based_on)) if found.based_on else Rules(None)
    context = {
        "version": found,
        "sides": sides_of(rules_for(request.user, rules, timezone.localdate(found.published_at))),
        "changes": changes_between(before, rules),
    }
    return render(request, "coaching/guidelines/version.html", context)
