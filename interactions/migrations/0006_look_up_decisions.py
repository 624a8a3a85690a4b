"""How a situation was decided lately is answered from an index, whatever the table has grown to."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interactions", "0005_index_words"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="encounter",
            index=models.Index(
                condition=models.Q(("concession", ""), _negated=True),
                fields=["situation", "occurred_at", "id", "concession"],
                name="encounter_situation_decided",
            ),
        ),
    ]
