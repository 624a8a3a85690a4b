"""Make a browser a team's shared device, and let it be one no longer."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from microconnect.audit.models import record
from microconnect.devices.models import Device
from microconnect.devices.models.device import hash_of, new_token
from microconnect.people.models import Team, User


def register_device(
    *, by: User, team: Team, name: str, now: datetime, replaces: Device | None = None
) -> tuple[Device, str]:
    """Register a device; returns it with the token for its cookie, which is not kept anywhere else.

    `replaces` is what this browser was until now. Its token is overwritten with the cookie, so it is retired.

    Raises:
        PermissionDenied: they neither supervise the team nor administer.
    """
    device = Device(name=name, team=team, registered_by=by, registered_at=now)
    if not device.may_be_managed_by(by):
        raise _not_theirs()
    token = new_token()
    device.token_hash = hash_of(token)
    with transaction.atomic():
        if replaces is not None:
            _retire(replaces, by, now)
        device.save(force_insert=True)
        record(by=by, action="device_registered", target=device, after={"name": name, "team": team.name})
    return device, token


def retire_device(*, by: User, device: Device, now: datetime) -> bool:
    """Forget the device's PINs, and let its cookie count for nothing; False where that was done already.

    Raises:
        PermissionDenied: they neither supervise its team nor administer.
    """
    if not device.may_be_managed_by(by):
        raise _not_theirs()
    with transaction.atomic():
        return _retire(device, by, now)


def _retire(device: Device, by: User, now: datetime) -> bool:
    retired_at = max(now, device.registered_at)
    if not Device.objects.in_use().filter(pk=device.pk).update(retired_at=retired_at, retired_by=by):
        return False
    forgotten, _rows = device.pins.all().delete()
    record(
        by=by,
        action="device_retired",
        target=device,
        before={"retired_at": None},
        after={"retired_at": retired_at},
        pins=forgotten,
    )
    return True


def _not_theirs() -> PermissionDenied:
    return PermissionDenied(_("A team’s tablets are looked after by its supervisor, or by an administrator."))
