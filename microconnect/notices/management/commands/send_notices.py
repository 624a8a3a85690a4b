"""`manage.py send_notices`: mail what people want by mail, once or every so many seconds."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from microconnect.notices.mailing import send_notice_mails
from microconnect.turns import repeat

MOST_OFTEN = 5  # seconds between turns


class Command(BaseCommand):
    help = "Mail new notices to those who want them by mail. Several of these may run; nobody gets a notice twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every",
            type=int,
            metavar="SECONDS",
            help="do it again after so many seconds, until SIGTERM or Ctrl-C; the mail in hand is finished first",
        )

    def handle(self, *, every: int | None = None, **options: Any) -> None:
        if every is None:
            self.stdout.write(f"{send_notice_mails(now=timezone.now())} sent.")
        elif every < MOST_OFTEN:
            raise CommandError(f"--every takes {MOST_OFTEN} seconds or more.")
        else:
            repeat(
                lambda is_over: send_notice_mails(now=timezone.now(), is_over=is_over),
                every=every,
                put_off="notices_put_off",
            )
