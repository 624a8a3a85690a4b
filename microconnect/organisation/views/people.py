"""/people/: everybody, found by name, team, role and state; and asking somebody in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from microconnect.organisation.access import administrators_only
from microconnect.organisation.exporting import as_csv
from microconnect.organisation.forms import FindForm, InviteForm
from microconnect.organisation.models import Invitation
from microconnect.organisation.queries import found, rows_of, with_places
from microconnect.organisation.services import invite_person, send_waiting
from microconnect.organisation.views.telling import tell_of_invitation
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest

PER_PAGE = 50


@require_safe
@administrators_only
def people(request: SignedInRequest) -> HttpResponse:
    """The people that fit the address's conditions, and where each of them is today."""
    now = timezone.now()
    form = FindForm(request.GET)
    is_valid = form.is_valid()
    everybody = found(request.user, form.cleaned_data, now) if is_valid else User.objects.get_queryset().none()
    page = Paginator(everybody.values_list("pk", flat=True), PER_PAGE).get_page(request.GET.get("page"))
    shown = User.objects.visible_to(request.user).filter(pk__in=list(page)).order_by("name", "pk")
    context = {
        "form": form,
        "page_obj": page,
        "rows": rows_of(with_places(shown, now)),
        "is_narrowed": any(request.GET.get(name) for name in form.fields),
        "waiting": Invitation.objects.visible_to(request.user).waiting().count(),
    }
    return render(request, "organisation/people.html", context, status=200 if is_valid else 422)


@require_safe
@administrators_only
def export(request: SignedInRequest) -> HttpResponseBase:
    """The same people as a CSV file, in the format that the import reads."""
    form, now = FindForm(request.GET), timezone.now()
    if not form.is_valid():
        return people(request)  # which says what is wrong with them
    lines = as_csv(found(request.user, form.cleaned_data, now), now)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="people-{timezone.localdate():%Y-%m-%d}.csv"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def invite(request: SignedInRequest) -> HttpResponse:
    """Add somebody, and mail them a link to choose a password. `?team=` comes from a team's page."""
    initial = {"team": request.GET.get("team")}
    form = InviteForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid() and (invited := _invite(request, form)):
        return invited
    return render(request, "organisation/invite.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@administrators_only
def send_invitations(request: SignedInRequest) -> HttpResponse:
    """Send those that wait, as after an import of many."""
    left = send_waiting(by=request.user, link_to=request.build_absolute_uri)
    if left:
        words = ngettext("%d invitation still waits. Send on.", "%d invitations still wait. Send on.", left) % left
        messages.info(request, words)
    else:
        messages.success(request, _("No invitation waits any more."))
    return redirect("people:list")


def _invite(request: SignedInRequest, form: InviteForm) -> HttpResponseRedirect | None:
    """Invite them; None, with the form saying why, where that cannot be."""
    wanted = form.cleaned_data
    try:
        person = invite_person(
            by=request.user,
            name=wanted["name"],
            email=wanted["email"],
            team=wanted["team"],
            role=wanted["role"],
            day=wanted["day"],
            link_to=request.build_absolute_uri,
        )
    except ValidationError as error:
        form.add_error(None, error)
        return None
    tell_of_invitation(request, person)
    return redirect("people:person", pk=person.pk)
