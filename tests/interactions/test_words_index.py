"""The index of words is there on PostgreSQL, can be made later, and its absence is said."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from interactions import words_index
from interactions.checks import words_are_indexed
from interactions.models import Encounter

on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's own")


@pytest.mark.django_db
def test_a_set_up_database_has_nothing_to_say():
    assert words_index.is_there() == (connection.vendor == "postgresql")
    assert words_are_indexed(databases=["default"]) == []
    assert words_are_indexed(databases=None) == []


@on_postgresql
@pytest.mark.django_db
def test_the_search_asks_for_what_the_index_has():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert words_index.NAME in Encounter.objects.order_by().with_words("lake").explain()


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_one_that_is_missing_is_told_and_made():
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {words_index.NAME}")
    try:
        assert [said.id for said in words_are_indexed(databases=["default"])] == ["interactions.W001"]
    finally:
        call_command("index_words", verbosity=0)
    assert words_index.is_there()
    assert words_are_indexed(databases=["default"]) == []


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_somebody_who_may_not_create_extensions_is_told_what_to_do():
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {words_index.NAME}; DROP EXTENSION pg_trgm; CREATE ROLE clerk; SET ROLE clerk")
    try:
        with pytest.raises(CommandError, match="CREATE EXTENSION pg_trgm"):
            call_command("index_words")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE; DROP ROLE clerk")
        call_command("index_words", verbosity=0)


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor == 'postgresql'", reason="has one")
def test_sqlite_has_none():
    with pytest.raises(CommandError, match="pg_trgm"):
        call_command("index_words")
