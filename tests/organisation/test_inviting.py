"""From an invitation to the first sign-in; and a mail server that has other plans."""

import re
import smtplib
import socket
import time
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse

from microconnect.audit.models import AuditEntry
from microconnect.organisation.models import Invitation
from microconnect.organisation.queries import state_of
from microconnect.organisation.services import send_waiting
from microconnect.organisation.services.mailing import deliver
from microconnect.people.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("transactional_db")  # mails go out after the commit
PASSWORD = "a kettle for the lake"


class Refusing(EmailBackend):
    """Takes no mail for anybody called Noor."""

    def send_messages(self, messages):
        for message in messages:
            if "noor" in message.to[0]:
                raise smtplib.SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})
        return super().send_messages(messages)


@pytest.fixture
def invite(client, harbour):
    def invite(**answers):
        sent = {"name": "Noor Aziz", "email": "noor@shop.example", "role": "frontline", "team": harbour.pk, **answers}
        return client.post(reverse("people:invite"), sent, follow=True)

    return invite


def link_in(message) -> str:
    found = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", str(message.body))
    assert found is not None
    return found[1]


def choose_password(link: str):
    client = Client()
    form = client.get(link, follow=True)
    return client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})


def error_of(response, field: str) -> str:
    assert response.status_code == 422
    return " ".join(response.context["form"].errors[field])


def test_somebody_invited_chooses_a_password_signs_in_and_logs(invite):
    assert "on its way to noor@shop.example" in invite().text
    (message,) = mail.outbox
    assert message.to == ["noor@shop.example"]
    assert "Ivy has made a place for you" in message.subject
    assert "with the people of Harbour Street" in message.body
    assert "once, for 3 days" in message.body
    noor = User.objects.get(email="noor@shop.example")
    assert not noor.has_usable_password()
    assert state_of(noor) == "invited"
    assert choose_password(link_in(message)).status_code == 302
    signed_in = Client().post("/accounts/login/", {"login": noor.email, "password": PASSWORD}, follow=True)
    assert signed_in.redirect_chain[-1][0] == "/log/"
    assert state_of(User.objects.get(pk=noor.pk)) == "active"
    assert AuditEntry.objects.about(noor).get().action == "person_added"


def test_the_link_works_once_and_expires(invite):
    invite()
    link = link_in(mail.outbox[0])
    choose_password(link)
    assert "has been used, or is too old" in Client().get(link).text
    invite(name="Bo Li", email="bo@shop.example")
    link = link_in(mail.outbox[-1])
    with time_machine.travel(time.time() + timedelta(days=3, minutes=1).total_seconds()):
        assert "has been used, or is too old" in Client().get(link).text


def test_sent_again_the_older_link_opens_nothing(invite, client):
    invite()
    noor = User.objects.get(email="noor@shop.example")
    client.post(reverse("people:invite_again", args=[noor.pk]))
    old, new = mail.outbox
    assert "has been used, or is too old" in Client().get(link_in(old)).text
    assert choose_password(link_in(new)).status_code == 302


def test_who_has_chosen_a_password_keeps_it_when_the_mail_is_sent_again(invite, client):
    invite()
    noor = User.objects.get(email="noor@shop.example")
    choose_password(link_in(mail.outbox[0]))
    client.post(reverse("people:invite_again", args=[noor.pk]))
    assert User.objects.get(pk=noor.pk).check_password(PASSWORD)


def test_who_is_in_already_is_not_invited(client, ada, now):
    ada.last_login = now
    ada.save()
    page = client.post(reverse("people:invite_again", args=[ada.pk]), follow=True)
    assert "signed in already" in page.text
    assert not mail.outbox


def test_an_administrator_needs_no_team(invite, harbour):
    assert "begins without a team" in error_of(invite(role="administrator"), "team")
    invite(role="administrator", team="")
    noor = User.objects.get(email="noor@shop.example")
    assert noor.is_administrator
    assert "with the people of" not in mail.outbox[0].body


@pytest.mark.parametrize(
    "email",
    ["ada.okafor@shop.example", "ADA.Okafor@SHOP.example", "ａda.okafor@shop.example", "ada.oKafor@ſhop.example"],
)
def test_somebody_who_is_here_is_named_whatever_the_spelling(invite, ada, email):
    assert error_of(invite(email=email), "email") == "Ada Okafor is here with this address already."
    assert not mail.outbox


