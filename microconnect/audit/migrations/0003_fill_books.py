"""Put the entries that are there already into their books, oldest first.

A chunk at a time, each in a transaction of its own: it needs little memory however many there are, and where it is
stopped it goes on when `migrate` is run again. Nothing else may write meanwhile, as in any upgrade.
"""

import hashlib
import json
from datetime import UTC
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder
from django.db import migrations, transaction

CHUNK = 1000


def fill(apps, schema_editor):
    Entry, Book = apps.get_model("audit", "AuditEntry"), apps.get_model("audit", "Book")
    books = {book.name: book for book in Book.objects.all()}
    last = 0
    while chunk := list(Entry.objects.filter(number=None, pk__gt=last).order_by("pk")[:CHUNK]):
        last = chunk[-1].pk
        with transaction.atomic(using=schema_editor.connection.alias):
            touched = {}
            for entry in chunk:
                name = _name_of_book(entry)
                touched[name] = book = books.setdefault(name, Book(name=name, length=0, digest=""))
                _bind(entry, book)
            Book.objects.bulk_create(
                touched.values(), update_conflicts=True, unique_fields=["name"], update_fields=["length", "digest"]
            )
            _write(schema_editor.connection, chunk)


def _bind(entry, book):
    entry.book_id, entry.number, entry.previous_digest = book.name, book.length + 1, book.digest
    entry.digest = _digest_of(entry)
    book.length, book.digest = entry.number, entry.digest


def _write(connection, chunk):
    """One statement a chunk: PostgreSQL takes a third of the time that it needs for one an entry."""
    values = [(entry.pk, entry.book_id, entry.number, entry.previous_digest, entry.digest) for entry in chunk]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE audit_auditentry SET book_id = column2, number = column3, previous_digest = column4, digest = column5
            FROM (VALUES {", ".join(["(%s, %s, %s, %s, %s)"] * len(values))}) AS bound WHERE id = column1
            """,  # noqa: S608 - placeholders only
            [value for row in values for value in row],
        )


# What follows is as it was when this was written; see microconnect.audit.chain and models.recording.


def _name_of_book(entry):
    is_own = entry.actor_id is not None and entry.target_type in {"interactions.encounter", "interactions.promise"}
    return f"person-{entry.actor_id}" if is_own else "house"


def _digest_of(entry):
    facts = {
        "book_id": entry.book_id,
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_id": entry.actor_id,
        "action": entry.action,
        "target_type": entry.target_type,
        "target_id": entry.target_id,
        "detail": entry.detail,
        "before": entry.before,
        "after": entry.after,
        "previous_digest": entry.previous_digest,
    }
    plain = json.loads(json.dumps(facts, cls=DjangoJSONEncoder, allow_nan=False), parse_float=_number)
    return hashlib.sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _number(text):
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() else float(text)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("audit", "0002_add_books")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
