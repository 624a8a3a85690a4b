"""One-click sign-in for the demo. These routes exist only where settings.DEMO is on."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from microconnect.people.models import User

DEMO_PASSWORD = "demo-microconnect"
DEMO_PEOPLE = {
    "frontline": "ada@demo.example",
    "supervisor": "sana@demo.example",
    "administrator": "ivy@demo.example",
}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
@login_not_required
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the three demo people: POST `role`."""
    email = DEMO_PEOPLE.get(request.POST.get("role", ""))
    if email is None:
        return HttpResponseBadRequest(_("Choose one of the three roles."))
    login(request, get_object_or_404(User, email=email), backend=BACKEND)
    return redirect("home")
