"""Reading encounters: the list with its filters, and one encounter with what its words showed."""

import math
from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from coaching.encounters.choosing import OneOfMany
from coaching.encounters.conditions import conditions_of
from coaching.encounters.earlier import earlier_of
from coaching.encounters.feedback import Feedback, feedback_of
from coaching.encounters.filters import EncounterFilter
from coaching.encounters.paging import NOTHING, page_of
from coaching.encounters.reader import Reader
from coaching.encounters.rows import rows_of
from interactions.models import Encounter
from microconnect.keyset import Place
from microconnect.people.requests import SignedInRequest

UNDO_SECONDS = 10  # offered for so long; the server takes it back for as long as it may be edited


@require_safe
def encounters(request: SignedInRequest) -> HttpResponse:
    """What one may see, newest first, narrowed by the filters of the address."""
    narrowed = EncounterFilter(request.GET, request=request)
    is_narrowed = any(request.GET.get(name) for name in EncounterFilter.base_filters)
    is_refused = is_narrowed and not narrowed.is_valid()
    if is_narrowed and not is_refused and (keyed := narrowed.address(request.GET)) != request.GET:
        return redirect(f"{request.path}?{keyed.urlencode()}")
    # Keys first, whole rows for one page only: looking through years must not carry their texts along.
    page = (
        NOTHING
        if is_refused
        else page_of(Reader(request.user, narrowed if is_narrowed else None), Place.of(request.GET))
    )
    is_finding = is_refused or "find" in request.GET
    if is_finding:
        narrowed.ask_for_names()
    context = {
        "filter": narrowed,
        "page": page,
        "rows": rows_of(
            page.keys,
            practice="" if is_refused else request.GET.get("practice", ""),
            looked_for="" if is_refused else narrowed.sent.get("q", "") if is_narrowed else "",
        ),
        "is_narrowed": is_narrowed,
        "is_refused": is_refused,
        "is_finding": is_finding,
        "conditions": conditions_of(narrowed, request.GET) if is_narrowed and not is_refused else [],
        "names_people": request.user.is_administrator or request.user.is_supervisor,
    }
    return render(request, "coaching/encounters/list.html", context, status=422 if is_refused else 200)


@require_safe
def names(request: SignedInRequest, name: str) -> HttpResponse:
    """The people or teams that fit what is being typed into the form, for its list of suggestions."""
    field = EncounterFilter(request=request).form.fields.get(name)
    if not isinstance(field, OneOfMany):
        raise Http404
    return render(request, "coaching/encounters/_names.html", {"names": field.offered(request.GET.get(name, ""))})


@require_safe
def encounter(request: SignedInRequest, public_id: str) -> HttpResponse:
    """One encounter: the words with their evidence, what landed, one thing to try, how the number was made."""
    found = get_object_or_404(
        Encounter.objects.visible_to(request.user).select_related(
            "person", "team", "situation", "assessment__scorecard_version", "assessment__guideline_version"
        ),
        public_id=public_id,
    )
    assessment = getattr(found, "assessment", None)
    is_mine = found.person_id == request.user.pk
    now = timezone.now()
    feedback = feedback_of(found, assessment, is_mine=is_mine) if assessment else None
    context = {
        "encounter": found,
        "is_mine": is_mine,
        "may_edit": found.is_editable_by(request.user, now),
        "undo_seconds": _undo_seconds(found, now) if is_mine else 0,
        "assessment": assessment,
        "is_current": assessment is not None and assessment.revision == found.revision,
        "feedback": feedback,
        "earlier": earlier_of(assessment) if assessment else [],
        "repeated": _repeated(request, feedback) if feedback else [],
        "promises": found.promises.all(),
        "repeat_of": _repeat_of(request, found),
        "waited": _minutes(found.wait_seconds),
        "took": _minutes(found.handling_seconds),
        "now": now,
    }
    return render(request, "coaching/encounters/encounter.html", context)


def _undo_seconds(encounter: Encounter, now: datetime) -> int:
    """How much longer undo is offered, right after it was logged."""
    since = (now - encounter.received_at).total_seconds()
    return max(0, math.ceil(UNDO_SECONDS - since)) if encounter.revision == 1 else 0


def _repeat_of(request: SignedInRequest, encounter: Encounter) -> Encounter | None:
    """The encounter that this one came back about, where the viewer may see it."""
    if encounter.repeat_of_id is None:
        return None
    return Encounter.objects.visible_to(request.user).filter(pk=encounter.repeat_of_id).first()


def _repeated(request: SignedInRequest, feedback: Feedback) -> list[Encounter]:
    """The earlier encounters whose words were said again, newest first, where the viewer may see them."""
    public_ids = [public_id for part in feedback.parts for public_id in part.repeats]
    if not public_ids:
        return []
    return list(Encounter.objects.visible_to(request.user).filter(public_id__in=public_ids).newest_first())


def _minutes(seconds: int | None) -> str:
    """Whole seconds as people say them: "1:30 min"."""
    return (
        ""
        if seconds is None
        else _("%(minutes)d:%(seconds)02d min") % {"minutes": seconds // 60, "seconds": seconds % 60}
    )
