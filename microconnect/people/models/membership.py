"""Who works in which team, as what, and since when."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.people.models.team import Team


class Role(models.TextChoices):
    FRONTLINE = "frontline", _("frontline")
    SUPERVISOR = "supervisor", _("supervisor")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, now: datetime) -> MembershipQuerySet:
        """Those that have begun and not ended at `now`."""
        return self.filter(Q(until=None) | Q(until__gt=now), since__lte=now)


class Membership(models.Model):
    """One person in one team, in one role, from `since` until `until` (open while None)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.FRONTLINE)
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="membership_ends_after_it_began"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_is_known"),
            models.UniqueConstraint(
                fields=["user", "team", "role"], condition=Q(until=None), name="one_open_membership_per_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.team} · {self.get_role_display()}"

    @property
    def is_supervisor(self) -> bool:
        return self.role == Role.SUPERVISOR
