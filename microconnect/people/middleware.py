"""What being signed in means for every page: times of one's team, and nothing left behind on a shared tablet."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone


class TeamTimeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        teams = request.user.teams_now if request.user.is_authenticated else []
        zone = ZoneInfo(teams[0].time_zone) if teams else None
        with timezone.override(zone):
            return self.get_response(request)


class KeepPrivateMiddleware:
    """Let no browser or proxy keep a signed-in page, unless its view says otherwise: the tablet goes to the next person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-store"
        return response
