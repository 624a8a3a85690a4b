"""One draft and one published version at a time, and every guideline belongs to a version."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0005_publish_the_newest_versions"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="greetingguideline",
            name="created_at",
        ),
        migrations.RemoveField(
            model_name="greetingguideline",
            name="retired_at",
        ),
        migrations.AddConstraint(
            model_name="greetingguideline",
            constraint=models.UniqueConstraint(fields=("version", "key"), name="guideline_once_a_version"),
        ),
        migrations.AddConstraint(
            model_name="greetingguideline",
            constraint=models.CheckConstraint(
                condition=models.Q(("match__in", ["phrase", "words", "near", "pattern"])),
                name="guideline_match_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="guidelineversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["draft", "published"])),
                fields=("status",),
                name="guidelineversion_one_of_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="guidelineversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["draft", "published", "archived"])),
                name="guidelineversion_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="guidelineversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number", None), ("published_at", None), ("status", "draft")),
                    models.Q(
                        models.Q(("status", "draft"), _negated=True),
                        ("number__isnull", False),
                        ("published_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="guidelineversion_published_has_a_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecardversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["draft", "published"])),
                fields=("status",),
                name="scorecardversion_one_of_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecardversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["draft", "published", "archived"])),
                name="scorecardversion_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="scorecardversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number", None), ("published_at", None), ("status", "draft")),
                    models.Q(
                        models.Q(("status", "draft"), _negated=True),
                        ("number__isnull", False),
                        ("published_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="scorecardversion_published_has_a_number",
            ),
        ),
        migrations.AlterField(
            model_name="greetingguideline",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="guidelines", to="coaching.guidelineversion"
            ),
        ),
    ]
