"""/promises/: what was promised, what is due, and keeping it with one tap."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from interactions.forms.fields import WordsField
from interactions.models import Promise
from interactions.retrying import retrying
from interactions.services import keep_promise
from microconnect.people.requests import SignedInRequest

KEPT_PER_PAGE = 20


class KeepForm(forms.Form):
    note = WordsField(max_length=300, required=False)


@require_safe
def promises(request: SignedInRequest) -> HttpResponse:
    """Overdue first, then what is due, then what was kept."""
    now = timezone.now()
    mine = Promise.objects.visible_to(request.user).select_related("encounter__person", "kept_by")
    kept = mine.exclude(kept_at=None).order_by("-kept_at")
    context = {
        "overdue": mine.overdue(now),
        "due": mine.open().filter(due_at__gte=now),
        "kept": Paginator(kept, KEPT_PER_PAGE).get_page(request.GET.get("page")),
        "now": now,
    }
    return render(request, "interactions/promises.html", context)


@require_POST
def keep(request: SignedInRequest, public_id: str) -> HttpResponse:
    """Mark a promise kept, with a word on how where somebody wants to say it."""
    promise = get_object_or_404(
        Promise.objects.visible_to(request.user).select_related("encounter"), public_id=public_id
    )
    form = KeepForm(request.POST)
    if not form.is_valid():
        return render(request, "interactions/promise_note.html", {"promise": promise, "form": form}, status=422)
    note = form.cleaned_data["note"]
    if retrying(lambda: keep_promise(by=request.user, promise=promise, now=timezone.now(), note=note)):
        messages.success(request, _("Kept. That is what people remember."))
    else:
        messages.info(request, _("This one was kept already."))
    return redirect("promises:list")
