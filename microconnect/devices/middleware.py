"""Ends a session by PIN once its tablet is retired or its person may no longer use it."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from microconnect.devices.sessions import outlived_its_pin


class PinSessionMiddleware:
    """A tablet that got lost is retired, and with it goes whoever is signed in there. Costs others nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if outlived_its_pin(request):
            logout(request)
        return self.get_response(request)
