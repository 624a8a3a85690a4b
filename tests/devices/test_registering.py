"""A supervisor makes the browser they sit at a tablet of their team, and lets it be one no longer."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from microconnect.audit.models import AuditEntry
from microconnect.devices.cookies import COOKIE
from microconnect.devices.models import Device, DevicePin
from microconnect.devices.services import register_device, retire_device
from tests.at_once import at_once
from tests.devices.tablets import carry, switch
from tests.factories import DeviceFactory

pytestmark = pytest.mark.django_db
URL = "/accounts/devices/"


def _actions() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_a_supervisor_registers_the_browser_they_sit_at(as_user, sana, harbour):
    client = as_user(sana)
    assert client.post(URL, {"name": "Till 2", "team": harbour.pk}).status_code == 302
    device = Device.objects.get()
    assert (device.name, device.team, device.registered_by) == ("Till 2", harbour, sana)
    assert "This is “Till 2” of Harbour Street" in client.get(URL).content.decode()
    assert _actions() == ["device_registered"]


def test_the_cookie_is_kept_long_and_out_of_the_reach_of_scripts(as_user, sana, harbour, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = as_user(sana).post(URL, {"name": "Till 2", "team": harbour.pk}).cookies[COOKIE]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")
    assert cookie["max-age"] > 365 * 24 * 60 * 60


def test_a_team_of_another_supervisor_is_no_choice(as_user, sana, mill):
    assert as_user(sana).post(URL, {"name": "Till 2", "team": mill.pk}).status_code == 422
    assert not Device.objects.exists()


def test_an_administrator_registers_for_any_team(as_user, ivy, mill):
    assert as_user(ivy).post(URL, {"name": "Till 2", "team": mill.pk}).status_code == 302


def test_one_lists_the_devices_of_ones_teams(as_user, sana, ivy, till, mill):
    DeviceFactory(name="Mill Lane's", team=mill)
    assert "Mill Lane&#x27;s" not in as_user(sana).get(URL).content.decode()
    assert "Mill Lane&#x27;s" in as_user(ivy).get(URL).content.decode()


def test_the_list_costs_the_same_however_many_there_are(as_user, ivy, django_assert_max_num_queries):
    DeviceFactory.create_batch(20)
    client = as_user(ivy)
    with django_assert_max_num_queries(9):
        client.get(URL)


def test_a_name_is_taken_once_in_a_team(as_user, sana, till):
    response = as_user(sana).post(URL, {"name": "Till 2", "team": till.team_id})
    assert response.status_code == 422
    assert "one of this name already" in response.content.decode()


@pytest.mark.usefixtures("transactional_db")
def test_of_two_who_take_a_name_at_once_the_later_is_told(as_user, sana, harbour):
    def register() -> HttpResponse:
        response: HttpResponse = as_user(sana).post(URL, {"name": "Till 2", "team": harbour.pk})
        return response

    answers = [response.status_code for response in at_once(register, register)]
    assert sorted(answers) == [302, 422]
    assert Device.objects.get().name == "Till 2"


def test_registering_anew_retires_what_this_browser_was(at_till, sana, till, adas):
    client = at_till(sana)
    assert client.post(URL, {"name": "Till 2", "team": till.team_id}).status_code == 302
    till.refresh_from_db()
    assert till.retired_by == sana
    assert Device.objects.in_use().get().name == "Till 2"
    assert not DevicePin.objects.exists()
    assert _actions() == ["device_retired", "device_registered"]


def test_a_retired_device_forgets_its_pins_and_its_cookie_counts_for_nothing(at_till, sana, till, adas):
    at_till(sana).post(f"{URL}{till.public_id}/retire/")
    assert not DevicePin.objects.exists()
    tablet = at_till()
    assert "Who is here?" not in tablet.get("/accounts/login/").content.decode()
    assert switch(tablet, adas, "2580").status_code == 422
    assert _actions() == ["device_retired"]


def test_retiring_twice_changes_nothing(at_till, sana, till):
    for _ in range(2):
        at_till(sana).post(f"{URL}{till.public_id}/retire/")
    assert _actions() == ["device_retired"]


def test_retiring_the_browser_one_sits_at_takes_its_cookie(at_till, as_user, sana, till):
    elsewhere = as_user(sana).post(f"{URL}{DeviceFactory(team=till.team).public_id}/retire/")
    assert COOKIE not in elsewhere.cookies
    assert at_till(sana).post(f"{URL}{till.public_id}/retire/").cookies[COOKIE].value == ""


def test_nobody_registers_or_retires_for_a_team_they_do_not_lead(ada, otto, till, harbour):
    for stranger in (ada, otto):
        with pytest.raises(PermissionDenied):
            register_device(by=stranger, team=harbour, name="Mine", now=timezone.now())
        with pytest.raises(PermissionDenied):
            retire_device(by=stranger, device=till, now=timezone.now())
    assert Device.objects.get().retired_at is None


@pytest.mark.parametrize("cookie", ["", "nonsense", "a:b:c", "x" * 4000, "till 2:1sdfs:aaaa"])
def test_a_cookie_that_we_never_signed_counts_for_nothing(till, adas, cookie):
    client = Client()
    client.cookies[COOKIE] = cookie
    assert "Who is here?" not in client.get("/accounts/login/").content.decode()
    assert switch(client, adas, "2580").status_code == 422


def test_a_token_that_no_device_has_counts_for_nothing(adas):
    assert switch(carry(Client(), "no such token"), adas, "2580").status_code == 422


@pytest.mark.parametrize("name", ["", " ", "a\x00b", "x" * 41, "x" * 1_000_000])
def test_a_name_nobody_would_recognise_is_refused(as_user, sana, harbour, name):
    assert as_user(sana).post(URL, {"name": name, "team": harbour.pk}).status_code == 422


@pytest.mark.parametrize("team", ["", "0", "9" * 20, "harbour"])
def test_a_team_that_was_never_offered_is_refused(as_user, sana, team):
    assert as_user(sana).post(URL, {"name": "Till 2", "team": team}).status_code == 422
