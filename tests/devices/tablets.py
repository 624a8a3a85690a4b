"""Browsers of tests that are registered tablets, and what is typed on them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from microconnect.devices.cookies import COOKIE, give_token
from microconnect.devices.models import DevicePin

PASSWORD = "correct horse battery"


def carry(client: Client, token: str) -> Client:
    """Give `client` the cookie of the device with this token."""
    client.cookies[COOKIE] = cookie(token)
    return client


def cookie(token: str) -> str:
    """The cookie's value, signed as the server signs it."""
    response = HttpResponse()
    give_token(response, token)
    return response.cookies[COOKIE].value


def switch(client: Client, pin: DevicePin | int | str, digits: str) -> Any:
    """What the quick switch answers."""
    person = pin.pk if isinstance(pin, DevicePin) else pin
    return client.post("/accounts/switch/", {"person": person, "pin": digits})


def who(client: Client) -> int | None:
    """The id of whoever is signed in there."""
    signed_in = client.session.get("_auth_user_id")
    return int(signed_in) if signed_in else None


def choose_pin(client: Client, digits: str) -> Any:
    """Give the password once more, and choose a PIN."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client.post("/accounts/pin/", {"pin": digits, "again": digits})
