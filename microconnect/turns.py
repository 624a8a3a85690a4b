"""Work that is done again and again until the process is asked to end."""

import signal
import time
from types import FrameType
from typing import Any, Self

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
