"""Show every time in the time zone of the signed-in person's team."""

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
