"""Publishing and assessing take turns, so that nothing is stored by rules of before once the new ones count.

Otherwise somebody who has read the rules a moment before could store by them after the job that scores again has looked
round for the last time. On PostgreSQL many assess at once and one publishes alone; SQLite lets one writer in anyway.
"""

from django.db import connection

_LOCK = 0x6D63_7075_626C  # any number that nobody else uses in this database


def assessing() -> None:
    """Nothing is published until our transaction ends. Call it first, before the rules are read."""
    _take("SELECT pg_advisory_xact_lock_shared(%s)")


def publishing() -> None:
    """Wait for those who assess; who comes now waits for us, until our transaction ends. Call it first, before any lock."""
    _take("SELECT pg_advisory_xact_lock(%s)")


def _take(query: str) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(query, [_LOCK])
