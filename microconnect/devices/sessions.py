"""Sessions that a PIN opened: shorter than others, and over when the PIN could open no other."""

import time
from datetime import timedelta

from allauth.account import app_settings as allauth_settings
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest

from microconnect.devices.models import Device
from microconnect.people.models import User

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
_KEY = "opened_by_pin_on"


def open_by_pin(request: HttpRequest, user: User, device: Device) -> None:
    """Sign in; whoever was signed in before is signed out by it. A day's work later the session ends, busy or not."""
    login(request, user, backend=_BACKEND)
    request.session[_KEY] = device.pk
    request.session.set_expiry(timedelta(hours=settings.PIN_SESSION_HOURS))


def outlived_its_pin(request: HttpRequest) -> bool:
    """Whether a PIN opened this session that could not open it now: tablet retired, account closed, team left."""
    pk = request.session.get(_KEY)
    if pk is None:
        return False
    user, device = request.user, Device.objects.in_use().filter(pk=pk).first()
    return device is None or not isinstance(user, User) or not device.may_be_switched_to(user)


def gave_password_lately(request: HttpRequest) -> bool:
    """Whether the password itself was typed in this session within the last minutes.

    On a shared tablet an open session may be a colleague's; a PIN set in it would be a key to them for good.
    """
    since = time.time() - allauth_settings.REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, request.user)
    return any(given["method"] == "password" and given["at"] > since for given in records)
