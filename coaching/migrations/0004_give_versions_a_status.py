"""Versions of guidelines and scorecards get a status and say why; guidelines get examples, and cases that are tricky."""

import uuid

import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0003_store_what_changes_later"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TrickyCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("greeting", models.CharField(max_length=500, verbose_name="greeting")),
                (
                    "channel",
                    models.CharField(
                        choices=[("face", "Face to face"), ("ear", "By phone"), ("click", "In chat")],
                        default="face",
                        max_length=5,
                        verbose_name="channel",
                    ),
                ),
                (
                    "expected",
                    models.CharField(
                        choices=[
                            ("in", "in bounds"),
                            ("out", "out of bounds"),
                            ("missing", "in bounds, with something required missing"),
                        ],
                        max_length=7,
                        verbose_name="comes out as",
                    ),
                ),
            ],
            options={
                "verbose_name": "tricky case",
                "verbose_name_plural": "tricky cases",
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="greetingguideline",
            name="guideline_match_is_known",
        ),
        migrations.AddField(
            model_name="greetingguideline",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False, help_text="The same through all versions."),
        ),
        migrations.AddField(
            model_name="greetingguideline",
            name="matching_examples",
            field=models.TextField(
                blank=True,
                help_text="At least one, one to a line. They are checked before anything is published.",
                max_length=2000,
                verbose_name="greetings that meet it",
            ),
        ),
        migrations.AddField(
            model_name="greetingguideline",
            name="other_examples",
            field=models.TextField(
                blank=True,
                help_text="At least one, one to a line. They keep a guideline from catching what it never meant.",
                max_length=2000,
                verbose_name="greetings that look close and must not",
            ),
        ),
        migrations.AddField(
            model_name="greetingguideline",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="guidelines",
                to="coaching.guidelineversion",
            ),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="based_on",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coaching.guidelineversion"
            ),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="counts_from",
            field=models.DateField(
                help_text="Encounters from this day on are scored again by it; None: only those logged since.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="edition",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="number",
            field=models.PositiveIntegerField(editable=False, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="published_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="published_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="status",
            field=models.CharField(
                choices=[("draft", "draft"), ("published", "published"), ("archived", "archived")],
                default="draft",
                max_length=9,
            ),
        ),
        migrations.AddField(
            model_name="guidelineversion",
            name="why",
            field=models.CharField(blank=True, max_length=300, verbose_name="why"),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="based_on",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coaching.scorecardversion"
            ),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="counts_from",
            field=models.DateField(
                help_text="Encounters from this day on are scored again by it; None: only those logged since.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="edition",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="made_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="made_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="number",
            field=models.PositiveIntegerField(editable=False, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="published_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="status",
            field=models.CharField(
                choices=[("draft", "draft"), ("published", "published"), ("archived", "archived")],
                default="draft",
                max_length=9,
            ),
        ),
        migrations.AddField(
            model_name="scorecardversion",
            name="why",
            field=models.CharField(blank=True, max_length=300, verbose_name="why"),
        ),
        migrations.AlterField(
            model_name="greetingguideline",
            name="match",
            field=models.CharField(
                choices=[
                    ("phrase", "a line’s words, in this order"),
                    ("words", "a line’s words, anywhere"),
                    ("near", "a line’s words or nearly so, slips and all"),
                    ("pattern", "a pattern"),
                ],
                default="phrase",
                max_length=7,
                verbose_name="looks for",
            ),
        ),
        migrations.AlterField(
            model_name="scorecardversion",
            name="published_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="scorecardversion",
            name="rules",
            field=models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder),
        ),
        migrations.AddField(
            model_name="trickycase",
            name="team",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.team"
            ),
        ),
        migrations.AddField(
            model_name="trickycase",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="cases", to="coaching.guidelineversion"
            ),
        ),
        migrations.AddConstraint(
            model_name="trickycase",
            constraint=models.CheckConstraint(
                condition=models.Q(("expected__in", ["in", "out", "missing"])),
                name="tricky_case_expects_something_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="trickycase",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["face", "ear", "click"])), name="tricky_case_channel_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="trickycase",
            constraint=models.UniqueConstraint(
                fields=("version", "greeting", "channel", "team"), name="tricky_case_once_a_team"
            ),
        ),
        migrations.AddConstraint(
            model_name="trickycase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("team", None)), fields=("version", "greeting", "channel"), name="tricky_case_once"
            ),
        ),
    ]
