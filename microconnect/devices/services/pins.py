"""Set and remove one's own PIN on a device. Nobody sets one for somebody else."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from microconnect.audit.models import record
from microconnect.devices.models import TRIES, Device, DevicePin
from microconnect.devices.models.pin import hash_of_pin
from microconnect.people.models import User


def set_pin(*, by: User, device: Device, digits: str, now: datetime) -> DevicePin:
    """Keep `digits` (checked by the form) as the person's PIN on this device, in place of an earlier one.

    Raises:
        PermissionDenied: they are not in the device's team now, or they administer.
    """
    if not device.may_be_switched_to(by):
        raise PermissionDenied(_("A PIN is for the people of the team that shares this tablet."))
    values = {"pin_hash": hash_of_pin(digits), "tries_left": TRIES, "locked_at": None, "set_at": now}
    with transaction.atomic():
        pin, _is_new = DevicePin.objects.update_or_create(device=device, user=by, defaults=values)
        record(by=by, action="pin_set", target=device)
    return pin


def remove_pin(*, by: User, device: Device) -> bool:
    """Forget the person's PIN on this device; False where there was none."""
    with transaction.atomic():
        removed, _rows = DevicePin.objects.filter(device=device, user=by).delete()
        if removed:
            record(by=by, action="pin_removed", target=device)
    return bool(removed)
