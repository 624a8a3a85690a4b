"""/encounters/<uuid>/edit/: change what one logged, for a day."""

from datetime import datetime
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from interactions.forms import EditForm
from interactions.models import Encounter
from interactions.retrying import retrying
from interactions.services import edit_encounter
from interactions.services.editing import EditedMeanwhile
from microconnect.middleware import busy
from microconnect.people.requests import SignedInRequest

PAGE = "interactions/edit.html"


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_cache=True)  # and not no-store: going back must find the words again
def edit(request: SignedInRequest, public_id: str) -> HttpResponse:
    """The log form with what was logged; saving keeps the earlier text as a revision."""
    encounter = get_object_or_404(Encounter.objects.visible_to(request.user), public_id=public_id)
    now = timezone.now()
    if not encounter.is_editable_by(request.user, now):
        raise PermissionDenied(_("An encounter can be changed by the person who logged it, for a day."))
    form = EditForm(request.POST if request.method == "POST" else None, instance=encounter, user=request.user, now=now)
    if request.method == "POST" and form.is_valid():
        return _store(request, form, now)
    return _show(request, form, status=422 if form.is_bound else 200)


def _store(request: SignedInRequest, form: EditForm, now: datetime) -> HttpResponse:
    seen = form.cleaned_data["revision"]
    write = partial(edit_encounter, by=request.user, encounter=form.instance, facts=form.facts, revision=seen, now=now)
    try:
        return _saved(request, retrying(write))
    except EditedMeanwhile:
        return _edited_meanwhile(request, form)
    except Encounter.DoesNotExist as gone:
        raise Http404 from gone
    except OperationalError:
        return busy(request, PAGE, {"form": form, "encounter": form.instance, "is_busy": True})


def _saved(request: SignedInRequest, encounter: Encounter) -> HttpResponse:
    messages.success(request, _("Changed. The earlier text is kept."))
    return redirect(encounter)


def _edited_meanwhile(request: SignedInRequest, form: EditForm) -> HttpResponse:
    """Both texts, side by side; nothing is overwritten until the person has seen the other one and saves again."""
    stored = Encounter.objects.select_related("situation", "repeat_of").filter(pk=form.instance.pk).first()
    if stored is None:
        raise Http404
    if not form.show_elsewhere(stored):
        return _saved(request, stored)
    form.add_error(
        None,
        _(
            "This was changed on your other device meanwhile. Your text is still here, and beside each answer that"
            " differs stands the other one. Nothing is replaced until you save."
        ),
    )
    return _show(request, form, status=409)


def _show(request: SignedInRequest, form: EditForm, status: int) -> HttpResponse:
    return render(request, PAGE, {"form": form, "encounter": form.instance}, status=status)
