"""One page of the list, where its neighbours are, and how many there are as far as people count."""

from dataclasses import dataclass
from datetime import datetime

from coaching.encounters.reader import Reader
from coaching.encounters.stretch import Stretch
from microconnect.keyset import LARGEST_KEY, Place, Position

PER_PAGE = 25
COUNTED = 1_000
_AND_ONE = PER_PAGE + 1  # so that it is known whether there is another page


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are: `number`, or more where `is_more`. `since` says how far back it was counted, if not to the end."""

    number: int
    is_more: bool
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Page:
    """The encounters of a page by their primary keys, and where its neighbours begin; None where there is none.

    `looked_back_to` is set where the page may not have all that would fit on it, because it was not looked further back.
    """

    keys: list[int]
    later: Position | None
    earlier: Position | None
    looked_back_to: datetime | None
    count: Count


NOTHING = Page([], None, None, None, Count(0, is_more=False, since=None))


def page_of(reader: Reader, place: Place) -> Page:
    """The page at a place of what a reader finds; the newest page is always a full one, and follows what comes in."""
    if place.before:
        found = reader.earlier_than(place.before, limit=_AND_ONE)
        return _earlier_page(found, _count(reader), begun=place.before)
    if place.after:
        found = reader.later_than(place.after, limit=_AND_ONE)
        if found.cut_at or len(found.rows) > PER_PAGE:
            return _later_page(found, _count(reader), begun=place.after)
    newest = reader.earlier_than(None, limit=_AND_ONE)
    return _earlier_page(newest, _count(reader, newest), begun=None)


def _earlier_page(found: Stretch, count: Count, *, begun: Position | None) -> Page:
    shown, is_full = found.rows[:PER_PAGE], len(found.rows) > PER_PAGE
    cut_at = None if is_full else found.cut_at
    later = shown[0] if begun and shown else begun
    earlier = shown[-1] if is_full else Position(cut_at, 0) if cut_at else None
    return Page([row.primary_key for row in shown], later, earlier, cut_at, count)


def _later_page(found: Stretch, count: Count, *, begun: Position) -> Page:
    shown, is_full = found.rows[:PER_PAGE][::-1], len(found.rows) > PER_PAGE
    later = shown[0] if is_full or not found.cut_at else Position(found.cut_at, LARGEST_KEY)
    return Page([row.primary_key for row in shown], later, shown[-1] if shown else begun, None, count)


def _count(reader: Reader, newest: Stretch | None = None) -> Count:
    """Counted only where the newest page, if that is what was read, does not say it itself."""
    if newest and len(newest.rows) <= PER_PAGE:
        return Count(len(newest.rows), is_more=newest.cut_at is not None, since=newest.cut_at)
    number, since = reader.count(limit=COUNTED + 1)
    if number > COUNTED:
        return Count(COUNTED, is_more=True, since=None)
    return Count(number, is_more=since is not None, since=since)
