"""What every page's frame needs: where one can go, and whether this is a demo."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main navigation; `icon` names a drawing in the sprite."""

    label: str
    url: str
    icon: str
    is_current: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"navigation": _navigation(request), "demo": settings.DEMO}


def _navigation(request: HttpRequest) -> list[NavigationItem]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    places = []
    if user.memberships_now:
        places.append((_("Log"), "log", "plus"))
    if user.is_supervisor or user.is_administrator:
        places.append((_("Teams"), "teams:list", "people"))
    places.append((_("Encounters"), "encounters:list", "list"))
    if user.memberships_now:
        places += [(_("Promises"), "promises:list", "hand"), (_("Me"), "me", "me")]
    if user.is_administrator:
        places.append((_("Guidelines"), "guidelines:list", "bounds"))
    places.append((_("Practices"), "practices", "book"))
    return [_item(request, label, reverse(name), icon) for label, name, icon in places]


def _item(request: HttpRequest, label: str, url: str, icon: str) -> NavigationItem:
    return NavigationItem(label, url, icon, is_current=request.path.startswith(url))
