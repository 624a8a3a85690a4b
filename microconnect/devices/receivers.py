"""What a full sign-in does for a PIN."""

from typing import Any

from allauth.account.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from microconnect.devices.cookies import device_of
from microconnect.devices.models import DevicePin
from microconnect.people.models import User


@receiver(user_logged_in, dispatch_uid="devices.give_tries_back")
def give_tries_back(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """A password unlocks one's PIN on this device. allauth sends this for its own sign-in only, never for a PIN's."""
    device = device_of(request)
    if device is not None:
        DevicePin.objects.filter(device=device, user=user).give_all_tries()
