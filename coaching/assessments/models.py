"""What the engine found in an encounter, and the score that follows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from coaching.guidelines.models import GuidelineVersion
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter, Promise
from microconnect.people.models import User


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def visible_to(self, viewer: User) -> AssessmentQuerySet:
        """The assessments of the encounters one may see."""
        return self.filter(encounter__in=Encounter.objects.visible_to(viewer))


class Assessment(models.Model):
    """All findings about one encounter and its score, pinned to everything they were made from."""

    encounter = models.OneToOneField(Encounter, on_delete=models.CASCADE, related_name="assessment")
    score = models.PositiveSmallIntegerField(_("score"), null=True, help_text="None: not enough to say.")
    scores = models.JSONField(help_text="practice -> 0..100, judged practices only: what lists filter by.")
    findings = models.JSONField(help_text="Every finding in the catalogue's order: see coaching.assessments.storage.")

    revision = models.PositiveIntegerField()
    engine_version = models.CharField(max_length=20)
    # Without an index of their own: nothing is looked up by them, and scoring again writes them a million times.
    guideline_version = models.ForeignKey(
        GuidelineVersion, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    scorecard_version = models.ForeignKey(ScorecardVersion, on_delete=models.PROTECT, related_name="+", db_index=False)
    assessed_at = models.DateTimeField()
    came_back = models.BooleanField(default=False, help_text="Whether a repeat of the encounter was known.")
    promises_kept = models.PositiveIntegerField(default=0, help_text="How many of its promises were kept by then.")

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=100), name="assessment_score_0_to_100"),
        ]
        # What each read, apart from the long findings: looking for stale ones opens no row of the table.
        indexes = [
            models.Index(
                fields=["encounter", "revision", "engine_version", "came_back", "promises_kept"],
                name="assessment_read",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.encounter_id}: {self.score}"


def encounters_to_assess(now: datetime, engine_version: str) -> models.QuerySet[Encounter]:
    """Encounters without a current assessment: none yet, or one that read something else than what is there now.

    An older text or engine; a promise that fell due or was kept since; a repeat that is new, or gone. Each is a
    question of its own to the few promises and repeats there are, so that the encounters are walked once.
    """
    repeats = Encounter.objects.exclude(repeat_of=None)
    stale = (
        Q(assessment__encounter=None)
        | ~Q(assessment__revision=F("revision"))
        | ~Q(assessment__engine_version=engine_version)
        | Q(pk__in=_promises_fell_due(now))
        | Q(pk__in=_promises_were_kept())
        | Q(pk__in=repeats.filter(repeat_of__assessment__came_back=False).values("repeat_of"))
        | Q(Q(assessment__came_back=True), ~Q(pk__in=repeats.values("repeat_of")))
    )
    return Encounter.objects.filter(stale).order_by("occurred_at", "pk")


def _promises_fell_due(now: datetime) -> models.QuerySet[Promise, Any]:
    """Whose promise is overdue by now and was not yet when it was assessed."""
    missed = Promise.objects.overdue(now).filter(due_at__gte=F("encounter__assessment__assessed_at"))
    return missed.order_by().values("encounter")


def _promises_were_kept() -> models.QuerySet[Promise, Any]:
    """Whose kept promises are more than were assessed. Counted, since a device may tell hours later that one was kept."""
    kept = Promise.objects.exclude(kept_at=None).order_by().values("encounter", "encounter__assessment__promises_kept")
    return kept.annotate(now=Count("pk")).exclude(now=F("encounter__assessment__promises_kept")).values("encounter")
