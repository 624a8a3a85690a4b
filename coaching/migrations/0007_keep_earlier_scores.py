"""Scores that a publication replaced are kept, so that old figures stay explainable."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0006_hold_versions_to_their_status"),
        ("interactions", "0002_keep_what_devices_say"),
    ]

    operations = [
        migrations.CreateModel(
            name="EarlierScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.PositiveSmallIntegerField(null=True, verbose_name="score")),
                ("findings", models.JSONField(default=list)),
                ("revision", models.PositiveIntegerField()),
                ("engine_version", models.CharField(max_length=20)),
                ("assessed_at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField()),
                (
                    "encounter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_scores",
                        to="interactions.encounter",
                    ),
                ),
                (
                    "guideline_version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="coaching.guidelineversion",
                    ),
                ),
                (
                    "scorecard_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coaching.scorecardversion"
                    ),
                ),
            ],
            options={
                "verbose_name": "earlier score",
                "verbose_name_plural": "earlier scores",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("score", None), ("score__lte", 100), _connector="OR"),
                        name="earlier_score_0_to_100",
                    )
                ],
            },
        ),
    ]
