"""Who may open a page, said in one line above its view."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from microconnect.people.requests import SignedInRequest

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[SignedInRequest, Arguments], HttpResponseBase]


def administrators_only(sentence: str | Promise) -> Callable[[View[Arguments]], View[Arguments]]:
    """Answer anybody else with 403 and the sentence: that these pages exist is no secret."""

    def guard(view: View[Arguments]) -> View[Arguments]:
        @wraps(view)
        def guarded(request: SignedInRequest, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
            if not request.user.is_administrator:
                raise PermissionDenied(sentence)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def members_only(view: View[Arguments]) -> View[Arguments]:
    """Answer whoever is in no team yet with 403 and a sentence; administrators need none."""

    @wraps(view)
    def guarded(request: SignedInRequest, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
        if not (request.user.memberships_now or request.user.is_administrator):
            raise PermissionDenied(_("You are not in a team yet. An administrator can add you."))
        return view(request, *args, **kwargs)

    return guarded
