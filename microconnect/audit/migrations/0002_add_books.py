"""Room for the chain: books, and the columns that tie an entry to the one before it. 0003 fills them, 0004 requires them."""

import django.core.serializers.json
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Book",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("length", models.BigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(length=0, digest="") | (Q(length__gt=0) & ~Q(digest="")),
                        name="audit_book_has_a_digest_from_its_first_entry_on",
                    ),
                ],
            },
        ),
        migrations.AddField(
            "auditentry",
            "book",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="audit.book",
            ),
        ),
        migrations.AddField("auditentry", "number", models.BigIntegerField(null=True)),
        migrations.AddField(
            "auditentry",
            "before",
            models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True),
        ),
        migrations.AddField(
            "auditentry",
            "after",
            models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True),
        ),
        migrations.AddField("auditentry", "previous_digest", models.CharField(blank=True, max_length=64, null=True)),
        migrations.AddField("auditentry", "digest", models.CharField(max_length=64, null=True)),
    ]
