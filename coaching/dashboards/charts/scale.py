"""From numbers to places on paper. All lengths are units of the SVG's view box."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps `low..high` to `start..end`; y scales simply have their start below their end."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        share = (number - self.low) / (self.high - self.low)
        return self.start + min(max(share, 0.0), 1.0) * (self.end - self.start)


def coordinate(number: float) -> str:
    """One decimal is finer than any screen here; always with a point, whatever the language."""
    return f"{number:.1f}"


def tens_around(numbers: Iterable[float], *, at_least: int = 30) -> tuple[int, int]:
    """The tens that hold all numbers, at least `at_least` apart where 0 to 100 leaves the room."""
    held = list(numbers) or [0.0, 100.0]
    low = max(0, int(min(held) // 10) * 10)
    high = min(100, -int(-max(held) // 10) * 10)
    while high - low < at_least:
        low, high = max(0, low - 10), min(100, high + 10)
    return low, high
