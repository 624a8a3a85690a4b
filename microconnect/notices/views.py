"""/notices/: everything one was told, and how one wants to be told."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from microconnect.answers import wants_json
from microconnect.notices.forms import WishForm
from microconnect.notices.models import MailKind, MailWish, Notice
from microconnect.notices.services import mark_seen, wish_for_mail
from microconnect.people.requests import SignedInRequest

PER_PAGE = 20
_LONGEST_NUMBER = 18  # digits that every database can look up


@require_safe
def notices(request: SignedInRequest) -> HttpResponse:
    """Everything one was told, the newest first. What stands here has been seen."""
    page = Paginator(Notice.objects.visible_to(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "notices": list(page)}
    if request.method == "GET":
        mark_seen(by=request.user, notices=context["notices"], now=timezone.now())
    return render(request, "notices/list.html", context)


@require_safe
def follow(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go to what a notice is about; it has been seen then."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
    if request.method == "GET":
        mark_seen(by=request.user, notices=[notice], now=timezone.now())
    return redirect(notice.url)


@require_POST
def seen(request: SignedInRequest) -> HttpResponse:
    """“Got it”, about each `notice` that is named: htmx gets nothing in their place, a device gets JSON."""
    count = mark_seen(by=request.user, notices=_named(request), now=timezone.now())
    if request.htmx:
        return HttpResponse()
    if wants_json(request):
        return JsonResponse({"seen": count})
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(back if is_ours else "notices:list")


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: SignedInRequest) -> HttpResponse:
    """Whether notices come by mail too."""
    form = WishForm(
        request.POST if request.method == "POST" else None,
        initial={"by_mail": MailWish.objects.filter(person=request.user, kind=MailKind.NOTICES).exists()},
    )
    if form.is_valid():
        wanted = form.cleaned_data["by_mail"]
        wish_for_mail(by=request.user, wanted=wanted, now=timezone.now())
        messages.success(request, _("From now on by mail too.") if wanted else _("No mails. You see it here."))
        return redirect("notices:settings")
    return render(request, "notices/settings.html", {"form": form})


def _named(request: SignedInRequest) -> list[Notice]:
    """One's own that were named; 404 where one of them is nobody's or another's."""
    named = set(request.POST.getlist("notice"))
    if not all(pk.isdecimal() and len(pk) <= _LONGEST_NUMBER for pk in named):
        raise Http404
    found = list(Notice.objects.visible_to(request.user).filter(pk__in=named))
    if len(found) < len(named):
        raise Http404
    return found
