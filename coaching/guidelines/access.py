"""Who may write guidelines, and who is held to them."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from microconnect.people import access
from microconnect.people.access import Arguments, View
from microconnect.people.requests import SignedInRequest


def administrators_only(view: View[Arguments]) -> View[Arguments]:
    """Answer anybody else with 403 and a sentence: that guidelines exist is no secret."""
    sentence = gettext_lazy("Administrators write the guidelines. You meet them as you type.")
    return access.administrators_only(sentence)(view)


def members_only(view: View[Arguments]) -> View[Arguments]:
    """Answer whoever is in no team yet with 403 and a sentence; administrators need none."""

    @wraps(view)
    def guarded(request: SignedInRequest, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
        if not (request.user.memberships_now or request.user.is_administrator):
            raise PermissionDenied(_("You are not in a team yet. An administrator can add you."))
        return view(request, *args, **kwargs)

    return guarded
