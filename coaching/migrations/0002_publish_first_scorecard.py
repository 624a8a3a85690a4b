"""The scorecard that ships, so that the first encounter already has something to be weighed by."""

from django.db import migrations

SHIPPED = {
    "weights": {
        "reset": 5,
        "personal_greeting": 15,
        "in_bounds": 10,
        "recognition": 5,
        "presence": 10,
        "customers_shoes": 15,
        "understanding": 10,
        "generosity": 5,
        "speed": 10,
        "ownership": 10,
        "real": 5,
        "personalised": 5,
        "consistent": 5,
        "right_first_time": 15,
        "recovery": 5,
        "confirmation": 10,
        "promise_kept": 10,
        "proactive": 5,
        "warm_close": 5,
        "better_day": 5,
    },
    "bonus": ["generosity", "proactive"],
    "critical": ["in_bounds"],
    "critical_cap": 50,
    "minimum_judged": 3,
    "target_low": 70,
    "target_high": 85,
    "speed_targets": {
        "face": {"wait_seconds": 120, "handling_seconds": 300},
        "ear": {"wait_seconds": 60, "handling_seconds": 420},
        "click": {"wait_seconds": 60, "handling_seconds": 600},
    },
}


def publish(apps, schema_editor):
    apps.get_model("coaching", "ScorecardVersion").objects.create(name="Shipped", rules=SHIPPED)


class Migration(migrations.Migration):
    dependencies = [("coaching", "0001_initial")]
    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
