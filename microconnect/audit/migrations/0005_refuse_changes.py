"""The database itself refuses to change or delete an entry, and lets a book only grow.

It guards against slips and against whoever only got hold of the application. An owner of the database can lift it, as
the last function does; what they change then, `manage.py verify_audit` finds.

On SQLite a later migration that makes one of the two tables anew loses its triggers, and has to call `protect` again.
"""

from django.db import migrations

WORDS = "The audit trail is only ever added to."

PROTECT = {
    "postgresql": [
        f"""
        CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$
        """,
        """
        CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_auditentry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()
        """,
        """
        CREATE TRIGGER audit_books_stay BEFORE DELETE OR TRUNCATE ON audit_book
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()
        """,
        """
        CREATE TRIGGER audit_books_grow BEFORE UPDATE ON audit_book
        FOR EACH ROW WHEN (NEW.name <> OLD.name OR NEW.length <= OLD.length) EXECUTE FUNCTION audit_refuse()
        """,
    ],
    "sqlite": [
        f"CREATE TRIGGER {name} BEFORE {event} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        for name, event in {
            "audit_entries_stay_as_they_are": "UPDATE ON audit_auditentry",
            "audit_entries_stay": "DELETE ON audit_auditentry",
            # INSERT OR REPLACE deletes without asking the trigger above.
            "audit_entries_stay_in_place": """
                INSERT ON audit_auditentry WHEN EXISTS (SELECT 1 FROM audit_auditentry WHERE id = NEW.id)
                OR EXISTS (SELECT 1 FROM audit_auditentry WHERE book_id = NEW.book_id AND number = NEW.number)
            """,
            "audit_books_stay": "DELETE ON audit_book",
            "audit_books_stay_in_place": """
                INSERT ON audit_book WHEN EXISTS (SELECT 1 FROM audit_book WHERE name = NEW.name)
            """,
            "audit_books_grow": "UPDATE ON audit_book WHEN NEW.name <> OLD.name OR NEW.length <= OLD.length",
        }.items()
    ],
}

LIFT = {
    "postgresql": [
        "DROP TRIGGER audit_entries_stay ON audit_auditentry",
        "DROP TRIGGER audit_books_stay ON audit_book",
        "DROP TRIGGER audit_books_grow ON audit_book",
        "DROP FUNCTION audit_refuse()",
    ],
    "sqlite": [
        f"DROP TRIGGER {name}"
        for name in (
            "audit_entries_stay_as_they_are",
            "audit_entries_stay",
            "audit_entries_stay_in_place",
            "audit_books_stay",
            "audit_books_stay_in_place",
            "audit_books_grow",
        )
    ],
}


def protect(apps, schema_editor):
    _run(PROTECT, schema_editor.connection)


def lift(apps, schema_editor):
    _run(LIFT, schema_editor.connection)


def _run(statements, connection):
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_require_books")]
    operations = [migrations.RunPython(protect, lift)]
