"""What is said where somebody else was faster with the draft."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from coaching.versions.services import DraftChanged, DraftGone
from microconnect.people.access import View
from microconnect.people.requests import SignedInRequest


def told_when_gone(room: str) -> Callable[[View[...]], View[...]]:
    """Where the draft was published or thrown away meanwhile, say so and show what holds now."""

    def guard(view: View[...]) -> View[...]:
        @wraps(view)
        def told(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except DraftGone:
                said = _("The draft was published or thrown away meanwhile, so this was not stored. Begin a new one.")
                messages.warning(request, said)
                return redirect(f"{room}:list")

        return told

    return guard


def told_when_overtaken(room: str) -> Callable[[View[...]], View[...]]:
    """Say so where somebody published, threw away or changed the draft first."""

    def guard(view: View[...]) -> View[...]:
        @wraps(view)
        def guarded(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except DraftGone:
                told = _("Somebody published this draft, or threw it away, before you. Nothing was published twice.")
                messages.warning(request, told)
                return redirect(f"{room}:list")
            except DraftChanged:
                told = _("The draft changed since you looked at it, so nothing is published yet. Look once more.")
                messages.warning(request, told)
                return redirect(f"{room}:publish")

        return guarded

    return guard
