"""Fill the database where it is empty, serve it, measure."""

import sys
import time
from pathlib import Path

from django.core.management import call_command, get_commands
from django.db import connection
from django.utils import timezone

from coaching.progress import ProgressBar
from interactions.models import Encounter
from tests.benchmarks.pages import report
from tests.benchmarks.pages.lines import BARE_VIEW
from tests.benchmarks.pages.measuring import Measuring
from tests.benchmarks.pages.serving import gunicorn
from tests.benchmarks.pages.taking_away import csv_of_many
from tests.benchmarks.pages.undoing import taken_back
from tests.benchmarks.pages.wanted import wanted
from tests.benchmarks.synthetic.filling import fill


def run(*, size: int, postmaster: int | None, rounds: int, a_round: int, only: str) -> report.Result:
    """All figures of one size; with `only`, of the lines that have these words in their name, and of the bare view."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    fill_seconds = None if Encounter.objects.exists() else _fill(size)
    size = Encounter.objects.count()
    asked = [one for one in wanted() if only in one.name or one.name == BARE_VIEW]
    with taken_back(), gunicorn() as served:
        measuring = Measuring(served, postmaster)
        lines = measuring.lines(asked, rounds=rounds, a_round=a_round)
        csv = "not asked" if only else csv_of_many(measuring)
    return {
        "size": size,
        "python": sys.version.split()[0],
        "database_bytes": _bytes_on_disk(),
        "fill_seconds": fill_seconds,
        "figures": report.figures_of(lines, size),
        "csv": csv,
    }


def _fill(encounters: int) -> float:
    """Seconds without the rollups, which are counted by a command of their own."""
    started = time.monotonic()
    fill(encounters=encounters, now=timezone.now(), on_progress=ProgressBar(sys.stderr, "A year of the chain"))
    seconds = time.monotonic() - started
    if "rebuild_rollups" in get_commands():
        call_command("rebuild_rollups")
    return seconds


def _bytes_on_disk() -> int:
    if connection.vendor == "sqlite":
        return Path(connection.settings_dict["NAME"]).stat().st_size
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        size = int(cursor.fetchone()[0])
    connection.close()
    return size
