""" "Consistent and fair" adds up every team from the index alone, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("coaching", "0012_rollups_as_text")]

    operations = [
        migrations.RemoveIndex(model_name="teamweek", name="week_of_teams"),
        migrations.AddIndex(
            model_name="teamweek",
            index=models.Index(
                condition=models.Q(("situation", None)),
                fields=["week", "team"],
                include=(
                    "channel",
                    "encounters",
                    "judged",
                    "total",
                    "squares",
                    "first_time_known",
                    "first_time",
                    "concession_known",
                    "conceded",
                ),
                name="week_of_teams",
            ),
        ),
    ]
