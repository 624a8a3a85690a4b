"""The front door, the doctor's door, and what is said when a form's token is stale or a request fails."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views import defaults
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from microconnect import __version__
from microconnect.answers import refusal, wants_json
from microconnect.middleware import database_busy
from microconnect.people.models import Team
from microconnect.people.requests import SignedInRequest


@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """Send each role to its first job."""
    user = request.user
    if user.is_administrator:
        return redirect("guidelines:list")
    if user.is_supervisor:
        teams = Team.objects.supervised_by(user)[:2]
        return redirect(teams[0]) if len(teams) == 1 else redirect("teams:list")
    return redirect("log")


@require_safe
@never_cache
@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """Whether this server can do its work: it answers and so does its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "version": __version__})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A stale or missing token: the words are still in the person's browser, one step back; a script fetches a new one."""
    if wants_json(request):
        return refusal(403, "csrf")
    return render(request, "403_csrf.html", {"reason": reason}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """A database out of reach before or after a view (who is signed in? keep the session) is 503; the rest is 500."""
    error = sys.exception()
    return database_busy(request, error) if isinstance(error, OperationalError) else defaults.server_error(request)
