"""Work that is done again and again until the process is asked to end."""

import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, Self

import structlog
from django.db import InterfaceError, OperationalError, close_old_connections

log = structlog.get_logger(__name__)

_GLANCE_SECONDS = 0.25  # how soon a wait notices that it is over


class Turns:
    """`with Turns() as turns: while not turns.are_over(): ...; turns.wait(60)`.

    SIGTERM and SIGINT end it, but only where it is looked at: work in hand is finished first. Only the main thread may use it.
    """

    def __enter__(self) -> Self:
        self._over = False
        self._before: dict[signal.Signals, Any] = {
            number: signal.signal(number, self._end) for number in (signal.SIGTERM, signal.SIGINT)
        }
        return self

    def __exit__(self, *error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def are_over(self) -> bool:
        return self._over

    def wait(self, seconds: float) -> None:
        """Until the next turn, or until it is over."""
        ends_at = time.monotonic() + seconds
        while not self._over and time.monotonic() < ends_at:
            time.sleep(_GLANCE_SECONDS)

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._over = True


def repeat(work: Callable[[Callable[[], bool]], object], *, every: int, put_off: str) -> None:
    """Do the work every so many seconds, until it is asked to end; it is handed what to ask whether that is so.

    Where the database cannot be reached, the turn is logged as `put_off`, and the next one tries again.
    """
    with Turns() as turns:
        while not turns.are_over():
            close_old_connections()
            try:
                work(turns.are_over)
            except (OperationalError, InterfaceError) as error:
                log.warning(put_off, error=str(error).strip(), again_in_seconds=every)
            turns.wait(every)
