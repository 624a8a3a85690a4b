"""The mail that asks somebody in."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.people.models import User


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, viewer: User) -> InvitationQuerySet:
        """Administrators only."""
        return self if viewer.is_active and viewer.is_administrator else self.none()

    def waiting(self) -> InvitationQuerySet:
        """Those whose mail is still to be sent: not refused, and not in by other ways."""
        return self.filter(sent_at=None, failed_at=None, user__is_active=True, user__last_login=None)

    def claim(self, pk: int, now: datetime) -> bool:
        """Whether this mail is ours to send: of two who send at the same time, one gets it."""
        return self.waiting().filter(pk=pk).update(sent_at=now) == 1


class Invitation(models.Model):
    """One person asked in by mail: waiting, sent, or failed. Who signed in since needs it no more."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitation")
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)
    failed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(failed_at=None), name="invitation_was_sent_or_failed_not_both"
            )
        ]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None

    @property
    def has_failed(self) -> bool:
        return self.failed_at is not None
