"""PostgreSQL builds an index in one go many times faster than row by row: take them away for the load, put them back after."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_TABLES = ["interactions_encounter", "interactions_promise", "coaching_assessment"]
_UNIQUE = """
    SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'u' AND conrelid::regclass::text = ANY(%s) ORDER BY 1, 2
"""
_OTHERS = """
    SELECT indexrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid::regclass::text = ANY(%s) AND NOT indisprimary
      AND indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE contype IN ('u', 'p', 'x')) ORDER BY 1
"""


@contextmanager
def set_aside() -> Iterator[None]:
    """Without secondary indexes and without looking up foreign keys, which are right as they are made; both are back after."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute("SET max_parallel_maintenance_workers = 2")
        cursor.execute(_UNIQUE, [_TABLES])
        unique = cursor.fetchall()
        cursor.execute(_OTHERS, [_TABLES])
        others = cursor.fetchall()
        for table, name, _definition in unique:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _definition in others:
            cursor.execute(f"DROP INDEX {name}")
        yield
        for table, name, definition in unique:
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')
        for _name, definition in others:
            cursor.execute(definition)
        cursor.execute("RESET session_replication_role")
        cursor.execute("RESET maintenance_work_mem")
        cursor.execute("RESET max_parallel_maintenance_workers")
