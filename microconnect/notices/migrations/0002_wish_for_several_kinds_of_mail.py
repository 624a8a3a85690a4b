"""A person may want several kinds of mail; whoever has a wish so far wants notices."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("notices", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="mailwish",
            name="kind",
            field=models.CharField(
                choices=[
                    ("notices", "what changed"),
                    ("own", "your own week"),
                    ("teams", "your teams’ week"),
                ],
                default="notices",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="mailwish",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mail_wishes",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="mailwish",
            constraint=models.UniqueConstraint(fields=("person", "kind"), name="mail_wish_once_for_each_kind"),
        ),
        migrations.AddConstraint(
            model_name="mailwish",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["notices", "own", "teams"])), name="mail_wish_kind_is_known"
            ),
        ),
    ]
