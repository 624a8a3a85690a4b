"""`manage.py assess_encounters`: score whatever lacks a current assessment, once or every so many seconds."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coaching.assessments.services import assess_all
from coaching.progress import ProgressBar
from microconnect.turns import repeat

MOST_OFTEN = 5  # seconds between turns
WHOLE_EVERY = timedelta(days=1)  # then every encounter there is, and else only the latest


class Command(BaseCommand):
    help = "Score every encounter that lacks a current assessment. Running it again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="do it again after so many seconds, until SIGTERM or Ctrl-C; the batch in hand is finished first. The first "
            "turn looks at every encounter there is, and then one a day; the others at the latest",
        )
        parser.add_argument(
            "--latest",
            action="store_true",
            help="look only where something usually waits: the latest encounters, and promises that fell due",
        )

    def handle(self, *, every: int | None = None, latest: bool = False, **options: Any) -> None:
        bar = ProgressBar(options.get("stderr") or sys.stderr, "Assessed")
        if every is None:
            count = assess_all(now=timezone.now(), only_latest=latest, on_progress=bar)
            self.stdout.write(f"{count:,} assessed." if count else "Everything is assessed already.")
        elif latest:
            raise CommandError("--every decides by itself when the latest are enough; leave --latest out.")
        elif every < MOST_OFTEN:
            raise CommandError(f"--every takes {MOST_OFTEN} seconds or more.")
        else:
            repeat(Turn(bar), every=every, put_off="assessing_put_off")


class Turn:
    """One turn after the other: the whole where the last time is a day ago, or never came to its end."""

    def __init__(self, bar: ProgressBar) -> None:
        self.bar = bar
        self.whole_at: datetime | None = None

    def __call__(self, is_over: Callable[[], bool]) -> None:
        now = timezone.now()
        is_whole = self.whole_at is None or now - self.whole_at >= WHOLE_EVERY
        assess_all(now=now, only_latest=not is_whole, on_progress=self.bar, is_over=is_over)
        if is_whole:
            self.whole_at = now
