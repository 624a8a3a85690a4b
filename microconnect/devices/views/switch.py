"""/accounts/switch/: from one person to the next, by PIN."""

from allauth.account.forms import LoginForm
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from microconnect.devices.cookies import device_of, give_token, token_in
from microconnect.devices.forms import SwitchForm
from microconnect.devices.models import DevicePin
from microconnect.devices.services import PinLocked, person_with_pin
from microconnect.devices.sessions import open_by_pin


@sensitive_post_parameters()
@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: HttpRequest) -> HttpResponse:
    """Sign in by `person` and `pin`. Wrong digits, a closed account and an unknown browser are answered alike."""
    if request.method != "POST":  # a tablet that opens yesterday's address again
        return redirect("account_login")
    form = SwitchForm(request.POST, device=device_of(request))
    is_valid, pin = form.is_valid(), form.cleaned_data.get("person")
    if not is_valid or pin is None:
        return _refused(request, _wrong(), pin)
    try:
        person = person_with_pin(pin=pin, digits=form.cleaned_data["pin"], now=timezone.now())
    except PinLocked:
        return _refused(request, _locked(), pin)
    if person is None:
        return _refused(request, _wrong(), pin)
    open_by_pin(request, person, pin.device)
    response = redirect("home")
    give_token(response, token_in(request) or "")
    return response


def _refused(request: HttpRequest, words: str, pin: DevicePin | None) -> HttpResponse:
    """The sign-in page once more, with the person still chosen, so that only the digits are typed again."""
    context = {"form": LoginForm(request=request), "refused": words, "chosen": pin.pk if pin else None}
    return render(request, "account/login.html", context, status=422)


def _wrong() -> str:
    return _("That PIN did not fit. Try again, or sign in with your password.")


def _locked() -> str:
    return _("Five tries did not fit, so this PIN is resting. Sign in with your password, and it works again.")
