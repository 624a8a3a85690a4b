"""What an encounter was about, from the administrators' list."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SituationQuerySet(models.QuerySet["Situation"]):
    def offered(self, at: datetime | None = None) -> SituationQuerySet:
        """Those that may be chosen for a new encounter; with `at`, those that could be chosen then or can now."""
        return self.filter(Q(retired_at=None) | Q(retired_at__gt=at) if at else Q(retired_at=None))


class Situation(models.Model):
    """What an encounter was about ("Return without receipt"). Retired ones stay with their encounters."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)

    objects = SituationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("situation")
        verbose_name_plural = _("situations")

    def __str__(self) -> str:
        return self.name
