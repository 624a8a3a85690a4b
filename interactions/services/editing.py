"""Edit an encounter: the old text is kept, the new one counts."""

from collections.abc import Mapping
from copy import copy
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from interactions.clocks import as_lived
from interactions.models import Encounter, EncounterRevision
from interactions.services.announcing import announce_repeats
from interactions.signals import encounter_changed
from interactions.situations.standing import held_standing
from microconnect.audit.models import record
from microconnect.people.models import User

_WHEN = ("occurred_on", "occurred_hour")


class EditedMeanwhile(Exception):
    """Another edit came first: what is stored now carries a later revision than the one that was read."""


def edit_encounter(
    *, by: User, encounter: Encounter, facts: Mapping[str, Any], revision: int, now: datetime
) -> Encounter:
    """Replace the facts of `encounter`, keeping the earlier text as a revision.

    Args:
        revision: the one the person was looking at.

    Raises:
        PermissionDenied: it is not theirs, or the time for editing is over.
        EditedMeanwhile: `revision` is no longer the current one; nothing is written.
        Encounter.DoesNotExist: it was taken back meanwhile.
    """
    if not encounter.is_editable_by(by, now):
        raise PermissionDenied(_("An encounter can be changed by the person who logged it, for a day."))
    with transaction.atomic():
        before = Encounter.objects.select_related("repeat_of").get(pk=encounter.pk)
        after = _changed(before, facts, revision + 1)
        after.situation = held_standing(after.situation)
        values = {name: getattr(after, name) for name in {*facts, *_WHEN, "situation", "revision"}}
        if not Encounter.objects.filter(pk=before.pk, revision=revision).update(**values):
            raise EditedMeanwhile
        EncounterRevision.objects.create(
            encounter=before,
            number=revision,
            facts=model_to_dict(before, fields=list(facts)),
            replaced_at=now,
            replaced_by=by,
        )
        record(by=by, action="encounter_edited", target=before, revision=after.revision)
        transaction.on_commit(partial(_announce, before, after))
    return after


def _announce(before: Encounter, after: Encounter) -> None:
    encounter_changed.send_robust(Encounter, encounter=after, previous=before)
    if before.repeat_of != after.repeat_of:
        announce_repeats(before.repeat_of, after.repeat_of)


def _changed(before: Encounter, facts: Mapping[str, Any], revision: int) -> Encounter:
    after = copy(before)
    for name, value in facts.items():
        setattr(after, name, value)
    if after.occurred_at != before.occurred_at:
        for name, value in as_lived(after.team.time_zone, after.occurred_at).items():
            setattr(after, name, value)
    after.revision = revision
    return after
