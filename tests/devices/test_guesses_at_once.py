"""Twenty wrong guesses in the same moment: no more are looked at than there are tries."""

from collections.abc import Callable
from functools import partial

import pytest

from microconnect.audit.models import AuditEntry
from microconnect.devices.models import TRIES, DevicePin
from tests.at_once import at_once
from tests.devices.counting import CountingHasher
from tests.devices.tablets import switch

pytestmark = pytest.mark.usefixtures("transactional_db")
GUESSES = 20


@pytest.fixture
def counted(transactional_db, settings, adas: DevicePin) -> DevicePin:
    settings.PASSWORD_HASHERS = ["tests.devices.counting.CountingHasher"]
    CountingHasher.checked = 0
    return adas


def _all_at_once(guess: Callable[[str], object]) -> list[object]:
    """What `guess` answered to as many wrong PINs."""
    return at_once(*(partial(guess, f"{number:04d}") for number in range(GUESSES)))


def test_twenty_guesses_at_once_are_five_looked_at(at_till, counted):
    browsers = [at_till() for _ in range(GUESSES)]
    answers = _all_at_once(lambda digits: switch(browsers[int(digits)], counted, digits).status_code)
    assert answers == [422] * GUESSES
    assert 0 < CountingHasher.checked <= TRIES
    counted.refresh_from_db()
    assert counted.is_locked
    assert list(AuditEntry.objects.values_list("action", flat=True)) == ["pin_locked"]


def test_without_the_guard_more_of_them_are_looked_at(counted):
    """The control: reading the tries and writing them afterwards is what lets guesses through."""

    def guess(digits: str) -> None:
        pin = DevicePin.objects.get(pk=counted.pk)
        if not pin.is_locked and not pin.is_right(digits):
            DevicePin.objects.filter(pk=pin.pk).update(tries_left=pin.tries_left - 1)

    _all_at_once(guess)
    assert CountingHasher.checked > TRIES
