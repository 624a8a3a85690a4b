"""/digests/: which weekly mails one wants, what the last one says, and the way out that each mail carries."""

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from coaching.digests.forms import WeeklyForm
from coaching.digests.mails import as_html, as_text, digest_for, turn_and_teams
from coaching.digests.models import WEEKLY, Digest
from coaching.digests.own import OwnDigest
from coaching.digests.stopping import read_token, stop
from coaching.digests.teams import TeamsDigest
from coaching.digests.weeks import next_turn
from microconnect.notices.models import MailKind, MailWish
from microconnect.notices.services import wish_for_mail
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest

# A mail's styles stand inside it. Nothing else may run or load there, and it is nobody's frame.
_MAIL_POLICY = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": [NONE],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
}


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: SignedInRequest) -> HttpResponse:
    """Switch the mails on and off; both are off until somebody wants them."""
    wanted = set(MailWish.objects.filter(person=request.user).values_list("kind", flat=True))
    form = WeeklyForm(
        request.POST if request.method == "POST" else None,
        has_teams=_has_teams(request.user),
        initial={kind.value: kind.value in wanted for kind in WEEKLY},
    )
    now = timezone.now()
    if form.is_valid():
        for kind, is_wanted in form.wishes.items():
            wish_for_mail(by=request.user, kind=kind, wanted=is_wanted, now=now)
        said = _("Saved. It comes on Monday morning.") if any(form.wishes.values()) else _("Saved. No weekly mails.")
        messages.success(request, said)
        return redirect("digests:settings")
    context = {
        "form": form,
        "next_at": next_turn(request.user, now),
        "kinds": [kind for kind in WEEKLY if kind == MailKind.OWN_WEEK or _has_teams(request.user)],
        "sent": Digest.objects.filter(person=request.user, sent_at__isnull=False).order_by("-sent_at")[:1],
    }
    return render(request, "coaching/digests/settings.html", context)


@require_safe
def preview(request: SignedInRequest, kind: str) -> HttpResponseBase:
    """The mail about last week as it would come to oneself."""
    chosen = _kind(request, kind)
    digest = _digest(request.user, chosen)
    if digest is None:
        return render(request, "coaching/digests/quiet.html")
    html = as_html(request.user, chosen, digest, _house(request))

    @csp_replace(_MAIL_POLICY)
    def shown(request: HttpRequest) -> HttpResponse:
        return HttpResponse(html)

    return shown(request)


@require_safe
def preview_text(request: SignedInRequest, kind: str) -> HttpResponse:
    """The same as plain text."""
    chosen = _kind(request, kind)
    digest = _digest(request.user, chosen)
    if digest is None:
        return redirect("digests:preview", kind)
    text = as_text(request.user, chosen, digest, _house(request))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop_page(request: HttpRequest, token: str) -> HttpResponse:
    """A button for people; for mail programs the POST that RFC 8058 describes, without cookies or a token of ours.

    Whoever looks at links in mails, to check them or to fetch them early, stops nothing by that.
    """
    named = read_token(token)
    if named is None:
        raise Http404
    person, kind = named
    if request.method == "POST":
        stop(person, kind)
    return render(request, "coaching/digests/stop.html", {"kind": kind, "is_stopped": request.method == "POST"})


def _digest(person: User, kind: MailKind) -> OwnDigest | TeamsDigest | None:
    now = timezone.now()
    turn, teams = turn_and_teams(person, kind, now)
    return digest_for(person, kind, turn, teams, now)


def _kind(request: SignedInRequest, name: str) -> MailKind:
    if name not in WEEKLY:
        raise Http404
    if name == MailKind.TEAMS_WEEK and not _has_teams(request.user):
        raise PermissionDenied(_("This mail is for supervisors. Yours is about your own week."))
    return MailKind(name)


def _has_teams(person: User) -> bool:
    return person.is_supervisor or person.is_administrator


def _house(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
