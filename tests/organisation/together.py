"""Things that several people do in the same moment, each on a connection of their own."""

import threading
from collections.abc import Callable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections

PATIENCE = 20  # seconds


def together(*acts: Callable[[], object]) -> list[str]:
    """How each of them ended, in the order in which they did: "done", or the name of what refused it."""
    start, outcomes = threading.Barrier(len(acts), timeout=PATIENCE), []

    def run(act: Callable[[], object]) -> None:
        try:
            start.wait()
            act()
            outcomes.append("done")
        except (PermissionDenied, ValidationError) as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return outcomes
