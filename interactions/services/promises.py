"""Keep a promise."""

from datetime import datetime
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from interactions.models import Encounter, Promise
from interactions.signals import encounter_changed
from microconnect.audit.models import record
from microconnect.people.models import User


def keep_promise(*, by: User, promise: Promise, now: datetime, note: str = "") -> bool:
    """Mark `promise` kept at `now`; returns False when it was kept already, and changes nothing then.

    Raises:
        PermissionDenied: it is neither theirs nor of a team they supervise.
    """
    if not promise.may_be_kept_by(by):
        raise PermissionDenied(_("A promise is kept by the person who made it, or by their supervisor."))
    with transaction.atomic():
        # Clocks differ: what was promised "in three minutes" and kept at once was still kept after it was made.
        kept_at = max(now, promise.made_at)
        kept = Promise.objects.open().filter(pk=promise.pk).update(kept_at=kept_at, kept_by=by, kept_note=note)
        if not kept:
            return False
        record(by=by, action="promise_kept", target=promise)
        encounter = promise.encounter
        transaction.on_commit(partial(encounter_changed.send_robust, Encounter, encounter=encounter, previous=None))
    return True
