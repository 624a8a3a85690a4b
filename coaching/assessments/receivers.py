"""Hear what happened and say what it means. The encounter is safe already: a failure here is logged and made up for later."""

from typing import Any

import structlog
from django.db import Error
from django.utils import timezone

from coaching.assessments.services import assess_encounter, days_of
from coaching.rollups.services import refresh_days
from interactions.models import Encounter
from interactions.signals import encounter_changed, encounter_logged

log = structlog.get_logger(__name__)


def connect() -> None:
    encounter_logged.connect(_on_logged, dispatch_uid="coaching.assessments")
    encounter_changed.connect(_on_changed, dispatch_uid="coaching.assessments")


def _on_logged(sender: type[Encounter], encounter: Encounter, **kwargs: Any) -> None:
    _assess(encounter)


def _on_changed(sender: type[Encounter], encounter: Encounter, previous: Encounter | None, **kwargs: Any) -> None:
    _assess(encounter)
    if previous is not None and days_of([previous]) != days_of([encounter]):
        refresh_days(days_of([previous]))


def _assess(encounter: Encounter) -> None:
    try:
        assess_encounter(encounter, now=timezone.now())
    except Error:  # the database is busy or gone: `assess_encounters` finds it later
        log.exception("assessment_put_off", encounter=str(encounter.public_id))
