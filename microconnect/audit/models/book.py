"""A book of the audit trail: one chain of entries, and where it ends."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

HOUSE = "house"


class BookQuerySet(models.QuerySet["Book"]):
    def locked(self, name: str) -> Book:
        """The book of this name, opened where there is none yet, for us alone until our transaction ends.

        On SQLite the transaction itself is what others wait for.
        """
        return self._locked(name) or self._opened(name)

    def _locked(self, name: str) -> Book | None:
        return self.select_for_update(no_key=True).filter(name=name).first()

    def _opened(self, name: str) -> Book:
        Book.objects.bulk_create([Book(name=name)], ignore_conflicts=True)  # waits for whoever is just opening it
        return self.select_for_update(no_key=True).get(name=name)


class Book(models.Model):
    """The head of one chain: how many entries there are, and the digest of the last. A cut-off tail no longer fits it."""

    name = models.CharField(max_length=40, primary_key=True)
    length = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    objects = BookQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(length=0, digest="") | (Q(length__gt=0) & ~Q(digest="")),
                name="audit_book_has_a_digest_from_its_first_entry_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.length}:{self.digest}"
