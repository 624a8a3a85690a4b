"""Who a PIN belongs to, with no more guesses than there are tries."""

from datetime import datetime

from django.db import transaction

from microconnect.audit.models import record
from microconnect.devices.models import DevicePin
from microconnect.people.models import User


class PinLocked(Exception):
    """No tries are left: only the password helps, and gives them back."""


def person_with_pin(*, pin: DevicePin, digits: str, now: datetime) -> User | None:
    """The person whose PIN it is, if `digits` are right and they may still come in; None otherwise.

    A try is used up, and committed, before the digits are looked at. Somebody whose account is closed, or who left
    the team, meets the same tries and the same answers as anybody with a wrong PIN.

    Raises:
        PinLocked: there was no try left, or this was the last one.
    """
    this = DevicePin.objects.filter(pk=pin.pk)
    if not this.take_a_try():
        raise PinLocked
    if pin.is_right(digits) and pin.device.may_be_switched_to(pin.user):
        this.give_all_tries()
        return pin.user
    _lock_if_spent(pin, now)
    return None


def _lock_if_spent(pin: DevicePin, now: datetime) -> None:
    """Write down, once, that a PIN was locked."""
    with transaction.atomic():
        spent = DevicePin.objects.filter(pk=pin.pk, tries_left=0, locked_at=None)
        if not spent.update(locked_at=now):
            return
        record(by=None, action="pin_locked", target=pin.device, person=pin.user_id)
    raise PinLocked
