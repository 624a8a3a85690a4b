"""A SQLite that keeps what it acknowledged.

SQLite before 3.51.3 in WAL mode can, rarely, lose committed rows when several connections write
(https://sqlite.org/wal.html, "the WAL-reset bug"). Where the `pysqlite3` wheel brings a newer one, Django gets that.
"""

import sqlite3
import sys

SAFE_VERSION = (3, 51, 3)


def use_safe_sqlite() -> None:
    """Put the newer SQLite of `pysqlite3`, where it is installed, in the place of the interpreter's own."""
    if sqlite3.sqlite_version_info >= SAFE_VERSION:
        return
    try:
        import pysqlite3
    except ImportError:  # no wheel for this machine: the system check `people.W001` says so
        return
    if pysqlite3.sqlite_version_info >= SAFE_VERSION:
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def is_safe() -> bool:
    """Whether the SQLite that Django will load has the fix."""
    return bool(sys.modules["sqlite3"].sqlite_version_info >= SAFE_VERSION)
