"""Score encounters again by guidelines or a scorecard published since: a job that can be stopped, resumed and repeated.

An encounter is due while its assessment is pinned to an older version than the one the job brings; the batch that reads it
again pins it to that one. So whatever a killed run stored stays, what it did not is still due, and nothing is done twice.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Protocol

from django.db.models import Q, QuerySet

from coaching.assessments.holding import hold
from coaching.assessments.models import Assessment
from coaching.guidelines.models import GuidelineVersion
from coaching.rescoring.by_guidelines import GuidelinesReader
from coaching.rescoring.by_scorecard import ScorecardReader
from coaching.rescoring.rereading import Outcome
from coaching.rescoring.rows import Row, rows_of
from coaching.rescoring.storing import store
from coaching.scorecards.models import ScorecardVersion
from microconnect.jobs.running import Run
from microconnect.people.models import User

BATCH = 1_000  # encounters a transaction: about half a second, for which nobody else writes on SQLite


def rescore_by_guidelines(run: Run) -> None:
    """`parameters`: version (primary key) and first_day (ISO date)."""
    version = GuidelineVersion.objects.get(pk=run.job.parameters["version"])
    older = Q(guideline_version=None) | Q(guideline_version__number__lt=version.number)
    _rescore(run, older, GuidelinesReader(version), guideline_version=version)


def rescore_by_scorecard(run: Run) -> None:
    """`parameters`: version (primary key) and first_day (ISO date)."""
    version = ScorecardVersion.objects.get(pk=run.job.parameters["version"])
    _rescore(run, Q(scorecard_version__number__lt=version.number), ScorecardReader(version), scorecard_version=version)


class Reader(Protocol):
    def read(self, rows: Iterable[Row]) -> Outcome: ...


def _rescore(run: Run, older: Q, reader: Reader, **version: Any) -> None:
    first_day = date.fromisoformat(run.job.parameters["first_day"])
    due = Assessment.objects.filter(older, encounter__occurred_on__gte=first_day)
    run.count(run.job.done + due.count())
    for primary_keys, person in _by_person(due, after=run.job.cursor or 0):
        with run.batch() as batch:
            batch.done += _read_again(primary_keys, older, reader, version)
            batch.cursor = person
    while primary_keys := _left_over(due):
        with run.batch() as batch:
            batch.done += _read_again(primary_keys, older, reader, version)


def _read_again(primary_keys: list[int], older: Q, reader: Reader, version: dict[str, Any]) -> int:
    """Read these again, if they still are due now that nobody else can change them; returns how many were."""
    named = Assessment.objects.filter(pk__in=primary_keys)
    hold(list(named.values_list("encounter", flat=True)))
    rows = list(rows_of(named.filter(older)))
    store(reader.read(rows), **version)
    return len(rows)


def _by_person(due: QuerySet[Assessment], *, after: int) -> Iterator[tuple[list[int], int]]:
    """About a batch of primary keys at a time, with the last person whose encounters are all in it or in those before."""
    waiting: list[int] = []
    whole = after
    for person in User.objects.get_queryset().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True):
        theirs = due.filter(encounter__person=person).order_by("encounter__occurred_at", "pk")
        for primary_key in theirs.values_list("pk", flat=True):
            waiting.append(primary_key)
            if len(waiting) == BATCH:
                yield waiting, whole
                waiting = []
        whole = person
    if waiting:
        yield waiting, whole


def _left_over(due: QuerySet[Assessment]) -> list[int]:
    """What was assessed by an older version while the job was past its person already."""
    return list(due.values_list("pk", flat=True)[:BATCH])
