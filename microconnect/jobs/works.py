"""What kinds of work there are. A room registers its own when Django starts; the job's page asks here what to call it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from microconnect.jobs.models import Job
    from microconnect.jobs.running import Run

_WORKS: dict[str, "Work"] = {}


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work.

    Args:
        kind: stable name, stored with each job.
        title: what its page calls it.
        do: does it, in batches of `run.batch()`; called again after a stop, it goes on from `run.job.cursor`.
        url_of: where its result is read, once done.
    """

    kind: str
    title: str | Promise
    do: Callable[["Run"], None]
    url_of: Callable[["Job"], str]


def register(work: Work) -> None:
    _WORKS[work.kind] = work


def work_of(job: "Job") -> Work:
    """KeyError where no room knows the kind: a job of a newer release."""
    return _WORKS[job.kind]
