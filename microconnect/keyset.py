"""Places in a list of the newest first: a page that begins at one costs what it shows, however far back it lies.

Django's paginator counts every row and steps over those of all earlier pages. Of what the package index has for this,
django-keyset-pagination-plus (a beta) still counts every row; django-cursor-pagination (last touched two years ago) asks
for NULLS LAST and compares as text, which no index of ours serves, and answers a made-up cursor with a database error;
django-universal-paginator brings its own views and templates. What is needed is this file.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 60  # characters; nothing that we made is longer
LARGEST_KEY = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Position:
    """A time and a primary key. There need not be such a row (any more): the list goes on from there all the same."""

    at: datetime
    primary_key: int

    def __str__(self) -> str:
        """As it stands in an address."""
        said = f"{(self.at - _EPOCH) // timedelta(microseconds=1)}.{self.primary_key}"
        return urlsafe_b64encode(said.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, said: str) -> Position | None:
        """The position that an address names; None for whatever else stands there."""
        try:
            at, primary_key = urlsafe_b64decode(f"{said[:_LONGEST]}==").decode("ascii").split(".")
            position = cls(_EPOCH + timedelta(microseconds=int(at)), int(primary_key))
        except (ValueError, OverflowError):
            return None
        return position if 0 <= position.primary_key <= LARGEST_KEY else None

    def earlier(self, at: str) -> Q:
        """What is behind it when the newest come first. The first condition is the one that an index finds."""
        return Q(**{f"{at}__lte": self.at}) & (Q(**{f"{at}__lt": self.at}) | Q(pk__lt=self.primary_key))

    def later(self, at: str) -> Q:
        """What is before it when the newest come first."""
        return Q(**{f"{at}__gte": self.at}) & (Q(**{f"{at}__gt": self.at}) | Q(pk__gt=self.primary_key))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list somebody is: before a position in time, after it, or at the newest (neither)."""

    before: Position | None = None
    after: Position | None = None

    @classmethod
    def of(cls, address: Mapping[str, str]) -> Place:
        """From `?before=` or `?after=`. What is no position is as if it were not there."""
        before, after = (Position.read(address.get(name, "")) for name in ("before", "after"))
        return cls(before=before) if before else cls(after=after)
