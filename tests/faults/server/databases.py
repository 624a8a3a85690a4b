"""A database for each house, copied from a template that was migrated and furnished once."""

import itertools
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import sql

_numbers = itertools.count(1)


class SqliteFile:
    """A file of its own. `url` is what the settings read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.url = f"sqlite:///{path}"

    def copy(self, folder: Path) -> "SqliteFile":
        """A copy in `folder`; nobody may have this one open."""
        target = folder / "house.sqlite3"
        with closing(sqlite3.connect(self.path)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=WAL")
        return SqliteFile(target)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """What is committed now."""
        with closing(sqlite3.connect(self.path, timeout=10)) as connection:
            return connection.execute(statement).fetchall()

    def complaints(self) -> list[str]:
        """What SQLite finds wrong with its own file."""
        return [said for (said,) in self.query("PRAGMA integrity_check") if said != "ok"]

    def drop(self) -> None:
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()


class PostgresDatabase:
    """A database of its own on the server that the run started."""

    def __init__(self, server_url: str, name: str) -> None:
        self.server_url, self.name = server_url, name
        self.url = urlsplit(server_url)._replace(path=f"/{name}").geturl()

    @classmethod
    def create(cls, server_url: str, template: str = "template1") -> "PostgresDatabase":
        database = cls(server_url, f"faults_{os.getpid()}_{next(_numbers)}")
        database._command("CREATE DATABASE {} TEMPLATE {}", database.name, template)
        return database

    def copy(self, folder: Path) -> "PostgresDatabase":
        return self.create(self.server_url, template=self.name)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        with closing(psycopg2.connect(self.url)) as connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return list(cursor.fetchall())

    def complaints(self) -> list[str]:
        return []

    def drop(self) -> None:
        self._command("DROP DATABASE {} WITH (FORCE)", self.name)

    def _command(self, statement: str, *names: str) -> None:
        with closing(psycopg2.connect(self.server_url)) as connection:
            connection.autocommit = True  # databases are not made in a transaction
            with connection.cursor() as cursor:
                cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


Database = SqliteFile | PostgresDatabase


def make_template(folder: Path, furnish: Callable[[str], None]) -> Database:
    """A database in which `furnish(url)` has been; PostgreSQL where the run has one (--pg)."""
    server_url = os.environ["DATABASE_URL"]
    template: Database
    if server_url.startswith("postgres"):
        template = PostgresDatabase.create(server_url)
    else:
        template = SqliteFile(folder / "template.sqlite3")
    furnish(template.url)
    return template
