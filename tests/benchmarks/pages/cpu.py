"""CPU time and memory of other processes, on Linux."""

import os
import time
from pathlib import Path

_PARENT, _CHILDREN_USER, _CHILDREN_SYSTEM = 1, 13, 14  # fields of /proc/PID/stat after the name
_SCHEDULED = 2  # the kind of clock that counts what a process ran
_TICK = os.sysconf("SC_CLK_TCK")


def seconds_of_family(parent: int) -> float:
    """What a process and its children have run so far, children that have ended included (those to 10 ms)."""
    total = _seconds(parent)
    for pid in children(parent):
        try:
            total += _seconds(pid)
        except OSError:  # it has just ended, and its parent counts it
            continue
    fields = _fields(parent)
    return total + (int(fields[_CHILDREN_USER]) + int(fields[_CHILDREN_SYSTEM])) / _TICK


def children(parent: int) -> list[int]:
    """The processes that `parent` has started and that still run."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if int(_fields(int(folder.name))[_PARENT]) == parent:
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


def peak_megabytes(pid: int) -> float:
    """The most memory that a process has held since `forget_peak`."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def forget_peak(pid: int) -> None:
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def _seconds(pid: int) -> float:
    """To the nanosecond, all threads together: the clock that Linux keeps for each process."""
    return time.clock_gettime(~pid << 3 | _SCHEDULED)


def _fields(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
