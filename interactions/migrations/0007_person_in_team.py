"""Tell PostgreSQL that people belong to teams: it took the two for independent, expected four encounters of a person in their
team where there are a thousand, and read all of them for the newest six."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NAME = "encounter_person_in_team"


def tell(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE STATISTICS IF NOT EXISTS {NAME} (dependencies) ON person_id, team_id FROM interactions_encounter"
        )
        schema_editor.execute("ANALYZE interactions_encounter (person_id, team_id)")


def forget(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP STATISTICS IF EXISTS {NAME}")


class Migration(migrations.Migration):
    dependencies = [("interactions", "0006_look_up_decisions")]

    operations = [migrations.RunPython(tell, forget)]
