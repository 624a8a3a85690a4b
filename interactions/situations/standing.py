"""Which situation an encounter is stored with, where somebody may be folding the chosen one into another right now."""

from django.db import connection

from interactions.models import Situation

# FOR SHARE lets others log the same situation meanwhile; a merge, which takes the row FOR NO KEY UPDATE, waits for us or
# we for it. Foreign keys take a weaker lock (FOR KEY SHARE) at the commit, which waits for neither: whoever counts the weeks
# of people that the merge waits for must not wait for the merge in turn.
_LOOK = "SELECT * FROM interactions_situation WHERE id = %s"
_LOOK_AND_HOLD = "SELECT * FROM interactions_situation WHERE id = %s FOR SHARE"


def held_standing(chosen: Situation | None) -> Situation | None:
    """The situation that counts for the `chosen` one, and it stays so until our transaction ends.

    Call it inside the transaction that stores the encounter. On SQLite that transaction is the only writer anyway.
    """
    if chosen is None:
        return None
    held = held_as_it_is(chosen.pk)
    return held_as_it_is(held.merged_into_id) if held.merged_into_id else held


def held_as_it_is(pk: int) -> Situation:
    """The situation as stored now, neither folded nor retired until our transaction ends; others may hold it too."""
    query = _LOOK_AND_HOLD if connection.features.has_select_for_update else _LOOK
    return Situation.objects.raw(query, [pk])[0]
