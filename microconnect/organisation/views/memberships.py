"""Forms of a person's page that put them into a team, out of it, or somewhere else."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from microconnect.organisation.access import administrators_only
from microconnect.organisation.forms import AddMembershipForm
from microconnect.organisation.places import end_form, move_form
from microconnect.organisation.services import add_membership, end_membership, move_person, withdraw_membership
from microconnect.organisation.services.rules import said_day
from microconnect.organisation.views.person import person_or_404, person_page
from microconnect.people.models import Membership
from microconnect.people.requests import SignedInRequest


@require_POST
@administrators_only
def join(request: SignedInRequest, pk: int) -> HttpResponse:
    """Into one more team."""
    somebody = person_or_404(request, pk)
    form = AddMembershipForm(request.POST, auto_id="join_%s")
    if form.is_valid():
        try:
            membership = add_membership(by=request.user, person=somebody, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, _on_page(error))
        else:
            return _done(request, membership)
    return person_page(request, somebody, refused=form, join=form)


@require_POST
@administrators_only
def move(request: SignedInRequest, pk: int, place: int) -> HttpResponse:
    """Out of one team and into another."""
    membership = _membership(request, pk, place)
    form = move_form(membership, request.POST)
    if form.is_valid():
        try:
            moved = move_person(by=request.user, membership=membership, now=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return _done(request, moved)
    return person_page(request, membership.user, refused=form, place=place)


@require_POST
@administrators_only
def end(request: SignedInRequest, pk: int, place: int) -> HttpResponse:
    """Out of a team after a day."""
    membership = _membership(request, pk, place)
    form = end_form(membership, request.POST)
    if form.is_valid():
        last_day = form.cleaned_data["last_day"]
        try:
            end_membership(by=request.user, membership=membership, last_day=last_day, now=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Saved. What they logged there stays."))
            return redirect("people:person", pk=pk)
    return person_page(request, membership.user, refused=form, place=place)


@require_POST
@administrators_only
def withdraw(request: SignedInRequest, pk: int, place: int) -> HttpResponse:
    """Take back what has not begun."""
    membership = _membership(request, pk, place)
    try:
        withdraw_membership(by=request.user, membership=membership, now=timezone.now())
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, _("Taken back."))
    return redirect("people:person", pk=pk)


def _membership(request: SignedInRequest, pk: int, place: int) -> Membership:
    somebody = person_or_404(request, pk)
    return get_object_or_404(somebody.memberships.select_related("team", "user"), pk=place)


def _done(request: SignedInRequest, membership: Membership) -> HttpResponse:
    words = {"team": membership.team, "role": membership.get_role_display()}
    words["day"] = said_day(membership.team, membership.since)
    messages.success(request, _("Saved: %(team)s, %(role)s, from %(day)s on.") % words)
    return redirect("people:person", pk=membership.user_id)


def _on_page(error: ValidationError) -> ValidationError:
    """A refusal that is about the person stands above the form: there is no field for whom it is about."""
    told = dict(error.message_dict)
    return ValidationError({"team": told.pop("person"), **told} if "person" in told else told)
