"""/promises/: what was promised, what is due, and keeping it with one tap."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from interactions.calendar_file import calendar_file
from interactions.forms import KeepForm
from interactions.models import Promise
from interactions.retrying import retrying
from interactions.services import keep_promise
from microconnect.answers import refusal, wants_json
from microconnect.people.requests import SignedInRequest

OPEN_SHOWN = 50
KEPT_PER_PAGE = 20


@require_safe
def promises(request: SignedInRequest) -> HttpResponse:
    """Overdue first, then what is due, then what was kept."""
    now = timezone.now()
    mine = Promise.objects.visible_to(request.user).select_related("encounter__person", "kept_by")
    kept = mine.exclude(kept_at=None).order_by("-kept_at")
    context = {
        "overdue": mine.overdue(now)[:OPEN_SHOWN],
        "due": mine.open().filter(due_at__gte=now)[:OPEN_SHOWN],
        "most": OPEN_SHOWN,
        "kept": Paginator(kept, KEPT_PER_PAGE).get_page(request.GET.get("page")),
        "now": now,
    }
    return render(request, "interactions/promises.html", context)


@require_POST
def keep(request: SignedInRequest, public_id: str) -> HttpResponse:
    """Mark a promise kept, with a word on how where somebody wants to say it.

    A script that asks for JSON gets 200 whether or not it was kept before, and says itself when it was (`kept_at`).
    """
    promise = _get(request, public_id)
    form = KeepForm(request.POST, promise=promise, now=timezone.now())
    if not form.is_valid():
        return _refused(request, form)
    kept_at, note = form.cleaned_data["kept_at"], form.cleaned_data["note"]
    try:
        is_new = retrying(lambda: keep_promise(by=request.user, promise=promise, now=kept_at, note=note))
    except PermissionDenied as refused:
        if wants_json(request):
            return refusal(403, "not_yours", why=str(refused))
        raise
    return _kept(request, is_new=is_new)


@require_safe
def calendar(request: SignedInRequest, public_id: str) -> HttpResponse:
    """The promise for the phone's own calendar."""
    promise = _get(request, public_id)
    file = calendar_file(promise, url=request.build_absolute_uri(promise.encounter.get_absolute_url()))
    headers = {"Content-Disposition": 'attachment; filename="promise.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)


def _get(request: SignedInRequest, public_id: str) -> Promise:
    visible = Promise.objects.visible_to(request.user).select_related("encounter")
    return get_object_or_404(visible, public_id=public_id)


def _refused(request: SignedInRequest, form: KeepForm) -> HttpResponse:
    if wants_json(request):
        return refusal(422, "refused", errors=form.errors)
    context = {"promise": form.promise, "form": form}
    return render(request, "interactions/promise_note.html", context, status=422)


def _kept(request: SignedInRequest, *, is_new: bool) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"kept": True, "was_kept": not is_new})
    if is_new:
        messages.success(request, _("Kept. That is what people remember."))
    else:
        messages.info(request, _("This one was kept already."))
    return redirect("promises:list")
