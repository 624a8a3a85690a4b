"""The suite runs on the database that was asked for, in the way that people run it."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_suite_runs_on_the_database_that_was_asked_for(pytestconfig: pytest.Config) -> None:
    asked_for = "postgresql" if pytestconfig.getoption("--pg") else "sqlite"
    assert connection.vendor == asked_for


@pytest.mark.django_db
def test_sqlite_is_a_file_with_a_write_ahead_log_as_in_production() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
