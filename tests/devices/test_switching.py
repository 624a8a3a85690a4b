"""From one person to the next by PIN: who gets in, who does not, and what either is told."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from microconnect.audit.models import AuditEntry
from microconnect.devices.cookies import COOKIE
from microconnect.devices.models import DevicePin
from microconnect.people.models import Membership
from tests.devices.tablets import PASSWORD, switch, who
from tests.factories import DevicePinFactory, UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"


def _tries() -> int:
    return DevicePin.objects.get().tries_left


def _close(user, _now):
    user.is_active = False
    user.save()


def _leave(user, now):
    Membership.objects.filter(user=user).update(until=now)


def _rise(user, _now):
    user.is_administrator = True
    user.save()


LOST_THEIR_PLACE = [_close, _leave, _rise]


def test_the_right_pin_signs_in_and_leads_to_the_first_job(at_till, ada, adas):
    tablet = at_till()
    response = switch(tablet, adas, "2580")
    assert response["Location"] == "/"
    assert who(tablet) == ada.pk
    assert tablet.get("/log/").status_code == 200


def test_the_session_is_a_new_one(at_till, adas):
    tablet = at_till()
    tablet.get(LOGIN)
    session = tablet.session
    session["something"] = "of the one before"
    session.save()
    tablet.cookies["sessionid"] = before = session.session_key
    switch(tablet, adas, "2580")
    assert tablet.session.session_key != before


def test_the_next_person_takes_over_whole(at_till, ada, ben, bens):
    tablet = at_till(ada)
    switch(tablet, bens, "1379")
    assert who(tablet) == ben.pk


def test_switching_renews_the_tablets_cookie(at_till, adas):
    tablet = at_till()
    before = tablet.cookies[COOKIE].value
    with time_machine.travel(timezone.now() + timedelta(days=100)):
        assert switch(tablet, adas, "2580").cookies[COOKIE].value != before


def test_a_session_by_pin_ends_after_a_days_work_however_busy(at_till, adas, settings):
    tablet, start = at_till(), timezone.now()
    with time_machine.travel(start, tick=False):
        switch(tablet, adas, "2580")
    with time_machine.travel(start + timedelta(hours=settings.PIN_SESSION_HOURS, minutes=-1), tick=False):
        session = tablet.session
        session["busy"] = True
        session.save()
        assert tablet.get("/log/").status_code == 200
    with time_machine.travel(start + timedelta(hours=settings.PIN_SESSION_HOURS, minutes=1), tick=False):
        assert tablet.get("/log/").status_code == 302


def test_the_sign_in_page_shows_who_may_switch_here_by_first_name(at_till, adas, bens, client):
    DevicePinFactory(user=UserFactory(name="Elsa Elsewhere"))
    page = at_till().get(LOGIN).content.decode()
    assert "Who is here?" in page
    assert page.count('name="person"') == 2
    assert "<b>Ada</b>" in page
    assert "Okafor" not in page
    assert "Elsa" not in page
    assert "Who is here?" not in client.get(LOGIN).content.decode()


def test_two_of_one_first_name_are_told_apart(at_till, adas, till, harbour):
    other = UserFactory(name="Ada Moreau")
    Membership.objects.create(user=other, team=harbour, since=timezone.now() - timedelta(days=1))
    DevicePinFactory(device=till, user=other)
    page = at_till().get(LOGIN).content.decode()
    assert "<b>Ada O.</b>" in page
    assert "<b>Ada M.</b>" in page


@pytest.mark.parametrize("lose", LOST_THEIR_PLACE)
def test_who_may_not_switch_is_not_shown(at_till, ada, adas, now, lose):
    lose(ada, now)
    assert 'name="person"' not in at_till().get(LOGIN).content.decode()


@pytest.mark.parametrize("lose", LOST_THEIR_PLACE)
def test_who_may_not_switch_hears_what_anybody_with_a_wrong_pin_hears(at_till, ada, adas, ben, bens, now, lose):
    lose(ada, now)
    tablet = at_till()
    for _ in range(6):
        right, wrong = switch(tablet, adas, "2580"), switch(tablet, bens, "2580")
        assert right.status_code == wrong.status_code == 422
        assert right.context["refused"] == wrong.context["refused"]
    assert who(tablet) is None


@pytest.mark.parametrize("lose", LOST_THEIR_PLACE)
def test_a_session_by_pin_ends_when_its_person_could_not_switch_any_more(at_till, ada, adas, now, lose):
    tablet = at_till()
    switch(tablet, adas, "2580")
    lose(ada, now)
    assert tablet.get("/log/").status_code == 302
    assert who(tablet) is None


def test_a_session_by_pin_ends_with_its_tablet_and_one_by_password_does_not(at_till, as_user, ada, adas, sana, till):
    tablet, own_phone = at_till(), as_user(ada)
    switch(tablet, adas, "2580")
    as_user(sana).post(f"/accounts/devices/{till.public_id}/retire/")
    assert tablet.get("/log/")["Location"].startswith(LOGIN)
    assert own_phone.get("/log/").status_code == 200


def test_a_wrong_pin_costs_a_try_and_the_right_one_gives_all_back(at_till, adas):
    tablet = at_till()
    response = switch(tablet, adas, "2581")
    assert response.status_code == 422
    assert "did not fit" in response.content.decode()
    assert _tries() == 4
    switch(tablet, adas, "2580")
    assert _tries() == 5


def test_after_five_wrong_tries_even_the_right_pin_is_kindly_refused(at_till, ada, adas, now):
    tablet = at_till()
    answers = [switch(tablet, adas, "2581").content.decode() for _ in range(5)]
    assert ["resting" in answer for answer in answers] == [False] * 4 + [True]
    assert "Sign in with your password" in switch(tablet, adas, "2580").content.decode()
    assert who(tablet) is None
    assert DevicePin.objects.get().locked_at >= now
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor, entry.detail) == ("pin_locked", None, {"person": ada.pk})


def test_only_the_own_password_on_this_tablet_unlocks_it(at_till, as_user, ada, ben, adas, client, now):
    DevicePin.objects.update(tries_left=0, locked_at=now)
    client.post(LOGIN, {"login": ada.email, "password": PASSWORD})
    at_till().post(LOGIN, {"login": ben.email, "password": PASSWORD})
    at_till().post(LOGIN, {"login": ada.email, "password": "wrong password"})
    assert _tries() == 0
    at_till().post(LOGIN, {"login": ada.email, "password": PASSWORD})
    pin = DevicePin.objects.get()
    assert (pin.tries_left, pin.locked_at) == (5, None)


def test_a_pin_opens_nothing_on_another_tablet(at_till, ada, adas):
    elsewhere = DevicePinFactory(user=ada, digits="2580")
    assert switch(at_till(), elsewhere, "2580").status_code == 422
    assert DevicePin.objects.get(pk=elsewhere.pk).tries_left == 5


@pytest.mark.parametrize("person", ["", "0", "-1", "9" * 20, "ada", "a\x00b", "1 OR 1=1"])
def test_a_person_who_was_never_offered_is_refused(at_till, adas, person):
    assert switch(at_till(), person, "2580").status_code == 422


@pytest.mark.parametrize("digits", ["", "25", "258O", "２５８０", "25\x0080", "2" * 1_000_000])
def test_what_cannot_be_a_pin_costs_no_try_and_keeps_the_person_chosen(at_till, adas, digits):
    response = switch(at_till(), adas, digits)
    assert response.status_code == 422
    assert response.context["chosen"] == adas.pk
    assert _tries() == 5


def test_the_menu_offers_the_tablets_own_ways(at_till, as_user, ada, sana, ivy):
    offers = ("data-switch", "Your PIN on this tablet", "This device")

    def offered(client):
        page = client.get("/encounters/").content.decode()
        return tuple(offer in page for offer in offers)

    assert offered(as_user(ada)) == (False, False, False)
    assert offered(at_till(ada)) == (True, True, False)
    assert offered(at_till(sana)) == (True, True, True)
    assert offered(at_till(ivy)) == (True, False, True)


def test_switching_from_the_menu_leads_to_the_people_of_the_tablet(at_till, ada, adas):
    tablet = at_till(ada)
    page = tablet.post("/accounts/logout/", follow=True).content.decode()
    assert "Who is here?" in page
    assert who(tablet) is None


def test_without_the_cookie_no_page_asks_for_a_device(as_user, ada):
    client = as_user(ada)
    with CaptureQueriesContext(connection) as asked:
        client.get("/encounters/")
    assert not [query for query in asked if "devices_" in query["sql"]]
