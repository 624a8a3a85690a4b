"""What is met before any view: requests that nobody can read, and a database that is busy."""

from collections.abc import Callable

import structlog
from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from microconnect.answers import RETRY_AFTER_SECONDS, come_back, wants_json

log = structlog.get_logger(__name__)


class Utf8OnlyMiddleware:
    """Refuse text in other encodings than UTF-8: some of Python's codecs make what no database or page can hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.lower() not in {"utf-8", "utf8", "us-ascii"}:
            raise BadRequest("Send text as UTF-8.")
        return self.get_response(request)


class BusyDatabaseMiddleware:
    """Answer 503 with Retry-After where a view found the database locked or out of reach."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError):
            return None
        return database_busy(request, exception)


def busy(request: HttpRequest, template: str, context: dict[str, object] | None = None) -> HttpResponse:
    """The page `template` as a 503 that says when to try again."""
    return _come_back(render(request, template, context, status=503))


def database_busy(request: HttpRequest, error: BaseException) -> HttpResponse:
    """503 with a page that asks the database nothing, not even who is signed in."""
    log.warning("database_busy", path=request.path, error=str(error))
    if wants_json(request):
        return come_back()
    return _come_back(HttpResponse(render_to_string("503.html"), status=503))


def _come_back(response: HttpResponse) -> HttpResponse:
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
