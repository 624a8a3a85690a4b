"""Who keeps the list of situations."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext as _

from microconnect.people.requests import SignedInRequest

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[SignedInRequest, Arguments], HttpResponse]


def administrators_only(view: View[Arguments]) -> View[Arguments]:
    """Answer anybody else with 403 and a sentence: they choose from the list wherever they log."""

    @wraps(view)
    def guarded(request: SignedInRequest, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        if not request.user.is_administrator:
            raise PermissionDenied(_("Administrators keep the list of situations. You choose from it when you log."))
        return view(request, *args, **kwargs)

    return guarded
