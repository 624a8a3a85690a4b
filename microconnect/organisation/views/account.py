"""Buttons of a person's page: their invitation, whether they may sign in, whether they administer."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from microconnect.organisation import services
from microconnect.organisation.access import administrators_only
from microconnect.organisation.views.person import person_or_404
from microconnect.organisation.views.telling import tell_of_invitation
from microconnect.people.requests import SignedInRequest


@require_POST
@administrators_only
def invite_again(request: SignedInRequest, pk: int) -> HttpResponse:
    somebody = person_or_404(request, pk)
    try:
        services.send_again(by=request.user, person=somebody, link_to=request.build_absolute_uri)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        tell_of_invitation(request, somebody)
    return redirect("people:person", pk=pk)


@require_POST
@administrators_only
def deactivate(request: SignedInRequest, pk: int) -> HttpResponse:
    somebody = person_or_404(request, pk)
    if services.deactivate(by=request.user, person=somebody, now=timezone.now()):
        words = _("%(name)s can no longer sign in, and is signed out everywhere. What they logged stays.")
        messages.success(request, words % {"name": somebody.first_name})
    else:
        messages.info(request, _("That was done already."))
    return redirect("people:person", pk=pk)


@require_POST
@administrators_only
def reactivate(request: SignedInRequest, pk: int) -> HttpResponse:
    somebody = person_or_404(request, pk)
    if services.reactivate(by=request.user, person=somebody):
        messages.success(request, _("%(name)s can sign in again.") % {"name": somebody.first_name})
    else:
        messages.info(request, _("That was done already."))
    return redirect("people:person", pk=pk)


@require_POST
@administrators_only
def administrator(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make them one, or, with `unmake`, one no longer."""
    somebody = person_or_404(request, pk)
    if "unmake" in request.POST:
        is_changed = services.unmake_administrator(by=request.user, person=somebody)
        words = _("%(name)s is an administrator no longer.")
    else:
        is_changed = services.make_administrator(by=request.user, person=somebody)
        words = _("%(name)s is an administrator now.")
    told = words % {"name": somebody.first_name} if is_changed else _("That was done already.")
    messages.success(request, told)
    return redirect("people:person", pk=pk)
