"""The index that rare words are found by, on PostgreSQL, where pg_trgm may be used; `manage.py index_words` makes it later."""

from django.db import DatabaseError, migrations, transaction

CREATE = """
    CREATE INDEX CONCURRENTLY encounter_words ON interactions_encounter USING gin (upper(
        customer_name || E'\\x1f' || customer_reference || E'\\x1f' || greeting || E'\\x1f' || empathy || E'\\x1f' ||
        resolution || E'\\x1f' || closing
    ) gin_trgm_ops) WITH (gin_pending_list_limit = 256)
"""
DROP = "DROP INDEX CONCURRENTLY IF EXISTS encounter_words"


def index_words(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=schema_editor.connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:  # not this database's owner, or no contributed modules: everything works without
        return
    schema_editor.execute(DROP)  # what an interrupted run left behind
    schema_editor.execute(CREATE)


def forget_words(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    # A large table is indexed while people go on logging, which PostgreSQL does outside of transactions only.
    atomic = False

    dependencies = [("interactions", "0004_find_newest_first")]

    operations = [migrations.RunPython(index_words, forget_words)]
