"""When encounters happen: in shop hours, busier at midday and on Saturdays, never after now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from coaching.demo.chain import COLLEAGUES, NEW_STARTER, Colleague, Shop

DAYS = 91
_BUSY = (0.9, 0.85, 0.9, 1.0, 1.15, 1.7, 0.75)  # Monday to Sunday
_OPENS, _SHUTS = (9, 9, 9, 9, 9, 8, 10), (18, 18, 18, 19, 18, 18, 16)
_JUST_NOW = timedelta(minutes=5)  # nothing is logged the moment it ends


@dataclass(frozen=True, slots=True)
class Slot:
    """One encounter about to be made: who, where, when, and how many weeks ago that was."""

    colleague: Colleague
    shop: Shop
    at: datetime
    weeks_ago: float


@dataclass(frozen=True, slots=True)
class _Shift:
    colleague: Colleague
    shop: Shop
    opens: datetime
    shuts: datetime
    weight: float


def slots(rng: Random, *, count: int, now: datetime) -> list[Slot]:
    """`count` moments over the last 13 weeks, oldest first."""
    shifts = [shift for colleague in COLLEAGUES for shift in _shifts(colleague, now)]
    few = [shift for shift in shifts if shift.colleague is NEW_STARTER][:3]
    others = [shift for shift in shifts if shift.colleague is not NEW_STARTER]
    first_ones = [rng.choice(few) for _first in range(min(4, count // 50))] if few else []
    drawn = rng.choices(others, [shift.weight for shift in others], k=count - len(first_ones))
    return sorted((_slot(rng, shift, now) for shift in (*first_ones, *drawn)), key=lambda slot: slot.at)


def _shifts(colleague: Colleague, now: datetime) -> Iterator[_Shift]:
    """The shifts of one person that have begun, each shut at the latest a moment ago."""
    for days_ago in range(DAYS, -1, -1):
        shop = _shop_of(colleague, days_ago / 7)
        if shop is None:
            continue
        day = now.astimezone(ZoneInfo(shop.time_zone)).date() - timedelta(days=days_ago)
        if day.weekday() in colleague.days:
            yield from _begun(colleague, shop, day, now)


def _begun(colleague: Colleague, shop: Shop, day: date, now: datetime) -> Iterator[_Shift]:
    zone, weekday = ZoneInfo(shop.time_zone), day.weekday()
    opens = datetime.combine(day, time(_OPENS[weekday]), zone)
    shuts = datetime.combine(day, time(_SHUTS[weekday]), zone)
    so_far = min(shuts, now - _JUST_NOW)
    if so_far > opens:
        share = (so_far - opens) / (shuts - opens)
        yield _Shift(colleague, shop, opens, so_far, colleague.hours * _BUSY[weekday] * share)


def _shop_of(colleague: Colleague, weeks_ago: float) -> Shop | None:
    """Where they worked then; None before they began and after they left."""
    if colleague.began is not None and weeks_ago > colleague.began:
        return None
    if colleague.stopped is not None and weeks_ago < colleague.stopped:
        return None
    if colleague.before and weeks_ago > colleague.before[1]:
        return colleague.before[0]
    return colleague.shop


def _slot(rng: Random, shift: _Shift, now: datetime) -> Slot:
    length = (shift.shuts - shift.opens).total_seconds()
    where = rng.triangular(0, 1, 0.45) if rng.random() < 0.6 else rng.random()
    at = shift.opens + timedelta(seconds=int(where * length))
    at = at.astimezone(now.tzinfo)
    return Slot(shift.colleague, shift.shop, at, (now - at) / timedelta(weeks=1))
