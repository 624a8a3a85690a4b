"""Choosing a PIN on a tablet, and forgetting it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from microconnect.audit.models import AuditEntry
from microconnect.devices.models import DevicePin
from microconnect.devices.services import set_pin
from tests.devices.tablets import PASSWORD, choose_pin, switch
from tests.factories import DevicePinFactory, MembershipFactory

pytestmark = pytest.mark.django_db
URL = "/accounts/pin/"


def test_a_member_chooses_a_pin_after_their_password(at_till, ada, till):
    assert choose_pin(at_till(ada), "2580").status_code == 302
    pin = DevicePin.objects.get()
    assert (pin.device, pin.user, pin.tries_left) == (till, ada, 5)
    assert pin.is_right("2580")
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor) == ("pin_set", ada)
    assert "2580" not in str(entry.detail)


def test_somebody_who_just_signed_in_with_their_password_is_not_asked_again(at_till, ada):
    tablet = at_till()
    tablet.post("/accounts/login/", {"login": ada.email, "password": PASSWORD})
    assert tablet.get(URL).status_code == 200


def test_the_password_is_asked_for_when_it_was_typed_a_while_ago(at_till, ada):
    tablet = at_till()
    tablet.post("/accounts/login/", {"login": ada.email, "password": PASSWORD})
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        response = tablet.post(URL, {"pin": "2580", "again": "2580"})
    assert response["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2Fpin%2F"
    assert "2580" not in str(dict(tablet.session))
    assert not DevicePin.objects.exists()


def test_a_session_by_pin_sets_no_pin_without_the_password(at_till, adas):
    tablet = at_till()
    switch(tablet, adas, "2580")
    tablet.post(URL, {"pin": "1379", "again": "1379"})
    assert DevicePin.objects.get().is_right("2580")


def test_another_pin_takes_the_place_of_the_first_and_unlocks_it(at_till, ada, adas, now):
    DevicePin.objects.update(tries_left=0, locked_at=now)
    choose_pin(at_till(ada), "1379")
    pin = DevicePin.objects.get()
    assert pin.is_right("1379")
    assert (pin.tries_left, pin.locked_at) == (5, None)


@pytest.mark.parametrize(
    "digits", ["0000", "88888888", "1234", "4321", "0123", "7890", "23456789", "98765432", "0987", "3210"]
)
def test_what_is_guessed_first_is_refused(at_till, ada, digits):
    response = choose_pin(at_till(ada), digits)
    assert response.status_code == 422
    assert "guessed first" in response.content.decode()


@pytest.mark.parametrize("digits", ["2580", "1235", "1212", "1357", "00000001", "12345679", "1123"])
def test_others_are_kept(at_till, ada, digits):
    assert choose_pin(at_till(ada), digits).status_code == 302


@pytest.mark.parametrize(
    "digits",
    ["", "123", "123456789", "12a4", "٢٥٨٠", "２５８０", "-258", "25.80", "25\x0080", "25 80", "2" * 1_000_000],
)
def test_what_is_not_four_to_eight_digits_is_refused(at_till, ada, digits):
    assert choose_pin(at_till(ada), digits).status_code == 422
    assert not DevicePin.objects.exists()


def test_two_that_differ_are_refused(at_till, ada):
    tablet = at_till(ada)
    tablet.post("/accounts/reauthenticate/", {"password": PASSWORD})
    response = tablet.post(URL, {"pin": "2580", "again": "2581"})
    assert response.status_code == 422
    assert "These two are not the same" in response.content.decode()


def test_what_was_typed_is_never_sent_back(at_till, ada):
    tablet = at_till(ada)
    tablet.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert "8642" not in tablet.post(URL, {"pin": "8642", "again": "8643"}).content.decode()


def test_strangers_and_administrators_get_no_pin(ivy, otto, till, harbour):
    MembershipFactory(user=ivy, team=harbour)
    for person in (ivy, otto):
        with pytest.raises(PermissionDenied):
            set_pin(by=person, device=till, digits="2580", now=timezone.now())


def test_one_forgets_ones_own_pin_and_nobody_elses(at_till, ada, adas, bens):
    at_till(ada).post("/accounts/pin/remove/")
    at_till(ada).post("/accounts/pin/remove/")
    assert DevicePin.objects.get() == bens
    assert list(AuditEntry.objects.values_list("action", flat=True)) == ["pin_removed"]


def test_pins_of_another_tablet_stay(at_till, ada, adas):
    elsewhere = DevicePinFactory(user=ada)
    at_till(ada).post("/accounts/pin/remove/")
    assert DevicePin.objects.get() == elsewhere


def test_a_pin_is_no_good_without_the_servers_key(adas, settings):
    settings.SECRET_KEY = "another key"
    assert not adas.is_right("2580")
