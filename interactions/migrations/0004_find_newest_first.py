"""The newest of a team, a person or a situation are found by indexes that hold the time: those of the keys alone go."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interactions", "0003_fold_situations_together"),
        ("people", "0002_retire_teams_and_end_sessions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="encounter",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="encounters",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="encounter",
            name="repeat_of",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="repeats",
                to="interactions.encounter",
                verbose_name="came back about",
            ),
        ),
        migrations.AlterField(
            model_name="encounter",
            name="situation",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="encounters",
                to="interactions.situation",
                verbose_name="situation",
            ),
        ),
        migrations.AlterField(
            model_name="encounter",
            name="team",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="encounters", to="people.team"
            ),
        ),
        migrations.AddIndex(
            model_name="encounter",
            index=models.Index(fields=["occurred_at", "id"], name="encounter_time"),
        ),
        migrations.AddIndex(
            model_name="encounter",
            index=models.Index(
                condition=models.Q(("repeat_of__isnull", False)), fields=["repeat_of"], name="encounter_repeat"
            ),
        ),
    ]
