"""A disk that is full: a small one of its own for a browser's files, and a ballast that takes the rest of it."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest

SIZE = "160m"
BLOCK = b"\0" * 65_536


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[], AbstractContextManager[None]]]:
    """Mount one at `folder` while the block runs; `with fill():` leaves no room on it. Only root may mount."""
    folder.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("No disk can be mounted here; it takes root.")

    @contextmanager
    def fill() -> Iterator[None]:
        ballast = folder / "ballast"
        with suppress(OSError), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(BLOCK)
        try:
            yield
        finally:
            ballast.unlink()

    try:
        yield fill
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
