"""What an assessment read that may change without an edit. Rows of before say "no" and "none": where that is not so, they are scored again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0002_publish_first_scorecard"),
        ("interactions", "0002_keep_what_devices_say"),
    ]

    operations = [
        migrations.AddField(
            model_name="assessment",
            name="came_back",
            field=models.BooleanField(default=False, help_text="Whether a repeat of the encounter was known."),
        ),
        migrations.AddField(
            model_name="assessment",
            name="promises_kept",
            field=models.PositiveIntegerField(default=0, help_text="How many of its promises were kept by then."),
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(
                fields=["encounter", "revision", "engine_version", "came_back", "promises_kept"], name="assessment_read"
            ),
        ),
    ]
