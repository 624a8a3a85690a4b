"""Dashboards read weeks instead of days: fewer rows, and one for the team and for everybody. `rebuild_rollups` fills them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0008_write_versions_lightly"),
        ("interactions", "0003_fold_situations_together"),
        ("people", "0002_retire_teams_and_end_sessions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OrganisationWeek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "week",
                    models.DateField(help_text="Its Monday; a day belongs to the week of the team's own calendar."),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("face", "Face to face"), ("ear", "By phone"), ("click", "In chat")], max_length=5
                    ),
                ),
                ("encounters", models.PositiveIntegerField()),
                (
                    "connections",
                    models.PositiveIntegerField(help_text="Encounters in which the words showed a human practice."),
                ),
                ("judged", models.PositiveIntegerField(help_text="Encounters with a score.")),
                ("total", models.PositiveBigIntegerField(help_text="Sum of the scores.")),
                ("squares", models.PositiveBigIntegerField(help_text="Sum of the squared scores.")),
                (
                    "first_time_known",
                    models.PositiveIntegerField(help_text="Encounters of which it is known how they ended."),
                ),
                ("first_time", models.PositiveIntegerField(help_text="Those that were right the first time.")),
                (
                    "better_known",
                    models.PositiveIntegerField(
                        help_text="Encounters after which somebody said whether they left better."
                    ),
                ),
                ("better", models.PositiveIntegerField(help_text="Those that did.")),
                (
                    "concession_known",
                    models.PositiveIntegerField(help_text="Encounters of which it is known whether extra was given."),
                ),
                ("conceded", models.PositiveIntegerField(help_text="Those in which it was.")),
                ("greetings", models.PositiveIntegerField(help_text="Greetings that could be judged.")),
                (
                    "scripted",
                    models.PositiveIntegerField(
                        help_text="Those that were a script, or the same words again and again."
                    ),
                ),
                ("promises", models.PositiveIntegerField(help_text="Promises made.")),
                ("promises_kept", models.PositiveIntegerField()),
                ("promises_in_time", models.PositiveIntegerField()),
                ("promises_open", models.PositiveIntegerField()),
                ("practices", models.JSONField(help_text="key -> [judged, total, squares], in whole points.")),
                ("hours", models.JSONField(help_text="hour of the week -> [encounters, judged, total, squares].")),
                ("waits", models.JSONField(help_text="bucket -> encounters; see coaching.rollups.histograms.")),
                ("handling", models.JSONField(help_text="bucket -> encounters.")),
                ("due", models.JSONField(help_text="when an open promise falls due (seconds since 1970) -> promises.")),
                (
                    "situation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interactions.situation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonWeek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "week",
                    models.DateField(help_text="Its Monday; a day belongs to the week of the team's own calendar."),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("face", "Face to face"), ("ear", "By phone"), ("click", "In chat")], max_length=5
                    ),
                ),
                ("encounters", models.PositiveIntegerField()),
                (
                    "connections",
                    models.PositiveIntegerField(help_text="Encounters in which the words showed a human practice."),
                ),
                ("judged", models.PositiveIntegerField(help_text="Encounters with a score.")),
                ("total", models.PositiveBigIntegerField(help_text="Sum of the scores.")),
                ("squares", models.PositiveBigIntegerField(help_text="Sum of the squared scores.")),
                (
                    "first_time_known",
                    models.PositiveIntegerField(help_text="Encounters of which it is known how they ended."),
                ),
                ("first_time", models.PositiveIntegerField(help_text="Those that were right the first time.")),
                (
                    "better_known",
                    models.PositiveIntegerField(
                        help_text="Encounters after which somebody said whether they left better."
                    ),
                ),
                ("better", models.PositiveIntegerField(help_text="Those that did.")),
                (
                    "concession_known",
                    models.PositiveIntegerField(help_text="Encounters of which it is known whether extra was given."),
                ),
                ("conceded", models.PositiveIntegerField(help_text="Those in which it was.")),
                ("greetings", models.PositiveIntegerField(help_text="Greetings that could be judged.")),
                (
                    "scripted",
                    models.PositiveIntegerField(
                        help_text="Those that were a script, or the same words again and again."
                    ),
                ),
                ("promises", models.PositiveIntegerField(help_text="Promises made.")),
                ("promises_kept", models.PositiveIntegerField()),
                ("promises_in_time", models.PositiveIntegerField()),
                ("promises_open", models.PositiveIntegerField()),
                ("practices", models.JSONField(help_text="key -> [judged, total, squares], in whole points.")),
                ("hours", models.JSONField(help_text="hour of the week -> [encounters, judged, total, squares].")),
                ("waits", models.JSONField(help_text="bucket -> encounters; see coaching.rollups.histograms.")),
                ("handling", models.JSONField(help_text="bucket -> encounters.")),
                ("due", models.JSONField(help_text="when an open promise falls due (seconds since 1970) -> promises.")),
                ("days", models.PositiveSmallIntegerField(help_text="On which days they logged: bit 0 is Monday.")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "situation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interactions.situation",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.team"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeamWeek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "week",
                    models.DateField(help_text="Its Monday; a day belongs to the week of the team's own calendar."),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("face", "Face to face"), ("ear", "By phone"), ("click", "In chat")], max_length=5
                    ),
                ),
                ("encounters", models.PositiveIntegerField()),
                (
                    "connections",
                    models.PositiveIntegerField(help_text="Encounters in which the words showed a human practice."),
                ),
                ("judged", models.PositiveIntegerField(help_text="Encounters with a score.")),
                ("total", models.PositiveBigIntegerField(help_text="Sum of the scores.")),
                ("squares", models.PositiveBigIntegerField(help_text="Sum of the squared scores.")),
                (
                    "first_time_known",
                    models.PositiveIntegerField(help_text="Encounters of which it is known how they ended."),
                ),
                ("first_time", models.PositiveIntegerField(help_text="Those that were right the first time.")),
                (
                    "better_known",
                    models.PositiveIntegerField(
                        help_text="Encounters after which somebody said whether they left better."
                    ),
                ),
                ("better", models.PositiveIntegerField(help_text="Those that did.")),
                (
                    "concession_known",
                    models.PositiveIntegerField(help_text="Encounters of which it is known whether extra was given."),
                ),
                ("conceded", models.PositiveIntegerField(help_text="Those in which it was.")),
                ("greetings", models.PositiveIntegerField(help_text="Greetings that could be judged.")),
                (
                    "scripted",
                    models.PositiveIntegerField(
                        help_text="Those that were a script, or the same words again and again."
                    ),
                ),
                ("promises", models.PositiveIntegerField(help_text="Promises made.")),
                ("promises_kept", models.PositiveIntegerField()),
                ("promises_in_time", models.PositiveIntegerField()),
                ("promises_open", models.PositiveIntegerField()),
                ("practices", models.JSONField(help_text="key -> [judged, total, squares], in whole points.")),
                ("hours", models.JSONField(help_text="hour of the week -> [encounters, judged, total, squares].")),
                ("waits", models.JSONField(help_text="bucket -> encounters; see coaching.rollups.histograms.")),
                ("handling", models.JSONField(help_text="bucket -> encounters.")),
                ("due", models.JSONField(help_text="when an open promise falls due (seconds since 1970) -> promises.")),
                (
                    "situation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interactions.situation",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.team"
                    ),
                ),
            ],
        ),
        migrations.DeleteModel(
            name="ActivityDay",
        ),
        migrations.DeleteModel(
            name="PracticeDay",
        ),
        migrations.AddConstraint(
            model_name="organisationweek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("situation", None)), fields=("week", "channel"), name="one_organisation_week"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisationweek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("situation__isnull", False)),
                fields=("week", "channel", "situation"),
                name="one_organisation_situation_week",
            ),
        ),
        migrations.AddIndex(
            model_name="personweek",
            index=models.Index(
                condition=models.Q(("situation", None)), fields=["team", "week"], name="team_person_week"
            ),
        ),
        migrations.AddIndex(
            model_name="personweek",
            index=models.Index(
                condition=models.Q(("situation__isnull", False)),
                fields=["team", "situation", "week"],
                name="team_person_situation_week",
            ),
        ),
        migrations.AddIndex(
            model_name="personweek",
            index=models.Index(
                condition=models.Q(("promises_open__gt", 0), ("situation", None)),
                fields=["team"],
                name="team_person_open_promises",
            ),
        ),
        migrations.AddConstraint(
            model_name="personweek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("situation", None)),
                fields=("person", "team", "week", "channel"),
                name="one_person_week",
            ),
        ),
        migrations.AddConstraint(
            model_name="personweek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("situation__isnull", False)),
                fields=("person", "team", "week", "channel", "situation"),
                name="one_person_situation_week",
            ),
        ),
        migrations.AddIndex(
            model_name="teamweek",
            index=models.Index(condition=models.Q(("situation", None)), fields=["week", "team"], name="week_of_teams"),
        ),
        migrations.AddIndex(
            model_name="teamweek",
            index=models.Index(
                condition=models.Q(("situation__isnull", False)),
                fields=["situation", "week"],
                name="situation_week_of_teams",
            ),
        ),
        migrations.AddIndex(
            model_name="teamweek",
            index=models.Index(
                condition=models.Q(("promises_open__gt", 0), ("situation", None)),
                fields=["team"],
                name="team_open_promises",
            ),
        ),
        migrations.AddConstraint(
            model_name="teamweek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("situation", None)), fields=("team", "week", "channel"), name="one_team_week"
            ),
        ),
        migrations.AddConstraint(
            model_name="teamweek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("situation__isnull", False)),
                fields=("team", "week", "channel", "situation"),
                name="one_team_situation_week",
            ),
        ),
    ]
