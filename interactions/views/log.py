"""/log/: one screen on which an encounter is written down, and where a device's outbox sends what it kept."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from interactions.forms import LogForm
from interactions.models import Channel, Encounter, Promise
from interactions.retrying import retrying
from interactions.services import AlreadyLogged, InTheMaking, TakenBack, log_encounter
from interactions.views.blank import blank_parts
from microconnect.answers import come_back, refusal, wants_json
from microconnect.middleware import busy
from microconnect.notices.showing import news_for
from microconnect.people.models import User
from microconnect.people.requests import SignedInRequest

REMEMBERED = "last_log"  # session: the channel, team and situation that were chosen last


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_cache=True)  # and not no-store: going back must find the words again
def log(request: SignedInRequest) -> HttpResponse:
    """Show the form; store what it sends, once, and go to what the words showed.

    A script that asks for JSON gets 201 the first time, 200 with the same body for a repeat, 422 with what to look at
    again (`code` is "other_words" where the id was sent before with another body), 409 or 503 with Retry-After
    where it has to come back.
    """
    if not (request.user.memberships_now or _may_have_kept_something(request)):
        return _nowhere(request)
    if request.method == "POST":
        return _store(request)
    return _show(request, LogForm(user=request.user, now=timezone.now(), initial=_initial(request)))


def _nowhere(request: SignedInRequest) -> HttpResponse:
    why = _("You are not in a team yet, so there is nowhere to log. An administrator can add you.")
    if wants_json(request):
        return refusal(403, "no_team", errors={"__all__": [why]})
    raise PermissionDenied(why)


def _may_have_kept_something(request: SignedInRequest) -> bool:
    """Whoever has left all teams may still have encounters of that time on a device."""
    return request.method == "POST" and request.user.memberships.exists()


def _store(request: SignedInRequest) -> HttpResponse:
    now = timezone.now()
    form = LogForm(request.POST, user=request.user, now=now)
    if not form.is_valid():
        return _refused(request, form)
    write = partial(
        log_encounter,
        by=request.user,
        team=form.cleaned_data["team"],
        facts={**form.facts, **{name: form.cleaned_data[name] for name in ("device_at", "clock_offset_ms")}},
        promises=form.promises,
        public_id=form.cleaned_data["public_id"],
        now=now,
    )
    try:
        encounter, is_new = retrying(write)
    except AlreadyLogged:
        return _sent_with_other_words(request, form)
    except TakenBack:
        return _taken_back(request)
    except (InTheMaking, OperationalError) as error:
        return _try_again(request, form, error)
    _remember(request, encounter)
    return _stored(request, encounter, is_new=is_new)


def _stored(request: SignedInRequest, encounter: Encounter, *, is_new: bool) -> HttpResponse:
    if wants_json(request):
        first = {"public_id": str(encounter.public_id), "url": encounter.get_absolute_url()}
        return JsonResponse(first, status=201 if is_new else 200)
    return redirect(encounter)  # whose page says that it is saved, and offers to undo it


def _refused(request: SignedInRequest, form: LogForm) -> HttpResponse:
    return refusal(422, "refused", errors=form.errors) if wants_json(request) else _show(request, form, status=422)


def _taken_back(request: SignedInRequest) -> HttpResponse:
    if wants_json(request):
        return refusal(410, "taken_back")
    messages.info(request, _("You took this one back, so it was not saved again."))
    return redirect("log")


def _try_again(request: SignedInRequest, form: LogForm, error: Exception) -> HttpResponse:
    if wants_json(request):
        return come_back(status=409 if isinstance(error, InTheMaking) else 503)
    return busy(request, "interactions/log.html", {"form": form, "is_busy": True})


def _show(request: SignedInRequest, form: LogForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "blank": blank_parts(form),
        "due_soon": _promises_due_soon(request.user),
        "news": news_for(request, is_below=True),
    }
    return render(request, "interactions/log.html", context, status=status)


def _sent_with_other_words(request: SignedInRequest, form: LogForm) -> HttpResponse:
    """The page was sent before and its words were changed since: ask, and lose neither."""
    if wants_json(request):
        return refusal(422, "other_words")
    form.add_error(None, _("This was saved already, with other words. Save again to keep these as a second encounter."))
    form.renew_public_id()
    return _show(request, form, status=422)


def _promises_due_soon(user: User) -> list[Promise]:
    tomorrow_ends = timezone.now() + timedelta(days=1)
    soon = Promise.objects.open().filter(encounter__person=user, due_at__lte=tomorrow_ends)
    shown = ("public_id", "what", "due_at", "encounter__public_id")
    return list(soon.select_related("encounter").only(*shown)[:2])


def _initial(request: SignedInRequest) -> dict[str, Any]:
    initial: dict[str, Any] = {"channel": Channel.FACE, **request.session.get(REMEMBERED, {})}
    if came_back := request.GET.get("repeat_of"):
        initial |= _repeat_of(request.user, came_back)
    return initial


def _repeat_of(user: User, public_id: str) -> dict[str, Any]:
    """What is known of somebody who came back; nothing where the encounter is not one's to see."""
    try:
        earlier = Encounter.objects.visible_to(user).filter(public_id=public_id).first()
    except ValidationError:
        return {}
    if earlier is None:
        return {}
    return {"repeat_of": earlier, "customer_name": earlier.customer_name, "situation": earlier.situation_id}


def _remember(request: SignedInRequest, encounter: Encounter) -> None:
    chosen = {
        "channel": encounter.channel,
        "team": encounter.team.slug,
        "situation": encounter.situation_id,
    }
    if request.session.get(REMEMBERED) != chosen:
        request.session[REMEMBERED] = chosen
