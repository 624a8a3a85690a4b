"""What happened: encounters, their promises, and the situations they were about."""

from interactions.models.choices import (
    Channel,
    Concession,
    Confirmed,
    Feeling,
    LeftBetter,
    Outcome,
    PersonalTouch,
    StateBefore,
)
from interactions.models.encounter import Encounter
from interactions.models.outbox_key import OutboxKey
from interactions.models.promise import Promise
from interactions.models.revision import EncounterRevision
from interactions.models.situation import Situation
from interactions.models.undone import UndoneEncounter

__all__ = [
    "Channel",
    "Concession",
    "Confirmed",
    "Encounter",
    "EncounterRevision",
    "Feeling",
    "LeftBetter",
    "OutboxKey",
    "Outcome",
    "PersonalTouch",
    "Promise",
    "Situation",
    "StateBefore",
    "UndoneEncounter",
]
