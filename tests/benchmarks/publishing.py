"""How long a look at 100,000 encounters takes, and how many a second are scored again, with the memory that it takes.

    python -m tests.benchmarks.publishing --look 100000 --rescore 1000000 [--pg]

A throw-away database, filled with the demo and copies of it. Seconds are those of the whole job, as somebody waits for it;
CPU is the worker's own. Memory is the most that the process held, before and after: a flat job adds little.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from tests.plugins import embedded_pg


def main() -> None:
    wanted = _arguments()
    with tempfile.TemporaryDirectory(prefix="microconnect-bench-") as folder:
        server = embedded_pg.start() if wanted.pg else None
        try:
            _prepare(server.url if server else f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
            _measure(wanted.look, wanted.rescore)
        finally:
            if server:
                server.stop()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--look", type=int, default=100_000)
    parser.add_argument("--rescore", type=int, default=100_000)
    parser.add_argument("--pg", action="store_true", help="on PostgreSQL; otherwise on SQLite")
    return parser.parse_args()


def _prepare(url: str) -> None:
    os.environ.pop("SECRET_KEY", None)
    os.environ.update(DEMO="1", LOG_LEVEL="ERROR", DATABASE_URL=url, DJANGO_SETTINGS_MODULE="microconnect.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("fill_demo", encounters=5_000)


def _measure(look: int, rescore: int) -> None:
    from django.utils import timezone

    from coaching.guidelines.services import drafting
    from coaching.scorecards.models import ScorecardVersion
    from tests.benchmarks.many import multiply

    say(f"{multiply(encounters=look, people=500, teams=50):,} encounters to look at")
    draft = _other_guidelines()
    today = timezone.localdate()
    parameters = {"version": draft.pk, "edition": draft.edition, "weeks": 13, "last_day": today.isoformat()}
    _timed("look at guidelines, 13 weeks", "look_at_guidelines", parameters)
    if rescore > look:
        say(f"{multiply_more(rescore):,} encounters to score again")
    first_day = (today - timedelta(days=400)).isoformat()
    now = timezone.now()
    published = drafting.publish(
        by=None, draft=draft, edition=draft.edition, why="To measure.", counts_from=today, now=now
    )
    parameters = {"version": published.pk, "first_day": first_day}
    _timed("score again by guidelines", "rescore_by_guidelines", parameters)
    old = ScorecardVersion.objects.published().get()
    ScorecardVersion.objects.filter(pk=old.pk).update(status="archived")
    rules = {**old.rules, "weights": {**old.rules["weights"], "customers_shoes": 30, "speed": 0}}
    new = ScorecardVersion.objects.create(
        name="Bench", rules=rules, status="published", number=2, published_at=now, based_on=old
    )
    _timed("score again by a scorecard", "rescore_by_scorecard", {"version": new.pk, "first_day": first_day})


def multiply_more(encounters: int) -> int:
    """Start over from the demo's own rows."""
    from django.db import connection

    from coaching.assessments.models import Assessment
    from interactions.models import Encounter
    from tests.benchmarks.many import OFFSET, multiply

    Assessment.objects.filter(pk__gt=OFFSET).delete()
    Encounter.objects.filter(pk__gt=OFFSET)._raw_delete("default")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bench_places")
    from microconnect.people.models import Team, User

    User.objects.get_queryset().filter(email__startswith="bench").delete()
    Team.objects.filter(slug__startswith="bench").delete()
    return multiply(encounters=encounters, people=5_000, teams=500)


def _other_guidelines():
    from coaching.guidelines.models import GreetingGuideline
    from coaching.guidelines.services import drafting
    from coaching.guidelines.starters import BY_KEY

    draft = drafting.begin(by=None)
    draft.guidelines.filter(title="Pet names").delete()
    GreetingGuideline.objects.bulk_create(
        GreetingGuideline(version=draft, **values) for values in BY_KEY["contact_centre"].guidelines
    )
    return draft


def _timed(name: str, kind: str, parameters: dict) -> None:
    from microconnect.jobs.models import Job
    from microconnect.jobs.running import run_now

    job = Job.objects.create(kind=kind, parameters=parameters)
    held, cpu, started = _megabytes(), time.process_time(), time.monotonic()
    run_now(job)
    seconds, cpu = time.monotonic() - started, time.process_time() - cpu
    job.refresh_from_db()
    say(
        f"{name}: {job.status}, {job.done:,} in {seconds:.1f} s ({job.done / seconds:,.0f} a second, {cpu:.1f} s of CPU),"
        f" memory {held:.0f} -> {_megabytes():.0f} MB"
    )


def _megabytes() -> float:
    """The most that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(line: str) -> None:
    print(line)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
