"""`manage.py fill_demo`: three shops, about 25 people, thirteen weeks."""

import argparse
import sys
from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from coaching.demo.filling import NotEmpty, fill
from coaching.progress import ProgressBar

_NOT_A_DEMO = (
    "This is not a demo, and the people it would make have a password that everybody knows. Set DEMO=true for a demo;"
    " or add --without-password: then nobody can sign in as them until an administrator gives them a password."
)
_NOT_EMPTY = (
    "There are people at work in this database already, so nothing was added."
    " Point DATABASE_URL at an empty one, or start the demo over with: make demo RESET=1"
)


class Command(BaseCommand):
    help = "Fill an empty database with a believable chain of three shops, to look around in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--encounters", type=_count, default=8_000, help="how many (default: 8000)")
        parser.add_argument("--seed", type=int, default=7, help="the same seed makes the same shops (default: 7)")
        parser.add_argument("--without-password", action="store_true", help="make accounts that nobody can sign in to")
        parser.add_argument("--today", type=date.fromisoformat, help=argparse.SUPPRESS)

    def handle(self, *, encounters: int, seed: int, today: date | None, without_password: bool, **options: Any) -> None:
        if not (settings.DEMO or without_password):
            raise CommandError(_NOT_A_DEMO)
        now = datetime.combine(today, time(17), UTC) if today else timezone.now()
        bar = ProgressBar(options.get("stderr") or sys.stderr, "Thirteen weeks of three shops")
        try:
            fill(encounters=encounters, seed=seed, now=now, with_password=not without_password, on_progress=bar)
        except NotEmpty as occupied:
            raise CommandError(_NOT_EMPTY) from occupied


def _count(text: str) -> int:
    count = int(text)
    if not 1 <= count <= 1_000_000:
        raise argparse.ArgumentTypeError("between 1 and 1,000,000")
    return count
