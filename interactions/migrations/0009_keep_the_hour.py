"""Keep the hour that the team's clock showed, beside its day: so far it was told from the clock of today.

Team by team, outside of one long transaction: a big table is written in pieces, and begun again it goes on where it was.
"""

from typing import Any
from zoneinfo import ZoneInfo

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.functions import ExtractHour


def fill(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    encounters = apps.get_model("interactions", "Encounter").objects.filter(occurred_hour=None)
    for team, zone in apps.get_model("people", "Team").objects.values_list("pk", "time_zone"):
        encounters.filter(team=team).update(occurred_hour=ExtractHour("occurred_at", tzinfo=ZoneInfo(zone)))


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("interactions", "0008_room_for_the_hour"),
        ("people", "0002_retire_teams_and_end_sessions"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            "encounter", "occurred_hour", models.PositiveSmallIntegerField(editable=False, help_text="0 to 23.")
        ),
        migrations.AlterField("encounter", "occurred_on", models.DateField(editable=False)),
        migrations.AddConstraint(
            "encounter",
            models.CheckConstraint(condition=models.Q(occurred_hour__lte=23), name="encounter_hour_is_of_a_day"),
        ),
    ]
