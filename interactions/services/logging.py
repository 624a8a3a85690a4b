"""Log an encounter: stored once, however often it is sent."""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction

from interactions.clocks import as_lived, corrected
from interactions.models import Encounter, Promise, UndoneEncounter
from interactions.services.announcing import announce_repeats
from interactions.signals import encounter_logged
from interactions.situations.standing import held_standing
from microconnect.audit.models import record
from microconnect.people.models import Team, User


class AlreadyLogged(Exception):
    """The same public id was sent before, with other words or by another person."""


class TakenBack(Exception):
    """The person took this encounter back; a copy that was still under way comes too late."""


class InTheMaking(Exception):
    """The public id is just being stored or taken back by another request: ask again in a moment."""


_NOT_COMPARED = ("device_at", "clock_offset_ms")  # a retry may carry later ones


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """A promise about to be stored."""

    what: str
    due_at: datetime
    kept_at: datetime | None = None


def log_encounter(
    *,
    by: User,
    team: Team,
    facts: Mapping[str, Any],
    promises: Sequence[PromiseDraft] = (),
    public_id: uuid.UUID | None = None,
    now: datetime,
) -> tuple[Encounter, bool]:
    """Store an encounter with its promises; returns it and whether it is new.

    Args:
        facts: values for the fields of `Encounter`; `occurred_at` defaults to when it was saved on the device
            (`device_at`, corrected by `clock_offset_ms`), or to `now`.
        public_id: made on the person's device. The same id with the same facts gives the first encounter again.

    Raises:
        AlreadyLogged: the id is taken by an encounter with other facts, or of another person.
        TakenBack: the person undid it.
        InTheMaking: another request holds the id just now.
    """
    saved_at = corrected(facts.get("device_at"), facts.get("clock_offset_ms"), now)
    occurred_at = facts.get("occurred_at") or saved_at
    submission = _digest(facts, promises)
    encounter = Encounter(
        **{
            **facts,
            "public_id": public_id or uuid.uuid4(),
            "person": by,
            "team": team,
            **as_lived(team.time_zone, occurred_at),
            "received_at": now,
            "submission": submission,
        }
    )
    try:
        with transaction.atomic():
            encounter.situation = held_standing(encounter.situation)  # the digest keeps the one that was sent
            encounter.save(force_insert=True)
            # After the insert, which waits for an undo of the same id that is just being committed.
            if UndoneEncounter.objects.filter(public_id=encounter.public_id, person=by).exists():
                raise TakenBack
            _store_promises(encounter, promises, by)
            record(by=by, action="encounter_logged", target=encounter)
            transaction.on_commit(partial(_announce, encounter, promises))
    except IntegrityError as breach:
        return _first_result(by, encounter.public_id, submission, breach), False
    return encounter, True


def _store_promises(encounter: Encounter, promises: Sequence[PromiseDraft], by: User) -> None:
    if promises:
        Promise.objects.bulk_create(
            Promise(
                encounter=encounter,
                what=draft.what,
                made_at=encounter.occurred_at,
                due_at=draft.due_at,
                kept_at=draft.kept_at,
                kept_by=by if draft.kept_at else None,
            )
            for draft in promises
        )


def _announce(encounter: Encounter, promises: Sequence[PromiseDraft]) -> None:
    encounter_logged.send_robust(Encounter, encounter=encounter, promises=promises)
    announce_repeats(encounter.repeat_of)


def _first_result(by: User, public_id: uuid.UUID, submission: str, breach: IntegrityError) -> Encounter:
    """The encounter that took this id, if it is the same one; any other breach goes on its way."""
    first = Encounter.objects.filter(public_id=public_id).first()
    if first is None:
        raise (InTheMaking if "public_id" in str(breach) else breach)
    if first.person_id != by.pk or first.submission != submission:
        raise AlreadyLogged
    return first


def _digest(facts: Mapping[str, Any], promises: Sequence[PromiseDraft]) -> str:
    """What was sent, as 64 hexadecimal characters; times are left out, since a retry may carry a later default."""
    plain = {name: value.pk if isinstance(value, models.Model) else value for name, value in facts.items()}
    for name in _NOT_COMPARED:
        plain.pop(name, None)
    plain["promises"] = [asdict(draft) for draft in promises]
    return hashlib.sha256(json.dumps(plain, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()
