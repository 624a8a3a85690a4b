"""Answers for scripts: small JSON where a person would get a page. `code` is a word that a script can act on."""

from typing import Any

from django.http import HttpRequest, JsonResponse

RETRY_AFTER_SECONDS = 5


def wants_json(request: HttpRequest) -> bool:
    """Whether the sender asked for JSON, as the outbox does; browsers going to a page do not."""
    return request.headers.get("Accept", "").startswith("application/json")


def refusal(status: int, code: str, **more: Any) -> JsonResponse:
    """What could not be done, and why in one word."""
    return JsonResponse({"code": code, **more}, status=status)


def come_back(code: str = "busy", status: int = 503) -> JsonResponse:
    """Not now: try the same again after a few seconds."""
    return JsonResponse({"code": code}, status=status, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})
