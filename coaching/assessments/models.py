"""What the engine found in an encounter, and the score that follows."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coaching.guidelines.models import GuidelineVersion
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter
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
