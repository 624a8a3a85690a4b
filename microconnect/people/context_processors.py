"""What every page's frame needs: where one can go, and whether this is a demo."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from microconnect.people.models import User

_OWN = ["log", "promises:list", "me"]
_PLACES = {
    "log": (_("Log"), "plus"),
    "teams:list": (_("Teams"), "people"),
    "people:list": (_("People"), "card"),
    "encounters:list": (_("Encounters"), "list"),
    "promises:list": (_("Promises"), "hand"),
    "organisation": (_("Organisation"), "house"),
    "me": (_("Me"), "me"),
    "guidelines:list": (_("Guidelines"), "bounds"),
    "scorecards:list": (_("Scorecards"), "weights"),
    "practices": (_("Practices"), "book"),
    "audit:list": (_("Audit"), "ledger"),
    "situations:list": (_("Situations"), "tags"),
}


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main navigation; `icon` names a drawing in the sprite."""

    label: str
    url: str
    icon: str
    is_current: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"navigation": navigation(request), "demo": settings.DEMO}


def navigation(request: HttpRequest) -> list[NavigationItem]:
    """Where the signed-in person can go from here."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    return [_item(request, name) for name in _names(user)]


def _names(user: User) -> list[str]:
    """Where one can go, the first job first: on a phone the first five are within reach of the thumb."""
    if user.is_administrator:
        return [
            "guidelines:list",
            "scorecards:list",
            "teams:list",
            "organisation",
            "people:list",
            "encounters:list",
            "practices",
            "situations:list",
            *(_OWN if user.memberships_now else []),
            "audit:list",
        ]
    if user.is_supervisor:
        return ["teams:list", "encounters:list", "promises:list", "practices", "log", "me"]
    return [*(_OWN if user.memberships_now else []), "encounters:list", "practices"]


def _item(request: HttpRequest, name: str) -> NavigationItem:
    (label, icon), url = _PLACES[name], reverse(name)
    return NavigationItem(str(label), url, icon, is_current=request.path.startswith(url))
