"""What the database itself refuses of devices and PINs, and what it lets through."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories import DeviceFactory, DevicePinFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


def _refused(make, **values) -> bool:
    try:
        with transaction.atomic():
            make(**values)
    except IntegrityError:
        return True
    return False


def test_a_device_is_retired_by_someone_at_a_time(ivy, now):
    assert not _refused(DeviceFactory, registered_at=now, retired_at=now, retired_by=ivy)
    assert _refused(DeviceFactory, registered_at=now, retired_at=now)
    assert _refused(DeviceFactory, retired_by=ivy)


def test_a_device_is_retired_after_it_was_registered(ivy, now):
    earlier = now - timedelta(seconds=1)
    assert not _refused(DeviceFactory, registered_at=earlier, retired_at=now, retired_by=ivy)
    assert _refused(DeviceFactory, registered_at=now, retired_at=earlier, retired_by=ivy)


def test_a_team_has_one_device_of_a_name_in_use(harbour, ivy, now):
    first = DeviceFactory(team=harbour, name="Till 2", registered_at=now)
    assert not _refused(DeviceFactory, team=TeamFactory(), name="Till 2")
    assert _refused(DeviceFactory, team=harbour, name="Till 2")
    first.retired_at, first.retired_by = now, ivy
    first.save()
    assert not _refused(DeviceFactory, team=harbour, name="Till 2")


def test_a_token_is_one_devices():
    DeviceFactory(token="the same")
    assert _refused(DeviceFactory, token="the same")


def test_a_person_has_one_pin_on_a_device():
    pin = DevicePinFactory()
    assert not _refused(DevicePinFactory, device=pin.device)
    assert not _refused(DevicePinFactory, user=pin.user)
    assert _refused(DevicePinFactory, device=pin.device, user=pin.user)


@pytest.mark.parametrize(("kept", "refused"), [(0, -1), (5, 6)])
def test_tries_are_none_to_five(kept, refused):
    assert not _refused(DevicePinFactory, tries_left=kept)
    assert _refused(DevicePinFactory, tries_left=refused)


def test_a_pin_is_locked_only_when_no_try_is_left(now):
    assert not _refused(DevicePinFactory, tries_left=0, locked_at=now)
    assert _refused(DevicePinFactory, tries_left=1, locked_at=now)


def test_neither_token_nor_pin_is_kept_in_clear():
    pin = DevicePinFactory(user=UserFactory(), device=DeviceFactory(token="a secret token"), digits="2580")
    assert "secret" not in pin.device.token_hash
    assert "2580" not in pin.pin_hash
