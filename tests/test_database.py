"""The suite runs on the database that was asked for, and on one that keeps what it acknowledged."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_suite_runs_on_the_database_that_was_asked_for(pytestconfig: pytest.Config) -> None:
    asked_for = "postgresql" if pytestconfig.getoption("--pg") else "sqlite"
    assert connection.vendor == asked_for


@pytest.mark.django_db
def test_database_answers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 6 * 7")
        assert cursor.fetchone() == (42,)
