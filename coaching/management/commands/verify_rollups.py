"""`manage.py verify_rollups`: does what dashboards read still equal the encounters?"""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from coaching.progress import ProgressBar
from coaching.rollups.verifying import wrong_cells

_TOLD = 20


class Command(BaseCommand):
    help = "Compare what dashboards read with the encounters, exactly; the exit status is 1 where they differ. For every night."

    def handle(self, **options: Any) -> None:
        wrong = 0
        for cell in wrong_cells(ProgressBar(options.get("stderr") or sys.stderr, "Compared")):
            wrong += 1
            if wrong <= _TOLD:
                self.stderr.write(f"{cell}.")
        if wrong:
            raise CommandError(
                f"{wrong:,} {'cell differs' if wrong == 1 else 'cells differ'}."
                " `manage.py assess_encounters` counts what was logged and not assessed; `rebuild_rollups` mends the rest."
            )
        self.stdout.write("Everything that dashboards read equals the encounters.")
