"""A browser that a team shares."""

from __future__ import annotations

import hashlib
import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.people.models import Team, User


class DeviceQuerySet(models.QuerySet["Device"]):
    def visible_to(self, viewer: User) -> DeviceQuerySet:
        """Those of the teams one works in; all of them for an administrator."""
        return self.filter(team__in=Team.objects.visible_to(viewer))

    def managed_by(self, viewer: User) -> DeviceQuerySet:
        """Those of the teams one supervises; all of them for an administrator."""
        return self.filter(team__in=Team.objects.supervised_by(viewer))

    def in_use(self) -> DeviceQuerySet:
        return self.filter(retired_at=None)

    def with_token(self, token: str) -> DeviceQuerySet:
        return self.filter(token_hash=hash_of(token))


class Device(models.Model):
    """One browser, such as "Till 2", that a supervisor registered for their team. It knows itself by a cookie."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=40)
    team = models.ForeignKey(Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="devices")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    registered_at = models.DateTimeField(default=timezone.now, editable=False)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DeviceQuerySet.as_manager()

    class Meta:
        ordering = ["team__name", "name", "pk"]
        verbose_name = _("shared tablet")
        verbose_name_plural = _("shared tablets")
        constraints = [
            models.CheckConstraint(
                condition=Q(retired_at=None, retired_by=None) | Q(retired_at__isnull=False, retired_by__isnull=False),
                name="device_retired_by_someone_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(retired_at=None) | Q(retired_at__gte=F("registered_at")),
                name="device_retired_after_it_was_registered",
            ),
            models.UniqueConstraint(
                fields=["team", "name"], condition=Q(retired_at=None), name="one_device_of_a_name_in_a_team"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def may_be_managed_by(self, user: User) -> bool:
        return user.is_active and (user.is_administrator or user.supervises(self.team_id))

    def may_be_switched_to(self, user: User) -> bool:
        """Whether a PIN may open this person's account here: members now, but never what four digits must not guard."""
        is_member = any(membership.team_id == self.team_id for membership in user.memberships_now)
        return user.is_active and not user.is_administrator and is_member


def new_token() -> str:
    """What the browser keeps in its cookie: 256 random bits."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What we keep of a token. It is random and long, so a plain hash cannot be turned back by guessing."""
    return hashlib.sha256(token.encode()).hexdigest()
