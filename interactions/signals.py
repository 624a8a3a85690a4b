"""What interactions tell the rest of the house: after the commit, so that no receiver undoes an encounter.

`encounter_undone` and `situations_merged` are sent inside their transactions: what counts encounters follows, or nothing happens.
"""

from django.dispatch import Signal

encounter_logged = Signal()  # encounter=Encounter, promises=Sequence[PromiseDraft]: a new one is stored with these
encounter_changed = Signal()  # encounter=Encounter, previous=Encounter | None: edited, a promise kept, or come back
encounter_undone = Signal()  # encounter=Encounter: deleted, its person, team and day still in the object
situations_merged = Signal()  # keep=Situation, folded=list[Situation], people=set[int]: who had logged `folded`
