"""What the engine found in an encounter, and the score that follows."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
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
    guideline_version = models.ForeignKey(GuidelineVersion, null=True, on_delete=models.PROTECT, related_name="+")
    scorecard_version = models.ForeignKey(ScorecardVersion, on_delete=models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField()

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=100), name="assessment_score_0_to_100"),
        ]

    def __str__(self) -> str:
        return f"{self.encounter_id}: {self.score}"


def encounters_to_assess(now: datetime, engine_version: str) -> models.QuerySet[Encounter]:
    """Encounters without a current assessment: none yet, an older text or engine, or a promise that fell due since."""
    fell_due = Promise.objects.filter(
        encounter=OuterRef("pk"), kept_at=None, due_at__lte=now, due_at__gt=OuterRef("assessment__assessed_at")
    )
    stale = (
        Q(assessment=None)
        | ~Q(assessment__revision=F("revision"))
        | ~Q(assessment__engine_version=engine_version)
        | Exists(fell_due)
    )
    return Encounter.objects.filter(stale).order_by("occurred_at", "pk")
