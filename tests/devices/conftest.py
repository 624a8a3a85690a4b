"""A tablet of Ada's and Ben's team, and browsers that are it."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from microconnect.devices.models import Device, DevicePin
from microconnect.people.models import Team, User
from tests.devices.tablets import carry
from tests.factories import DeviceFactory, DevicePinFactory

TOKEN = "the token of till 2"


@pytest.fixture(autouse=True)
def _nobody_typed_too_many_passwords() -> Iterator[None]:
    """allauth counts passwords in the cache, by people's ids, which the next test gives to others."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def till(harbour: Team, sana: User) -> Device:
    return DeviceFactory(name="Till 2", team=harbour, registered_by=sana, token=TOKEN)


@pytest.fixture
def at_till(till: Device) -> Callable[..., Client]:
    """`at_till()`: a browser that is the tablet; `at_till(ada)`: with Ada signed in."""

    def at_till(user: User | None = None) -> Client:
        client = carry(Client(), TOKEN)
        if user is not None:
            client.force_login(user)
        return client

    return at_till


@pytest.fixture
def adas(till: Device, ada: User) -> DevicePin:
    """Ada's PIN there: 2580."""
    return DevicePinFactory(device=till, user=ada)


@pytest.fixture
def bens(till: Device, ben: User) -> DevicePin:
    """Ben's: 1379."""
    return DevicePinFactory(device=till, user=ben, digits="1379")
