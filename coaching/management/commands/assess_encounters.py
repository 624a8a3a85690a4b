"""`manage.py assess_encounters`: score whatever lacks a current assessment."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from coaching.assessments.services import assess_all
from coaching.progress import ProgressBar


class Command(BaseCommand):
    help = "Score every encounter that lacks a current assessment. Running it again changes nothing."

    def handle(self, **options: Any) -> None:
        bar = ProgressBar(options.get("stderr") or sys.stderr, "Assessed")
        count = assess_all(now=timezone.now(), on_progress=bar)
        self.stdout.write(f"{count:,} assessed." if count else "Everything is assessed already.")
