"""One person's kit: all that the shell needs to be theirs. It is kept on the device under their own key."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from interactions.forms.encounter import described, unsettled
from interactions.models import Encounter, OutboxKey, Promise, Situation
from microconnect.notices.showing import news_for_device
from microconnect.people.models import User

MOST_TODAY = 60
MOST_PROMISES = 60


def kit_of(user: User, *, now: datetime) -> dict[str, Any]:
    """Who they are, what they may choose, what they logged today and what they promised. Everything is ready to show.

    Returns:
        JSON-able values. `key` opens what the device keeps for this person and is for nobody else's eyes.
    """
    return {
        "person": {"id": str(user.pk), "name": str(user), "email": user.email, "initials": user.initials},
        "key": OutboxKey.objects.secret_of(user),
        "now": now.isoformat(),
        "teams": [[team.slug, team.name] for team in user.teams_now],
        "situations": [[str(pk), name] for pk, name in Situation.objects.offered().values_list("pk", "name")],
        "repeats": [[str(encounter.public_id), described(encounter)] for encounter in unsettled(user)],
        "today": _today(user, now),
        "promises": [_promise(promise) for promise in _open_promises(user)],
        "news": news_for_device(user, now),
    }


def _today(user: User, now: datetime) -> list[dict[str, str]]:
    mine = Encounter.objects.visible_to(user).filter(person=user, occurred_on=timezone.localdate(now))
    return [_told(encounter) for encounter in mine.newest_first().select_related("situation")[:MOST_TODAY]]


def _told(encounter: Encounter) -> dict[str, str]:
    spoken = next((text for name in Encounter.WORDS if (text := getattr(encounter, name))), "")
    return {
        "url": encounter.get_absolute_url(),
        "at": date_format(timezone.localtime(encounter.occurred_at), "H:i"),
        "channel": str(encounter.get_channel_display()),
        "outcome": str(encounter.get_outcome_display()),
        "words": spoken or str(encounter.situation or ""),
    }


def _open_promises(user: User) -> Iterable[Promise]:
    mine = Promise.objects.visible_to(user).open().filter(encounter__person=user)
    return mine.select_related("encounter")[:MOST_PROMISES]


def _promise(promise: Promise) -> dict[str, str]:
    return {
        "id": str(promise.public_id),
        "what": str(promise),
        "due_at": promise.due_at.isoformat(),
        "due": date_format(timezone.localtime(promise.due_at), "D j M H:i"),
        "to": promise.encounter.customer_name,
        "url": promise.encounter.get_absolute_url(),
    }
