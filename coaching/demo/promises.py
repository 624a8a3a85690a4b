"""Promises of the demo: most kept in time, some late, a handful forgotten, some still open."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from coaching.demo.calendar import Slot
from coaching.demo.case import Case
from interactions.models import Outcome

_FORGOTTEN_IN = timedelta(days=9)  # older promises were all kept in the end
_OPENS, _CLOSES = 9, 18  # the first and the last hour in which a promise is kept
_NOTES = (
    "", "", "", "", "Rang, all good", "Left a message", "Texted instead, they were at work", "They were pleased",
    "Picked it up themselves", "Had gone to voicemail twice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PromisePlan:
    """What was promised, by when, and when it was kept."""

    public_id: uuid.UUID
    what: str
    due_at: datetime
    kept_at: datetime | None
    kept_note: str


def plan_promise(rng: Random, slot: Slot, case: Case, outcome: object, now: datetime) -> PromisePlan | None:
    """A promise made in this encounter; None for most."""
    chance = 0.1 if outcome == Outcome.SORTED else 0.34
    if not case.situation.promises or rng.random() > chance:
        return None
    what, hours = rng.choice(case.situation.promises)
    due_at = _on_the_hour(slot.at + timedelta(hours=hours))
    kept_at = _kept_at(rng, slot.at, due_at, now)
    public_id = uuid.UUID(int=rng.getrandbits(128), version=4)
    return PromisePlan(public_id, what, due_at, kept_at, rng.choice(_NOTES) if kept_at else "")


def _kept_at(rng: Random, made_at: datetime, due_at: datetime, now: datetime) -> datetime | None:
    how = rng.random()
    if how > 0.86 and due_at > now - _FORGOTTEN_IN:
        return None
    late = how > 0.91
    kept_at = made_at + (due_at - made_at) * (rng.uniform(1.05, 2.2) if late else rng.uniform(0.2, 0.97))
    kept_at = _while_awake(kept_at)
    kept_at = max(kept_at, due_at + timedelta(minutes=5)) if late else max(made_at, min(kept_at, due_at))
    return kept_at if kept_at < now else None


def _while_awake(at: datetime) -> datetime:
    """Nobody rings a customer at night: the same day, in the hours of a shop."""
    return at.replace(hour=min(max(at.hour, _OPENS), _CLOSES))


def _on_the_hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
