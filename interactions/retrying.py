"""Try again where another writer was in the way for a moment."""

import time
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError

Result = TypeVar("Result")

PAUSES_SECONDS = (0.05, 0.2)


def retrying(write: Callable[[], Result]) -> Result:
    """Call `write`, up to three times while the database is busy; the last failure goes on its way."""
    for pause in PAUSES_SECONDS:
        try:
            return write()
        except OperationalError:
            time.sleep(pause)
    return write()
