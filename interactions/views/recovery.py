"""/recovery/: what somebody who can no longer sign in left on this device, saved as a file by an administrator."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from interactions.models import OutboxKey
from microconnect.answers import refusal
from microconnect.audit.models import record
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest


@require_safe
def recovery(request: SignedInRequest) -> HttpResponse:
    """The page; what is on the device only the device knows, so its script fills the list."""
    _administrators_only(request)
    return render(request, "offline/recovery.html")


@require_POST
def recovery_key(request: SignedInRequest, pk: int) -> HttpResponse:
    """The key of a closed account, and a row in the audit trail. Whoever can sign in opens their own, and nobody else does."""
    _administrators_only(request)
    person = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    if person.is_active:
        why = _("%(name)s can still sign in. What waits here goes out when they do.") % {"name": person}
        return refusal(422, "active", why=why)
    with transaction.atomic():
        secret = OutboxKey.objects.secret_of(person)
        record(by=request.user, action="outbox_key_handed_out", target=person)
    return JsonResponse({"id": str(person.pk), "name": str(person), "key": secret})


def _administrators_only(request: SignedInRequest) -> None:
    if not request.user.is_administrator:
        raise PermissionDenied(_("An administrator can look after what somebody left on a device."))
