"""/encounters/<uuid>/undo/: take back what was just logged."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from interactions.retrying import retrying
from interactions.services import CameBack, InTheMaking, undo_encounter
from microconnect.answers import come_back, refusal, wants_json
from microconnect.people.requests import SignedInRequest

UNDONE = "undone"  # in the log page's address: the device may still have the words, and puts them back into the form


@require_POST
def undo(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """Delete it, whether or not it has arrived yet. Of somebody else's, nobody learns whether it exists."""
    try:
        was_there = retrying(lambda: undo_encounter(by=request.user, public_id=public_id, now=timezone.now()))
    except CameBack:
        return _stays(request, _("They came back about this one, so it stays."))
    except PermissionDenied as refused:
        if wants_json(request):
            return refusal(422, "stays", why=str(refused))
        raise
    except (InTheMaking, OperationalError) as error:
        if wants_json(request) or isinstance(error, InTheMaking):
            return come_back(status=409 if isinstance(error, InTheMaking) else 503)
        raise
    if wants_json(request):
        return JsonResponse({"undone": True, "was_there": was_there})
    messages.success(request, _("Taken back. It counts nowhere any more."))
    return redirect(f"{reverse('log')}?{urlencode({UNDONE: str(public_id)})}")


def _stays(request: SignedInRequest, why: str) -> HttpResponse:
    if wants_json(request):
        return refusal(422, "stays", why=why)
    messages.info(request, why)
    return redirect("encounters:list")
