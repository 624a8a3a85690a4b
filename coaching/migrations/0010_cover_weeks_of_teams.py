from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0009_count_by_week"),
        ("interactions", "0005_index_words"),
        ("people", "0002_retire_teams_and_end_sessions"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="teamweek",
            name="week_of_teams",
        ),
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
