"""What being signed in means for every page: times of one's team, and nothing left behind on a shared tablet."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from microconnect.answers import refusal, wants_json


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Every page asks who one is, unless its view says otherwise; a script is told with 401 instead of a form."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        return refusal(401, "sign_in") if refused is not None and wants_json(request) else refused


class SamePersonMiddleware:
    """What a device kept for one person is never stored as another's, whoever has signed in there since.

    The outbox says in `X-Person` whose row it sends; the row waits there until that person is back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        meant = request.headers.get("X-Person")
        if meant is None or not request.user.is_authenticated or meant == str(request.user.pk):
            return None
        return refusal(409, "somebody_else")


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
