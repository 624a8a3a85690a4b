"""Make the index of words that was refused when the database was set up."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from interactions import words_index


class Command(BaseCommand):
    help = (
        "Index the words of encounters, so that rare ones are found at once (PostgreSQL, with its extension pg_trgm)."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not words_index.create():
            raise CommandError(
                "This database offers no pg_trgm. On PostgreSQL its owner or an administrator can create it: "
                "CREATE EXTENSION pg_trgm; then run this again."
            )
        self.stdout.write("The words are indexed.")
