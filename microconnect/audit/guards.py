"""Whether the database still refuses to change the audit trail: the triggers of migration 0005."""

from collections.abc import Iterator

from django.db import connection

_TRIGGERS = {
    "postgresql": {"audit_entries_stay", "audit_books_stay", "audit_books_grow"},
    "sqlite": {
        "audit_entries_stay_as_they_are",
        "audit_entries_stay",
        "audit_entries_stay_in_place",
        "audit_books_stay",
        "audit_books_stay_in_place",
        "audit_books_grow",
    },
}
_THERE_ARE = {
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
}


def missing_guards() -> Iterator[str]:
    """A sentence about each trigger that is gone or switched off."""
    with connection.cursor() as cursor:
        cursor.execute(_THERE_ARE[connection.vendor])
        there_are = {name for (name,) in cursor.fetchall()}
    for name in sorted(_TRIGGERS[connection.vendor] - there_are):
        yield f"The database no longer refuses changes: its trigger {name} is gone"
