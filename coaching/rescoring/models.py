"""What an encounter scored before guidelines or a scorecard were published anew, kept so that old figures stay explainable."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coaching.guidelines.models import GuidelineVersion
from coaching.scorecards.models import ScorecardVersion
from interactions.models import Encounter


class EarlierScore(models.Model):
    """One score that a publication replaced. `findings` are only those that came out differently afterwards; their evidence
    is of the text's `revision`."""

    encounter = models.ForeignKey(Encounter, on_delete=models.CASCADE, related_name="earlier_scores")
    score = models.PositiveSmallIntegerField(_("score"), null=True)
    findings = models.JSONField(default=list)
    revision = models.PositiveIntegerField()
    engine_version = models.CharField(max_length=20)
    guideline_version = models.ForeignKey(
        GuidelineVersion, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    scorecard_version = models.ForeignKey(ScorecardVersion, on_delete=models.PROTECT, related_name="+", db_index=False)
    assessed_at = models.DateTimeField()
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("earlier score")
        verbose_name_plural = _("earlier scores")
        constraints = [
            models.CheckConstraint(condition=Q(score=None) | Q(score__lte=100), name="earlier_score_0_to_100"),
        ]

    def __str__(self) -> str:
        return f"{self.encounter_id}: {self.score}"
