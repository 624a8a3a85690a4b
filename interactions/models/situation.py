"""What an encounter was about, from the administrators' list."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from microconnect.people.models import User


class SituationQuerySet(models.QuerySet["Situation"]):
    def visible_to(self, viewer: User) -> SituationQuerySet:
        """The list is the administrators'; others meet it where they log."""
        return self if viewer.is_active and viewer.is_administrator else self.none()

    def offered(self, at: datetime | None = None) -> SituationQuerySet:
        """Those that may be chosen for a new encounter; with `at`, those that could be chosen then or can now."""
        return self.filter(Q(retired_at=None) | Q(retired_at__gt=at) if at else Q(retired_at=None))


class Situation(models.Model):
    """What an encounter was about ("Return without receipt"). Retired ones stay with their encounters.

    One that was folded into another has none left; what still names it on a device counts for the other. The other
    is never folded itself: whoever is folded takes along what was folded into it.
    """

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", verbose_name=_("folded into"), null=True, blank=True, on_delete=models.PROTECT, related_name="folded"
    )

    objects = SituationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(retired_at__isnull=False), name="situation_folded_is_retired"
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")), name="situation_not_folded_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("situations:detail", args=[self.slug])

    @property
    def is_offered(self) -> bool:
        return self.retired_at is None

    @property
    def standing(self) -> Situation:
        """The one that counts: itself, or the one it was folded into."""
        return self.merged_into or self
