"""A progress bar for commands: one line that fills up, on a terminal; a line at the end anywhere else."""

import time
from dataclasses import dataclass, field
from typing import TextIO

_WIDTH = 30


@dataclass(slots=True)
class ProgressBar:
    """Call it with how many are done, of how many."""

    out: TextIO
    label: str
    _started: float = field(default_factory=time.monotonic)

    def __call__(self, done: int, total: int) -> None:
        is_last = done >= total
        if self.out.isatty():
            filled = _WIDTH * done // max(total, 1)
            bar = "█" * filled + "░" * (_WIDTH - filled)
            self.out.write(f"\r{self.label} {bar} {done:,} of {total:,}{self._took() if is_last else ''}")
            self.out.write("\n" if is_last else "")
        elif is_last:
            self.out.write(f"{self.label} {done:,} of {total:,}{self._took()}\n")
        self.out.flush()

    def _took(self) -> str:
        return f" in {time.monotonic() - self._started:.0f} s"
