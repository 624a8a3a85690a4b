"""`manage.py send_digests`: mail last week to those who want it, once or every so many seconds."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coaching.digests.sending import send_digest_mails
from coaching.progress import ProgressBar
from microconnect.turns import repeat

MOST_OFTEN = 60  # seconds between turns: each looks at everybody who wants a weekly mail


class Command(BaseCommand):
    help = "Mail last week to those who want it, from Monday at seven. Several of these may run; nobody gets it twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="do it again after so many seconds, until SIGTERM or Ctrl-C; the mail in hand is finished first",
        )

    def handle(self, *, every: int | None = None, **options: Any) -> None:
        if every is None:
            bar = ProgressBar(options.get("stderr") or sys.stderr, "Weekly mails looked after")
            self.stdout.write(f"{send_digest_mails(now=timezone.now(), on_progress=bar)} sent.")
        elif every < MOST_OFTEN:
            raise CommandError(f"--every takes {MOST_OFTEN} seconds or more.")
        else:
            repeat(
                lambda is_over: send_digest_mails(now=timezone.now(), is_over=is_over),
                every=every,
                put_off="digests_put_off",
            )
