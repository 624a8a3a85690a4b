"""`manage.py assess_encounters`: score whatever lacks a current assessment, once or every so many seconds."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coaching.assessments.services import assess_all
from coaching.progress import ProgressBar
from microconnect.turns import repeat

MOST_OFTEN = 5  # seconds between turns: each asks about every encounter there is


class Command(BaseCommand):
    help = "Score every encounter that lacks a current assessment. Running it again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="do it again after so many seconds, until SIGTERM or Ctrl-C; the batch in hand is finished first",
        )

    def handle(self, *, every: int | None = None, **options: Any) -> None:
        bar = ProgressBar(options.get("stderr") or sys.stderr, "Assessed")
        if every is None:
            count = assess_all(now=timezone.now(), on_progress=bar)
            self.stdout.write(f"{count:,} assessed." if count else "Everything is assessed already.")
        elif every < MOST_OFTEN:
            raise CommandError(f"--every takes {MOST_OFTEN} seconds or more.")
        else:
            repeat(
                lambda is_over: assess_all(now=timezone.now(), on_progress=bar, is_over=is_over),
                every=every,
                put_off="assessing_put_off",
            )
