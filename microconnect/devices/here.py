"""What pages may want to know of the browser they are shown in."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from microconnect.devices.cookies import device_of
from microconnect.devices.models import Device, DevicePin
from microconnect.people.models import User


@dataclass(frozen=True, slots=True)
class PersonHere:
    """One choice of the quick switch: `label` is a first name, with an initial where two share it."""

    pin_id: int
    label: str
    initials: str


class Here:
    """This browser, as templates see it. The database is asked when a template asks, and never without the cookie."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def device(self) -> Device | None:
        return device_of(self._request)

    @cached_property
    def people(self) -> list[PersonHere]:
        """Those who may switch here, in the order of their names."""
        if self.device is None:
            return []
        pins = self.device.pins.usable(timezone.now()).select_related("user")
        return _labelled(list(pins))

    @cached_property
    def may_have_pin(self) -> bool:
        user = getattr(self._request, "user", None)
        return self.device is not None and isinstance(user, User) and self.device.may_be_switched_to(user)


def here(request: HttpRequest) -> dict[str, Any]:
    """The context processor."""
    return {"here": Here(request)}


def _labelled(pins: list[DevicePin]) -> list[PersonHere]:
    times = Counter(pin.user.first_name for pin in pins)
    return [PersonHere(pin.pk, _label(pin.user, times), pin.user.initials) for pin in pins]


def _label(user: User, times: Counter[str]) -> str:
    first = user.first_name
    return f"{first} {user.initials[-1]}." if times[first] > 1 and len(user.initials) > 1 else first
