"""The newest guidelines and scorecard are the published ones, those before them are archived. Retired guidelines stay in theirs."""

import uuid

from django.db import migrations


def publish(apps, schema_editor):
    guidelines = apps.get_model("coaching", "GuidelineVersion")
    _number(guidelines, lambda version: version.made_at)
    _number(apps.get_model("coaching", "ScorecardVersion"), lambda version: version.published_at)
    _put_into(guidelines.objects.filter(status="published").first(), apps.get_model("coaching", "GreetingGuideline"))


def _number(model, published_at):
    versions = list(model.objects.order_by("pk"))
    for number, version in enumerate(versions, 1):
        version.status = "published" if version is versions[-1] else "archived"
        version.number = number
        version.published_at = published_at(version)
        version.published_by = version.made_by
        version.save()


def _put_into(published, guidelines):
    """The guidelines that are not retired are the published version's, each with a key of its own in its rules."""
    guidelines.objects.exclude(retired_at=None).delete()
    keys = {}
    for guideline in guidelines.objects.order_by("pk"):
        guideline.key = keys[guideline.pk] = uuid.uuid4()
        guideline.version = published
        guideline.save()
    if published is not None:
        published.rules = [rule | {"id": str(keys.get(rule["id"], rule["id"]))} for rule in published.rules]
        published.save()


class Migration(migrations.Migration):
    dependencies = [("coaching", "0004_give_versions_a_status")]
    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
