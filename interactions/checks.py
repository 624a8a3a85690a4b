"""System checks of the database: `manage.py migrate` and `manage.py check --database default` run them."""

from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connection

from interactions import words_index


@register(Tags.database)
def words_are_indexed(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Say so when a search has no index; a database that is still empty of tables gets it with its first migrate."""
    if "default" not in (databases or ()) or connection.vendor != "postgresql" or not _is_set_up():
        return []
    if words_index.is_there():
        return []
    return [
        Warning(
            "The words of encounters have no index: a search only looks through the newest 10,000 at a time.",
            hint="Let this database's owner run CREATE EXTENSION pg_trgm, and then manage.py index_words.",
            id="interactions.W001",
        )
    ]


def _is_set_up() -> bool:
    """Whether the migration that makes the index was here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('encounter_time') IS NOT NULL")
        return bool(cursor.fetchone() == (True,))
