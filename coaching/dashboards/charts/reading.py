"""What every chart is fed with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One mean between 0 and 100 and how sure it is; `value` is None where nothing could be judged.

    `low` and `high` end the 95 % interval, `n` is how many were judged, `url` the page that explains it. `spoken` is all
    of that in words and `judged` the count in words; templates make them where they are left out, which takes longer.
    """

    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    url: str = ""
    spoken: str = ""
    judged: str = ""

    @property
    def has_interval(self) -> bool:
        return self.value is not None and self.low is not None and self.high is not None

    @property
    def value_text(self) -> str:
        return whole(self.value)

    @property
    def low_text(self) -> str:
        return whole(self.low)

    @property
    def high_text(self) -> str:
        return whole(self.high)


def whole(number: float | None) -> str:
    """A number as people read it in a chart: whole, halves upward, nothing for None."""
    return "" if number is None else str(int(number + 0.5))
