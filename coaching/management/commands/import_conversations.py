"""`manage.py import_conversations FILE`: conversations recorded elsewhere become encounters, scored like all others."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from coaching.importing.running import import_conversations, rehearse_import
from coaching.importing.summary import Summary
from interactions.importing.encounters import Desk
from interactions.importing.reading import Refusal
from interactions.importing.storing import TEAM_SLUG, find_person, find_team
from interactions.models import Channel
from interactions.models.encounter import EARLIEST
from microconnect.people.models import Team

_HELP = """\
Import recorded conversations: JSON Lines, one object a line,

  {"id": "call-17", "turns": [["customer", "My parcel is late."], ["agent", "Oh dear, let me look."]]}

Speakers are agent, customer and action. A third element of a turn (a dialogue act) marks a transcript of a call;
"brand", "flow" and "customer_name" are understood, everything else is left alone.
"""
_EPILOG = """\
Which words of the agent become greeting, empathy, resolution and closing is written down, and decided, in
interactions/importing/phases.py. A conversation that was imported before is known by its id and not added again.
The files carry no times: encounters get the time of the file itself. They don't say how it ended either: the outcome
stays empty, and what hangs on it is not judged.
"""


class Command(BaseCommand):
    help = _HELP

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        shape = {"formatter_class": argparse.RawDescriptionHelpFormatter, "epilog": _EPILOG}
        return super().create_parser(prog_name, subcommand, **{**kwargs, **shape})

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="JSON Lines")
        parser.add_argument("--team", default=TEAM_SLUG, help=f"slug of the team they go to (default: {TEAM_SLUG})")
        parser.add_argument("--channel", choices=Channel.values, default="", help="default: ear for calls, else click")
        parser.add_argument("--dry-run", action="store_true", help="score in memory and store nothing")

    def handle(self, *, file: Path, team: str, channel: str, dry_run: bool, **options: Any) -> None:
        with _opened(file) as opened:
            desk = _desk(_team(team), channel, file)
            if dry_run:
                summary = rehearse_import(opened, desk, on_refusal=self._refuse)
            else:
                summary = import_conversations(opened, desk, source=file.name, on_refusal=self._refuse)
        if not summary.added + summary.known + summary.refused:
            raise CommandError(f"{file} holds no conversations: every line is blank.")
        self._tell(summary, dry_run=dry_run)

    def _refuse(self, refusal: Refusal) -> None:
        self.stderr.write(f"Line {refusal.number} left out: {refusal.reason}")

    def _tell(self, summary: Summary, *, dry_run: bool) -> None:
        for line in summary.lines():
            self.stdout.write(line)
        added = "would be added" if dry_run else "added"
        self.stdout.write(
            f"\n{summary.added:,} {added}, {summary.known:,} already there, bad lines left out: {summary.refused:,}."
        )
        if summary.shortened:
            self.stdout.write(
                f"Texts too long for their field, stored without their last turns: {summary.shortened:,}."
            )


def _opened(file: Path) -> BinaryIO:
    if file.is_dir():
        raise CommandError(f"{file} is a folder. Give the name of a file in it.")
    try:
        opened = file.open("rb")
    except OSError as unreadable:
        raise CommandError(f"{file} can't be read: {unreadable.strerror}.") from unreadable
    start = opened.read(4_096)
    opened.seek(0)
    if start and b"\0" not in start:
        return opened
    opened.close()
    raise CommandError(f"{file} is not text." if start else f"{file} is empty.")


def _team(slug: str) -> Team:
    team = find_team(slug)
    if team is None:
        known = ", ".join(Team.objects.values_list("slug", flat=True)) or "there are none yet"
        raise CommandError(f"There is no team at “{slug}”. Teams: {known}.")
    return team


def _desk(team: Team, channel: str, file: Path) -> Desk:
    now = timezone.now()
    of_file = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    occurred_at = of_file if EARLIEST <= of_file <= now else now
    return Desk(person=find_person(), team=team, occurred_at=occurred_at, received_at=now, channel=channel)
