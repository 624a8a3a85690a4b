"""When the database is busy: say so, say when to come back, and never with a bare error."""

from collections.abc import Callable

import structlog
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

log = structlog.get_logger(__name__)

RETRY_AFTER_SECONDS = 5


class BusyDatabaseMiddleware:
    """Answer 503 with Retry-After where a view found the database locked or out of reach."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError):
            return None
        log.warning("database_busy", path=request.path, error=str(exception))
        return busy(request, "503.html")


def busy(request: HttpRequest, template: str, context: dict[str, object] | None = None) -> HttpResponse:
    """The page `template` as a 503 that says when to try again."""
    response = render(request, template, context, status=503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response
