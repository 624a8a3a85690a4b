"""What occurs in the audit trail, for lists to choose from, without reading it all."""

from typing import Literal

from django.db import connection

_HOPS = """
    WITH RECURSIVE hops(value) AS (
        SELECT min({column}) FROM audit_auditentry
        UNION ALL
        SELECT (SELECT min({column}) FROM audit_auditentry WHERE {column} > hops.value)
        FROM hops WHERE hops.value IS NOT NULL
    )
    SELECT value FROM hops WHERE value IS NOT NULL
"""


def occurring(column: Literal["action", "target_type"]) -> list[str]:
    """Each value once, in order: hops along the column's index, so that the cost grows with the values and not with the rows."""
    with connection.cursor() as cursor:
        cursor.execute(_HOPS.format(column=column))
        return [value for (value,) in cursor.fetchall()]
