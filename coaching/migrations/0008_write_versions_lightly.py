"""Versions that assessments are pinned to have no index: nothing looks them up, and scoring again writes them all."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0007_keep_earlier_scores"),
    ]

    operations = [
        migrations.AlterField(
            model_name="assessment",
            name="guideline_version",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="coaching.guidelineversion",
            ),
        ),
        migrations.AlterField(
            model_name="assessment",
            name="scorecard_version",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="coaching.scorecardversion",
            ),
        ),
        migrations.AlterField(
            model_name="earlierscore",
            name="guideline_version",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="coaching.guidelineversion",
            ),
        ),
        migrations.AlterField(
            model_name="earlierscore",
            name="scorecard_version",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="coaching.scorecardversion",
            ),
        ),
    ]
