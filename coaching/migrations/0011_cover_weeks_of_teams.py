"""The organisation's page adds up hundreds of teams from the index alone: their rows are wide."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("coaching", "0010_digests")]

    operations = [
        migrations.RemoveIndex(model_name="teamweek", name="week_of_teams"),
        migrations.AddIndex(
            model_name="teamweek",
            index=models.Index(
                condition=models.Q(("situation", None)),
                fields=["week", "team"],
                include=("channel", "encounters", "judged", "total", "squares", "first_time_known", "first_time"),
                name="week_of_teams",
            ),
        ),
    ]
