"""Hear what happened and say what it means. The encounter is safe already: a failure here is logged and made up for later."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import structlog
from django.db import Error
from django.utils import timezone

from coaching.assessments.services import assess_again, assess_new, days_of
from coaching.engine.facts import PromiseFacts
from coaching.rollups.folding import fold_weeks
from coaching.rollups.services import refresh_weeks
from interactions.models import Encounter, Situation
from interactions.services import PromiseDraft
from interactions.signals import encounter_changed, encounter_logged, encounter_undone, situations_merged

log = structlog.get_logger(__name__)


def connect() -> None:
    encounter_logged.connect(_on_logged, dispatch_uid="coaching.assessments")
    encounter_changed.connect(_on_changed, dispatch_uid="coaching.assessments")
    encounter_undone.connect(_on_undone, dispatch_uid="coaching.assessments")
    situations_merged.connect(_on_merged, dispatch_uid="coaching.assessments")


def _on_logged(sender: type[Encounter], encounter: Encounter, promises: Sequence[PromiseDraft], **kwargs: Any) -> None:
    with _may_wait(encounter):
        told = [PromiseFacts(promise.due_at, promise.kept_at) for promise in promises]
        assess_new(encounter, told, now=timezone.now())


def _on_changed(sender: type[Encounter], encounter: Encounter, previous: Encounter | None, **kwargs: Any) -> None:
    with _may_wait(encounter):
        assess_again(encounter, previous=previous, now=timezone.now())


def _on_undone(sender: type[Encounter], encounter: Encounter, **kwargs: Any) -> None:
    """In the undo's own transaction: the week is counted without it, or it is not undone."""
    refresh_weeks(days_of([encounter]))


def _on_merged(
    sender: type[Situation], keep: Situation, folded: list[Situation], people: set[int], **kwargs: Any
) -> None:
    fold_weeks(keep, folded, people)


@contextmanager
def _may_wait(encounter: Encounter) -> Iterator[None]:
    try:
        yield
    except Error:  # the database is busy or gone: `assess_encounters` finds it later
        log.exception("assessment_put_off", encounter=str(encounter.public_id))
