"""When something happened: told by a device whose clock may be wrong, and as the team's own calendar and clock had it."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

EARLIEST_ROW = timedelta(days=366)  # nobody keeps an encounter on a device for longer
AHEAD = timedelta(minutes=5)


def corrected(device_at: datetime | None, offset_ms: int | None, now: datetime) -> datetime:
    """The time by our clock at which the device's said `device_at`; `now` where that cannot be.

    Args:
        offset_ms: milliseconds by which our clock was ahead of the device's when it last heard from us; None where
            the device never measured it, and then its clock is not believed.
        now: our clock's time at which it arrived.
    """
    if device_at is None or offset_ms is None:
        return now
    try:
        at = device_at + timedelta(milliseconds=offset_ms)
    except OverflowError:
        return now
    return min(at, now) if now - EARLIEST_ROW <= at <= now + AHEAD else now


def as_lived(zone: str, at: datetime) -> dict[str, Any]:
    """The three fields of `Encounter` for when it happened: the moment `at`, and its day and hour on a clock in `zone`."""
    there = at.astimezone(ZoneInfo(zone))
    return {"occurred_at": at, "occurred_on": there.date(), "occurred_hour": there.hour}
