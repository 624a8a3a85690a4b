"""Every entry stands in a book, under a number that is given once; and the page finds entries by time, kind, person and action."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("audit", "0003_fill_books"),
    ]

    operations = [
        migrations.AlterField(
            "auditentry",
            "book",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="audit.book",
            ),
        ),
        migrations.AlterField("auditentry", "number", models.BigIntegerField()),
        migrations.AlterField("auditentry", "previous_digest", models.CharField(blank=True, max_length=64)),
        migrations.AlterField("auditentry", "digest", models.CharField(max_length=64)),
        migrations.AlterField(
            "auditentry",
            "actor",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex("auditentry", models.Index(fields=["at"], name="audit_at")),
        migrations.AddIndex("auditentry", models.Index(fields=["target_type", "at"], name="audit_kind")),
        migrations.AddIndex("auditentry", models.Index(fields=["actor", "at"], name="audit_actor")),
        migrations.AddIndex("auditentry", models.Index(fields=["action", "at"], name="audit_action")),
        migrations.AddConstraint(
            "auditentry",
            models.UniqueConstraint(fields=["book", "number"], name="audit_numbers_are_given_once_in_a_book"),
        ),
        migrations.AddConstraint(
            "auditentry",
            models.CheckConstraint(condition=Q(number__gte=1), name="audit_numbers_begin_with_one"),
        ),
    ]
