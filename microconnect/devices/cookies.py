"""How a browser shows that it is a registered device: a signed cookie with its token."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from microconnect.devices.models import Device

COOKIE = "device"
_SALT = "microconnect.devices"
_LONGEST_SECONDS = 400 * 24 * 60 * 60  # browsers keep no cookie longer; switching renews it


def token_in(request: HttpRequest) -> str | None:
    """The token that this browser was given; None where it has none, or one that we never signed."""
    token = request.get_signed_cookie(COOKIE, default=None, salt=_SALT)
    return token or None


def device_of(request: HttpRequest) -> Device | None:
    """The device in use that this browser is. Without the cookie the database is not asked."""
    token = token_in(request)
    return Device.objects.in_use().with_token(token).select_related("team").first() if token else None


def give_token(response: HttpResponse, token: str) -> None:
    """Lax rather than strict: a link in a mail should lead to the people of this tablet, too."""
    response.set_signed_cookie(
        COOKIE,
        token,
        salt=_SALT,
        max_age=_LONGEST_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def take_token(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")
