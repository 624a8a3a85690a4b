"""Room for the hour of an encounter, empty until the next migration: adding it rewrites nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interactions", "0007_person_in_team")]

    operations = [
        migrations.AddField(
            "encounter",
            "occurred_hour",
            models.PositiveSmallIntegerField(editable=False, help_text="0 to 23.", null=True),
        ),
    ]
