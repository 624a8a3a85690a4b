"""Take an encounter back: its words go, its id stays taken."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from interactions.clocks import as_lived
from interactions.models import Channel, Encounter, UndoneEncounter
from interactions.services.announcing import announce_repeats
from interactions.services.logging import InTheMaking
from interactions.signals import encounter_undone
from microconnect.audit.models import record
from microconnect.people.models import User


class CameBack(Exception):
    """A later encounter was logged as a repeat of this one, so it stays."""


def undo_encounter(*, by: User, public_id: UUID, now: datetime) -> bool:
    """Delete the encounter of this id with its promises and scores; returns whether there was one.

    Where it has not arrived yet, it will not be stored when it does. Doing it twice changes nothing.

    Raises:
        PermissionDenied: it is not theirs, or the time for changing it is over.
        CameBack: a repeat of it is logged.
        InTheMaking: it is just being stored; ask again in a moment.
    """
    with transaction.atomic():
        stored = Encounter.objects.select_for_update().filter(public_id=public_id).first()
        if stored and not stored.is_editable_by(by, now):
            return _refuse(stored, by)
        UndoneEncounter.objects.get_or_create(public_id=public_id, defaults={"person": by, "undone_at": now})
        if stored:
            _delete(stored, by)
        else:
            _wait_for_one_on_its_way(by, public_id, now)
    return stored is not None


def _refuse(encounter: Encounter, by: User) -> bool:
    """Somebody else's, or too late; outside one's world it does not exist."""
    if Encounter.objects.visible_to(by).filter(pk=encounter.pk).exists():
        raise PermissionDenied(_("An encounter can be taken back by the person who logged it, for a day."))
    return False


def _delete(encounter: Encounter, by: User) -> None:
    if encounter.repeats.exists():
        raise CameBack
    record(by=by, action="encounter_undone", target=encounter)
    earlier, gone = encounter.repeat_of, encounter.pk
    encounter.delete()
    encounter.pk = gone  # for those who hear of it
    encounter_undone.send(Encounter, encounter=encounter)
    transaction.on_commit(partial(announce_repeats, earlier))


def _wait_for_one_on_its_way(by: User, public_id: UUID, now: datetime) -> None:
    """Another request may be storing this id, unseen until it commits; taking the id for a moment waits for it."""
    teams = by.teams_now
    if not teams:
        return
    placeholder = Encounter(
        public_id=public_id, person=by, team=teams[0], channel=Channel.FACE, **as_lived(teams[0].time_zone, now)
    )
    try:
        with transaction.atomic():
            placeholder.save(force_insert=True)
            placeholder.delete()
    except IntegrityError as breach:
        raise InTheMaking from breach
