"""What an encounter said before it was edited."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interactions.models.encounter import Encounter


class EncounterRevision(models.Model):
    """An earlier text of an encounter, kept whole, so that what was once judged can still be read."""

    encounter = models.ForeignKey(Encounter, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    facts = models.JSONField(encoder=DjangoJSONEncoder)
    replaced_at = models.DateTimeField(default=timezone.now)
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        verbose_name = _("earlier text")
        verbose_name_plural = _("earlier texts")
        constraints = [
            models.UniqueConstraint(fields=["encounter", "number"], name="one_row_per_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.encounter_id} · {self.number}"
