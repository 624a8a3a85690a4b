"""/accounts/devices/: the shared tablets of one's teams, and making this browser one of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from microconnect.devices.cookies import device_of, give_token, take_token
from microconnect.devices.forms import RegisterForm
from microconnect.devices.models import Device
from microconnect.devices.services import register_device, retire_device
from microconnect.people.requests import SignedInRequest

PER_PAGE = 50
RETIRED_SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
def devices(request: SignedInRequest) -> HttpResponse:
    """Those in use, and a form that registers the browser one sits at."""
    if not (request.user.is_supervisor or request.user.is_administrator):
        raise PermissionDenied(_("A team’s tablets are looked after by its supervisor, or by an administrator."))
    this = device_of(request)
    form = RegisterForm(request.POST if request.method == "POST" else None, viewer=request.user, replaces=this)
    if form.is_valid() and (registered := _register(request, form, this)):
        return registered
    theirs = Device.objects.managed_by(request.user).select_related("team", "registered_by", "retired_by")
    in_use = theirs.in_use().annotate(people=Count("pins")).order_by("team__name", "name", "pk")
    context = {
        "form": form,
        "this": this,
        "in_use": Paginator(in_use, PER_PAGE).get_page(request.GET.get("page")),
        "retired": theirs.exclude(retired_at=None).order_by("-retired_at")[:RETIRED_SHOWN],
    }
    return render(request, "devices/devices.html", context, status=422 if form.is_bound else 200)


@require_POST
def retire(request: SignedInRequest, public_id: str) -> HttpResponse:
    """Let a device be one no longer."""
    device = get_object_or_404(Device.objects.visible_to(request.user).select_related("team"), public_id=public_id)
    this = device_of(request)
    if retire_device(by=request.user, device=device, now=timezone.now()):
        messages.success(request, _("Retired. Nobody switches by PIN there any more."))
    else:
        messages.info(request, _("This one was retired already."))
    response = redirect("devices:list")
    if device == this:
        take_token(response)
    return response


def _register(request: SignedInRequest, form: RegisterForm, this: Device | None) -> HttpResponse | None:
    """Register this browser; None, with the form saying so, where another took the name in the same moment."""
    name, team = form.cleaned_data["name"], form.cleaned_data["team"]
    try:
        _device, token = register_device(by=request.user, team=team, name=name, now=timezone.now(), replaces=this)
    except IntegrityError:
        form.add_error("name", _("The team has one of this name already. Give this one another."))
        return None
    messages.success(request, _("This is “%(name)s” now. Sign out, so that the team can come in.") % {"name": name})
    response = redirect("devices:list")
    give_token(response, token)
    return response
