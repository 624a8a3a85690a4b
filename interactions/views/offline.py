"""What lets a phone log without network: the shell, the service worker that keeps it, one person's kit, the manifest."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from interactions.forms.log import EmptyLogForm
from interactions.offline.assets import SHELL_ASSETS, version
from interactions.offline.kit import kit_of
from interactions.views.log import REMEMBERED
from microconnect.devices.cookies import device_of
from microconnect.people.context_processors import navigation
from microconnect.people.requests import SignedInRequest

PAPER, ICON_SIZES = "#faf6ef", (192, 512)


@require_safe
def kit(request: SignedInRequest) -> HttpResponse:
    """All that the shell needs to be this person's, with a fresh token for what it sends."""
    mine = kit_of(request.user, now=timezone.now())
    places = [[place.label, place.url, place.icon] for place in navigation(request)]
    here = {
        "csrf_token": get_token(request),
        "is_tablet": device_of(request) is not None,
        "signed_in_until": request.session.get_expiry_date().isoformat(),
    }
    return JsonResponse(mine | here | {"navigation": places, "last": _chosen_last(request, mine["situations"])})


def _chosen_last(request: SignedInRequest, situations: list[list[str]]) -> dict[str, Any]:
    """What the log form begins with; a situation that is offered no longer is left out."""
    last: dict[str, Any] = request.session.get(REMEMBERED, {})
    is_offered = any(pk == str(last.get("situation")) for pk, _name in situations)
    return last if is_offered or not last else {**last, "situation": None}


@require_safe
@login_not_required
@cache_control(no_cache=True)
def log_shell(request: HttpRequest) -> HttpResponse:
    """The log screen with nobody in it."""
    context = {"form": EmptyLogForm(now=timezone.now()), "is_shell": True}
    return render(request, "interactions/log.html", context)


@require_safe
@login_not_required
@cache_control(no_cache=True)
def shell(request: HttpRequest) -> HttpResponse:
    """Today's list, one's promises and the guidelines, with nobody in them; and what to say of any other page."""
    return render(request, "offline/shell.html", {"is_shell": True})


@require_safe
@login_not_required
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the shell; another version of anything in it is another script."""
    context = {"assets": [static(path) for path in SHELL_ASSETS], "version": version()}
    return render(request, "offline/service-worker.js", context, content_type="text/javascript; charset=utf-8")


@require_safe
@login_not_required
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    """How a phone installs the house."""
    icons = [_icon(f"img/icon-{size}.png", size, "any") for size in ICON_SIZES]
    return JsonResponse(
        {
            "id": "/",
            "name": "Microconnect",
            "short_name": "Microconnect",
            "description": _("Log a moment with a customer in less time than it took."),
            "start_url": "/log/",
            "scope": "/",
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": PAPER,
            "icons": [*icons, _icon("img/icon-maskable-512.png", 512, "maskable")],
            "shortcuts": [
                {"name": _("Log an encounter"), "url": "/log/"},
                {"name": _("Promises"), "url": "/promises/"},
            ],
        },
        content_type="application/manifest+json",
    )


def _icon(path: str, size: int, purpose: str) -> dict[str, str]:
    return {"src": static(path), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
