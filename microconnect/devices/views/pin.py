"""/accounts/pin/: a PIN of one's own on the tablet one sits at."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from microconnect.devices.cookies import device_of
from microconnect.devices.forms import ChoosePinForm
from microconnect.devices.models import Device, DevicePin
from microconnect.devices.services import remove_pin, set_pin
from microconnect.devices.sessions import gave_password_lately
from microconnect.people.requests import SignedInRequest


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def pin(request: SignedInRequest) -> HttpResponse:
    """Choose a PIN, or another one. Asks for the password first, unless it was given a moment ago."""
    device = _device(request)
    if not gave_password_lately(request):
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': reverse('devices:pin')})}")
    form = ChoosePinForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        current = DevicePin.objects.filter(device=device, user=request.user).first()
        context = {"form": form, "device": device, "current": current}
        return render(request, "devices/pin.html", context, status=422 if form.is_bound else 200)
    set_pin(by=request.user, device=device, digits=form.cleaned_data["pin"], now=timezone.now())
    messages.success(request, _("That is your PIN on “%(name)s” now.") % {"name": device.name})
    return redirect("devices:pin")


@require_POST
def remove(request: SignedInRequest) -> HttpResponse:
    """Forget one's PIN here."""
    if remove_pin(by=request.user, device=_device(request)):
        messages.success(request, _("Your PIN is forgotten here. Your password works as before."))
    else:
        messages.info(request, _("You had no PIN here."))
    return redirect("devices:pin")


def _device(request: SignedInRequest) -> Device:
    """The device in front of a member of its team; anybody else is told why there is no PIN for them.

    Raises:
        PermissionDenied: with the sentence that says so.
    """
    device = device_of(request)
    if device is None:
        raise PermissionDenied(_("PINs are for shared tablets. A supervisor can make this browser one."))
    if not device.may_be_switched_to(request.user):
        raise PermissionDenied(_("A PIN is for the people of the team that shares this tablet."))
    return device
