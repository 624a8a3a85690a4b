"""/people/<pk>/: one person, and everything an administrator can do about them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from microconnect.organisation.access import administrators_only
from microconnect.organisation.forms import AddMembershipForm, PersonForm
from microconnect.organisation.models import Invitation
from microconnect.organisation.places import places_of
from microconnect.organisation.queries import State, state_of
from microconnect.organisation.services import change_person
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Their page; a POST changes name and address."""
    somebody = person_or_404(request, pk)
    if request.method != "POST":
        return person_page(request, somebody)
    form = PersonForm(request.POST)
    if form.is_valid():
        try:
            is_changed = change_person(by=request.user, person=somebody, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Saved.") if is_changed else _("Nothing was to be changed."))
            return redirect("people:person", pk=pk)
    return person_page(request, somebody, person=form)


def person_or_404(request: SignedInRequest, pk: int) -> User:
    return get_object_or_404(User.objects.visible_to(request.user), pk=pk)


def person_page(
    request: SignedInRequest, somebody: User, *, refused: Form | None = None, place: int | None = None, **forms: Form
) -> HttpResponse:
    """The page; with a refused form on it (about the membership `place`, where it is about one), 422."""
    now = timezone.now()
    places = places_of(somebody, now, refused=refused, refused_at=place)
    context = {
        "somebody": somebody,
        "is_me": somebody.pk == request.user.pk,
        "state": state_of(somebody),
        "is_invited": state_of(somebody) == State.INVITED,
        "invitation": Invitation.objects.visible_to(request.user)
        .select_related("invited_by")
        .filter(user=somebody)
        .first(),
        "form": forms.get("person") or PersonForm(initial={"name": somebody.name, "email": somebody.email}),
        "join": forms.get("join") or AddMembershipForm(auto_id="join_%s"),
        "places": [place for place in places if not place.is_over],
        "past": [place for place in places if place.is_over],
    }
    return render(request, "organisation/person.html", context, status=422 if refused or forms else 200)
