"""Tell the house about encounters that others came back about."""

from interactions.models import Encounter
from interactions.signals import encounter_changed


def announce_repeats(*earlier: Encounter | None) -> None:
    """Somebody came back about these encounters, or no longer did: each once. Call it after the commit."""
    for encounter in dict.fromkeys(earlier):
        if encounter is not None:
            encounter_changed.send_robust(Encounter, encounter=encounter, previous=None)
