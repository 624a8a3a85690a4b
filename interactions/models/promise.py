"""What was promised, until when, and when it was kept."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from interactions.models.encounter import Encounter
from microconnect.people.models import User


class PromiseQuerySet(models.QuerySet["Promise"]):
    def visible_to(self, viewer: User) -> PromiseQuerySet:
        """The promises of the encounters one may see."""
        return self.filter(encounter__in=Encounter.objects.visible_to(viewer))

    def open(self) -> PromiseQuerySet:
        return self.filter(kept_at=None)

    def overdue(self, now: datetime) -> PromiseQuerySet:
        return self.open().filter(due_at__lt=now)


class Promise(models.Model):
    """Something a customer was told would happen by a certain time."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    encounter = models.ForeignKey(Encounter, on_delete=models.CASCADE, related_name="promises")
    what = models.CharField(_("what you promised"), max_length=200, blank=True)
    made_at = models.DateTimeField(editable=False)
    due_at = models.DateTimeField(_("by when"))
    kept_at = models.DateTimeField(_("kept"), null=True, blank=True)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="kept_promises"
    )
    kept_note = models.CharField(_("how it went"), max_length=300, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        indexes = [models.Index(fields=["due_at"], condition=Q(kept_at=None), name="promise_open_by_due")]
        constraints = [
            models.CheckConstraint(condition=Q(due_at__gte=F("made_at")), name="promise_due_after_it_was_made"),
            models.CheckConstraint(
                condition=Q(kept_at=None, kept_by=None) | Q(kept_at__isnull=False, kept_by__isnull=False),
                name="promise_kept_by_someone_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(kept_at=None) | Q(kept_at__gte=F("made_at")), name="promise_kept_after_it_was_made"
            ),
        ]

    def __str__(self) -> str:
        return self.what or str(_("A promise"))

    @property
    def is_kept(self) -> bool:
        return self.kept_at is not None

    def is_overdue(self, now: datetime) -> bool:
        return not self.is_kept and self.due_at < now

    def may_be_kept_by(self, user: User) -> bool:
        """The person who made it, or a supervisor of the team it was made in."""
        return user.is_active and (self.encounter.person_id == user.pk or user.supervises(self.encounter.team_id))
