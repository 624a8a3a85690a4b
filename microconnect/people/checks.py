"""System checks that a person starting the server should hear about."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from microconnect import sqlite


@register()
def sqlite_keeps_what_it_acknowledged(**kwargs: Any) -> list[CheckMessage]:
    """Say so when the loaded SQLite has the WAL-reset bug."""
    uses_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not uses_sqlite or sqlite.is_safe():
        return []
    wanted = ".".join(map(str, sqlite.SAFE_VERSION))
    return [
        Warning(
            f"This SQLite is older than {wanted}: under several writers it can, rarely, lose saved rows.",
            hint="Install pysqlite3 (Linux wheels exist), or use PostgreSQL by setting DATABASE_URL.",
            id="people.W001",
        )
    ]
