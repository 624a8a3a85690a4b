"""Several things in the same moment, each in a thread and on a database connection of its own."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections, transaction

PATIENCE = 20  # seconds


def at_once(*acts: Callable[[], Any], refused_by: type[Exception] | tuple[type[Exception], ...] = ()) -> list[Any]:
    """What each returned, in their order, or the refusal that it raised instead. Any other error is raised here."""
    start = threading.Barrier(len(acts), timeout=PATIENCE)

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return act()
        except refused_by as refusal:
            return refusal
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def before_it_commits(hold: Callable[[], object], then: Callable[[], object]) -> None:
    """Run `hold` in a transaction of another connection, and `then` before that commits."""
    is_held, may_commit = threading.Event(), threading.Event()

    def holding() -> None:
        try:
            with transaction.atomic():
                hold()
                is_held.set()
                may_commit.wait(0.5)  # `then` may be waiting for us, so we do not wait for it
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(1) as threads:
        held = threads.submit(holding)
        assert is_held.wait(PATIENCE)
        then()
        may_commit.set()
        held.result(PATIENCE)