def test_an_address_that_only_looks_like_one_is_told(invite):
    assert "only looks like it" in error_of(invite(email="аda@shop.example"), "email")  # a Cyrillic а
    assert "Is the @ in its place?" in error_of(invite(email="ada at shop"), "email")


def test_whose_address_it_was_is_told_when_they_have_left(invite, dora):
    assert "Dora Novak had this address and has left" in error_of(invite(email=dora.email), "email")


def test_a_server_that_refuses_the_address_leaves_them_not_reached(invite, client, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    page = invite()
    assert "did not get through to noor@shop.example" in page.text
    assert "Invited, and not reached" in page.text
    assert "not reached" in client.get(reverse("people:list")).text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    noor = User.objects.get(email="noor@shop.example")
    page = client.post(reverse("people:invite_again", args=[noor.pk]), follow=True)
    assert "on its way" in page.text
    assert Invitation.objects.get().is_sent


def test_a_server_out_of_reach_is_told_and_the_person_is_there(invite, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = closed.getsockname()[1]  # bound, but nobody listens
        assert "did not get through" in invite().text
    assert Invitation.objects.get().has_failed


def test_one_refused_address_does_not_keep_the_others_from_their_mail(ivy, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    people = [UserFactory(name=name) for name in ("Bo Li", "Noor Aziz", "Cy Rex")]
    invitations = [Invitation.objects.create(user=person, invited_by=ivy) for person in people]
    deliver(invitations, link_to=lambda path: f"http://testserver{path}", by=ivy)
    assert [bool(each.sent_at) for each in Invitation.objects.order_by("pk")] == [True, False, True]
    assert Invitation.objects.get(user=people[1]).has_failed


def test_two_who_send_what_waits_send_each_mail_once(ivy):
    invitation = Invitation.objects.create(user=UserFactory(), invited_by=ivy)
    for _ in range(2):
        deliver([invitation], link_to=lambda path: f"http://testserver{path}", by=ivy)
    assert len(mail.outbox) == 1


def test_what_there_was_no_time_for_waits_and_is_sent_by_a_button(ivy, client, monkeypatch):
    for number in range(3):
        Invitation.objects.create(user=UserFactory(name=f"Person {number}"), invited_by=ivy)
    monkeypatch.setattr("microconnect.organisation.services.mailing.SECONDS_AT_ONCE", -1)
    assert send_waiting(by=ivy, link_to=str) == 3
    assert "3 invitations wait to be sent" in client.get(reverse("people:list")).text
    monkeypatch.undo()
    assert "No invitation waits" in client.post(reverse("people:send_invitations"), follow=True).text
    assert len(mail.outbox) == 3


def test_a_changed_address_opens_the_door_and_the_old_one_does_not(ivy, ada, client):
    door = Client()
    door.post(
        "/accounts/login/", {"login": ada.email, "password": "correct horse battery"}
    )  # allauth notes the address
    sent = {"name": "Ada Okafor", "email": "Ada.New@shop.example"}
    assert "Saved." in client.post(reverse("people:person", args=[ada.pk]), sent, follow=True).text
    Client().post("/accounts/password/reset/", {"email": "ada.okafor@shop.example"})
    assert not [message for message in mail.outbox if "/key/" in str(message.body)]
    old = Client().post("/accounts/login/", {"login": "ada.okafor@shop.example", "password": "correct horse battery"})
    new = Client().post("/accounts/login/", {"login": "ada.new@shop.example", "password": "correct horse battery"})
    assert (old.status_code, new.status_code) == (200, 302)
    entry = AuditEntry.objects.about(ada).get()
    assert entry.before == {"email": "ada.okafor@shop.example"}


def test_an_invitation_to_the_old_address_opens_nothing(invite, client):
    invite()
    noor = User.objects.get(email="noor@shop.example")
    sent = {"name": "Noor Aziz", "email": "noor.aziz@shop.example"}
    page = client.post(reverse("people:person", args=[noor.pk]), sent, follow=True)
    assert "Not invited yet" in page.text
    assert "has been used, or is too old" in Client().get(link_in(mail.outbox[0])).text
