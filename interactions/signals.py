"""What interactions tell the rest of the house: after the commit, so that no receiver undoes an encounter.

`encounter_undone` alone is sent inside its transaction: what counts encounters forgets this one with it, or neither happens.
"""

from django.dispatch import Signal

encounter_logged = Signal()  # encounter=Encounter: a new one is stored
encounter_changed = Signal()  # encounter=Encounter, previous=Encounter | None: edited, a promise kept, or come back
encounter_undone = Signal()  # encounter=Encounter: deleted, its person, team and day still in the object
