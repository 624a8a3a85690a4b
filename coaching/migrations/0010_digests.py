"""A row for each weekly mail, written before the mail is handed over, so that none goes out twice."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0009_count_by_week"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Digest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(choices=[("own", "your own week"), ("teams", "your teams’ week")], max_length=8),
                ),
                ("week", models.DateField()),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("taken", "taken by a sender"),
                            ("sent", "sent"),
                            ("quiet", "there was nothing to say"),
                            ("refused", "the address was refused"),
                        ],
                        default="taken",
                        max_length=8,
                    ),
                ),
                ("taken_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="digests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "weekly mail",
                "verbose_name_plural": "weekly mails",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "kind", "week"), name="digest_once_a_week"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["own", "teams"])), name="digest_kind_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fate__in", ["taken", "sent", "quiet", "refused"])),
                        name="digest_fate_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fate", "sent"), ("sent_at__isnull", False)),
                            models.Q(models.Q(("fate", "sent"), _negated=True), ("sent_at", None)),
                            _connector="OR",
                        ),
                        name="digest_sent_at_a_time",
                    ),
                ],
            },
        ),
    ]
