"""The sums by key become text: PostgreSQL writes `jsonb` anew each time it is read, and pages read it by the hundred.

A table is rewritten once for all of its columns: a minute for a million encounters, while nobody can log. On SQLite JSON is
text already.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from coaching.rollups.fields import SumsField

COLUMNS = {
    "due": "when an open promise falls due (seconds since 1970) -> promises.",
    "handling": "bucket -> encounters.",
    "hours": "hour of the week -> [encounters, judged, total, squares].",
    "practices": "key -> [judged, total, squares], in whole points.",
    "waits": "bucket -> encounters; see coaching.rollups.histograms.",
}
MODELS = ("personweek", "teamweek", "organisationweek")


def to_text(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _alter(schema_editor, "text")


def to_jsonb(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _alter(schema_editor, "jsonb")


def _alter(schema_editor: BaseDatabaseSchemaEditor, kind: str) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    for model in MODELS:
        changes = ", ".join(f"ALTER COLUMN {column} TYPE {kind} USING {column}::{kind}" for column in COLUMNS)
        schema_editor.execute(f"ALTER TABLE coaching_{model} {changes}")


class Migration(migrations.Migration):
    dependencies = [("coaching", "0011_cover_weeks_of_teams")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(to_text, to_jsonb)],
            state_operations=[
                migrations.AlterField(model, column, SumsField(help_text=help_text))
                for model in MODELS
                for column, help_text in COLUMNS.items()
            ],
        )
    ]
