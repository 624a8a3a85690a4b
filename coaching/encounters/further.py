"""What is rare and has an index of its own (words, open promises), found further back than anybody would look through.

In steps, each ten times as far as the one before, until there are enough of them. What had few matches so far has not many
more in the next step; what has many never gets there, since the newest of them fill a page.
"""

import re
from datetime import datetime, timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import F

from coaching.encounters.stretch import Stretch, positions
from interactions import words_index
from interactions.models.encounter import EARLIEST, EncounterQuerySet
from microconnect.keyset import Position

_STEPS = (10, 100, None)  # times as far as was looked through; None: to the first encounter
_AT_MOST = "1s"  # what the index was not made for ends there, and the page says how far back it looked
_LETTERS = re.compile(r"\w{3}")  # shorter words have no entry in the index


def has_index_for(words: str) -> bool:
    return bool(_LETTERS.search(words)) and words_index.is_there()


def further_back(found: EncounterQuerySet, looked_through: timedelta, stretch: Stretch, *, limit: int) -> Stretch:
    """A stretch that was cut, and what the index finds behind it.

    Args:
        found: all that match, in any order.
        looked_through: how long the stretch is.
        limit: no more rows than so many, and no further back than they reach.
    """
    for times in _STEPS:
        if stretch.cut_at is None or len(stretch.rows) >= limit:
            break
        since = _since(stretch.cut_at, looked_through, times)
        behind = found.filter(occurred_at__lt=stretch.cut_at)
        try:
            rows = _matches(behind.filter(occurred_at__gte=since) if since else behind, limit - len(stretch.rows))
        except DatabaseError:  # it took too long
            break
        stretch = Stretch([*stretch.rows, *rows], since)
    return stretch


def _since(until: datetime, looked_through: timedelta, times: int | None) -> datetime | None:
    if times is None or looked_through * times > until - EARLIEST:
        return None
    return until - looked_through * times


def _matches(encounters: EncounterQuerySet, limit: int) -> list[Position]:
    # In an order that is in no index: else PostgreSQL, which guesses how many match, may read everything by time.
    newest_first = encounters.order_by((F("occurred_at") + timedelta()).desc(), "-pk")
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL statement_timeout = %s", [_AT_MOST])
        return positions(newest_first[:limit])
