"""Which situation an encounter is stored with, where somebody may be folding the chosen one into another right now."""

from django.db import connection

from interactions.models import Situation

# FOR KEY SHARE lets others log the same situation meanwhile; a merge, which takes the row FOR UPDATE, waits for us or
# we for it. The foreign key would take the same lock, but Django defers it to the commit, which is too late.
_LOOK = "SELECT * FROM interactions_situation WHERE id = %s"
_LOOK_AND_HOLD = "SELECT * FROM interactions_situation WHERE id = %s FOR KEY SHARE"


def held_standing(chosen: Situation | None) -> Situation | None:
    """The situation that counts for the `chosen` one, and it stays so until our transaction ends.

    Call it inside the transaction that stores the encounter. On SQLite that transaction is the only writer anyway.
    """
    if chosen is None:
        return None
    held = _held(chosen.pk)
    return _held(held.merged_into_id) if held.merged_into_id else held


def _held(pk: int) -> Situation:
    query = _LOOK_AND_HOLD if connection.features.has_select_for_update else _LOOK
    return Situation.objects.raw(query, [pk])[0]
