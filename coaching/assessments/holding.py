"""Hold encounters still while they are assessed: whoever wants some of the same waits for us, or we for them.

PostgreSQL locks rows, always in one order, so that nobody waits for somebody who waits for them: the encounters, their
assessments by key, their people by key (`coaching.rollups`). SQLite lets one writer in at a time.
"""

from collections.abc import Collection

from django.db import connection

from coaching.assessments.models import Assessment

# They may be edited, merged and logged as repeated meanwhile, but not taken back. Django has no words for this lock; the
# foreign keys take the same one, but only at the commit, which is too late.
_KEEP = "SELECT id FROM interactions_encounter WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE"


def hold(encounters: Collection[int]) -> None:
    """Until our transaction ends nobody takes these encounters back, or stores anything in their assessments.

    Read what is assessed after this call: what was edited or taken back before it counts.
    """
    if not connection.features.has_select_for_update:
        return
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [list(encounters)])
    held = Assessment.objects.select_for_update(of=("self",), no_key=True).filter(encounter__in=encounters)
    list(held.order_by("pk").values_list("pk", flat=True))
