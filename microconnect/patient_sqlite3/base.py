"""Wait for the write lock without holding on to anything that its holder may need.

A thread that waits inside SQLite holds its connection's mutex all the while. A writer that collects garbage meanwhile, with a
cursor of that connection in it, as each "database is locked" leaves one behind in its traceback, stops for the mutex: the
lock's holder waits for one who waits for the lock. Each wait ends after the timeout and leaves more such garbage, so that
under load a server can stay busy for good. In Python, between two attempts, nothing is held.
"""

import random
import sqlite3  # the one that Django has, whichever that is: see microconnect.sqlite
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.db.backends.sqlite3 import base

Result = TypeVar("Result")

SHORTEST_PAUSE, LONGEST_PAUSE = 0.002, 0.02  # seconds; by chance, so that no two writers keep meeting
_LOCKED = "database is locked"


class DatabaseWrapper(base.DatabaseWrapper):
    """`OPTIONS["timeout"]`, in seconds, is how long a statement tries."""

    @property
    def patience(self) -> float:
        return float(self.settings_dict["OPTIONS"].get("timeout", 5.0))

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Opening may still wait inside SQLite: there is no cursor yet that anybody could collect."""
        connection = super().get_new_connection(conn_params)
        connection.execute("PRAGMA busy_timeout = 0")
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = self.connection.cursor(factory=_PatientCursor)
        cursor.wrapper = self
        return cursor


class _PatientCursor(base.SQLiteCursorWrapper):
    wrapper: DatabaseWrapper

    def execute(self, query: str, params: Any = None) -> Any:
        return self._patiently(lambda: super(_PatientCursor, self).execute(query, params))

    def executemany(self, query: str, param_list: Any) -> Any:
        rows = list(param_list)  # an iterator would be used up by the first attempt
        return self._patiently(lambda: super(_PatientCursor, self).executemany(query, rows))

    def _patiently(self, attempt: Callable[[], Result]) -> Result:
        deadline = time.monotonic() + self.wrapper.patience
        while True:
            try:
                return attempt()
            except sqlite3.OperationalError as error:
                # Inside a transaction that already has the lock, waiting would not help.
                if str(error) != _LOCKED or self.connection.in_transaction or time.monotonic() > deadline:
                    raise
            time.sleep(random.uniform(SHORTEST_PAUSE, LONGEST_PAUSE))  # noqa: S311 - no secret
