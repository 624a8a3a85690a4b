"""What is wrong with a data file, said so that whoever has the file can mend it."""

from pathlib import Path


class Fault(Exception):
    """One thing that is wrong in a line, as a plain sentence."""


class DataFault(Exception):
    """Everything that is wrong with the data, a line each. Nothing is measured then."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def at_line(path: Path, number: int, reason: object) -> str:
    """Where a fault is, and what."""
    return f"{path}, line {number}: {reason}"
