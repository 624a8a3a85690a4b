"""Write docs/practices.md from the practices."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from coaching.catalogue.markdown import as_markdown

DOCUMENT = Path(settings.BASE_DIR) / "docs" / "practices.md"


class Command(BaseCommand):
    help = "Write docs/practices.md from the practices in coaching/engine/practices."

    def handle(self, *args: Any, **options: Any) -> None:
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(as_markdown(), encoding="utf-8")
        self.stdout.write(f"Wrote {DOCUMENT.relative_to(settings.BASE_DIR)}.")
