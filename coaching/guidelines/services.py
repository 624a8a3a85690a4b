"""Write, change and retire greeting guidelines. Each change makes a new version of them all."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from coaching.guidelines.models import GreetingGuideline, GuidelineVersion
from microconnect.audit.models import record
from microconnect.people.models import User

if TYPE_CHECKING:
    from coaching.guidelines.forms import GuidelineForm


class RetiredMeanwhile(Exception):
    """Somebody retired the guideline while another was changing it."""


def save_guideline(*, by: User, form: "GuidelineForm") -> GreetingGuideline:
    """Store the guideline of a valid form, new or changed; from the next greeting on it holds.

    Raises:
        RetiredMeanwhile: it was retired since the form was opened; it stays so.
    """
    action = "guideline_changed" if form.instance.pk else "guideline_added"
    with transaction.atomic():
        if form.instance.pk and not GreetingGuideline.objects.current().select_for_update().filter(pk=form.instance.pk):
            raise RetiredMeanwhile
        guideline: GreetingGuideline = form.save()
        make_version(by=by)
        record(by=by, action=action, target=guideline, title=guideline.title)
    return guideline


def retire_guideline(*, by: User, guideline: GreetingGuideline, now: datetime) -> None:
    """Stop judging by it, and keep it to read. Retiring twice changes nothing."""
    with transaction.atomic():
        if not GreetingGuideline.objects.current().filter(pk=guideline.pk).update(retired_at=now):
            return
        make_version(by=by)
        record(by=by, action="guideline_retired", target=guideline, title=guideline.title)


@transaction.atomic
def make_version(*, by: User | None) -> GuidelineVersion:
    """Pin all current guidelines as the version that counts from now on."""
    _wait_for_others()
    current = GreetingGuideline.objects.current().order_by("pk").prefetch_related("teams")
    return GuidelineVersion.objects.create(rules=[_as_rule(guideline) for guideline in current], made_by=by)


def _wait_for_others() -> None:
    """One version at a time: of two saved together, the later one holds the changes of both."""
    list(GuidelineVersion.objects.select_for_update(no_key=True).order_by("-pk").values_list("pk")[:1])


def _as_rule(guideline: GreetingGuideline) -> dict[str, Any]:
    return {
        "id": guideline.pk,
        "title": guideline.title,
        "strength": guideline.strength,
        "match": guideline.match,
        "phrases": guideline.phrase_list,
        "is_script": guideline.is_script,
        "reason": guideline.reason,
        "suggestion": guideline.suggestion,
        "teams": [team.pk for team in guideline.teams.all()],
        "channels": guideline.channels,
        "active_from": guideline.active_from,
        "active_until": guideline.active_until,
    }
