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
from interactions.models.promise import Promise
from interactions.models.revision import EncounterRevision
from interactions.models.situation import Situation

__all__ = [
    "Channel",
    "Concession",
    "Confirmed",
    "Encounter",
    "EncounterRevision",
    "Feeling",
    "LeftBetter",
    "Outcome",
    "PersonalTouch",
    "Promise",
    "Situation",
    "StateBefore",
]
