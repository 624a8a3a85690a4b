"""From an invitation to a signed-in page, by mail and password alone."""

import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from microconnect.people.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "a kettle for the lake"


def _choose_password(client: Client, password: str) -> None:
    """Follow the link of the last mail and choose a password there."""
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", str(mail.outbox[-1].body))
    assert link is not None
    form = client.get(link[1], follow=True)
    client.post(form.request["PATH_INFO"], {"password1": password, "password2": password})


def test_somebody_who_was_added_chooses_a_password_and_signs_in(client):
    call_command("add_member", "noor@shop.example", "Noor Aziz", team="Quay Side")
    client.post("/accounts/password/reset/", {"email": "Noor@shop.example"})
    _choose_password(client, PASSWORD)
    response = Client().post("/accounts/login/", {"login": "NOOR@shop.example", "password": PASSWORD}, follow=True)
    assert response.redirect_chain[-1][0] == "/log/"


def test_a_wrong_password_and_an_unknown_address_sound_alike(client):
    User.objects.create_user("noor@shop.example", "Noor", PASSWORD)
    wrong = client.post("/accounts/login/", {"login": "noor@shop.example", "password": "not this one"})
    unknown = client.post("/accounts/login/", {"login": "nobody@shop.example", "password": "not this one"})
    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert "_auth_user_id" not in client.session


def test_a_closed_account_does_not_get_in(client):
    User.objects.create_user("dora@shop.example", "Dora", PASSWORD, is_active=False)
    client.post("/accounts/login/", {"login": "dora@shop.example", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_nobody_signs_themselves_up(client):
    client.post("/accounts/signup/", {"email": "new@shop.example", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.exists()
