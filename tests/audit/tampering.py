"""What somebody who owns the database could do to the audit trail, going around everything that refuses it."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connection

_GUARD = import_module("microconnect.audit.migrations.0005_refuse_changes")


@contextmanager
def unprotected() -> Iterator[None]:
    """The triggers away for a moment. Where what is done meanwhile fails, they come back with its transaction."""
    editor = connection.schema_editor(atomic=False)
    connection.check_constraints()  # PostgreSQL changes no table on which checks are still waiting
    _GUARD.lift(apps, editor)
    yield
    _GUARD.protect(apps, editor)


def tamper(statement: str, *parameters: Any) -> None:
    """Run SQL that the triggers would refuse."""
    with unprotected(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
