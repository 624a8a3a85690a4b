"""What interactions tell the rest of the house, always after the commit. Receivers never undo an encounter."""

from django.dispatch import Signal

encounter_logged = Signal()  # encounter=Encounter: a new one is stored
encounter_changed = Signal()  # encounter=Encounter, previous=Encounter | None: edited, a promise kept, or come back
