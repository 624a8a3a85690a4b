"""A team: the people of one shop, one shift, one queue."""

from __future__ import annotations

import zoneinfo
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from microconnect.people.models.user import User


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("%(name)s is not a time zone we know. Try “Europe/London”."), params={"name": name})


class TeamQuerySet(models.QuerySet["Team"]):
    def visible_to(self, viewer: User) -> TeamQuerySet:
        """The teams one works in or supervises now; all of them for an administrator."""
        if not viewer.is_active:
            return self.none()
        if viewer.is_administrator:
            return self
        return self.filter(pk__in=[membership.team_id for membership in viewer.memberships_now])

    def supervised_by(self, viewer: User) -> TeamQuerySet:
        """The teams whose dashboards one may read: those one supervises; all of them for an administrator."""
        if viewer.is_active and viewer.is_administrator:
            return self
        return self.visible_to(viewer).filter(pk__in=viewer.supervised_team_ids)

    def in_use(self) -> TeamQuerySet:
        """Those that people may join: not retired, nor about to be."""
        return self.filter(retired_at=None)


class Team(models.Model):
    """People who work together. Days and weeks follow the team's own time zone.

    From `retired_at` on, which may be a day to come, nobody is in it; what happened there stays.
    """

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Europe/London", validators=[validate_time_zone]
    )
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("team")
        verbose_name_plural = _("teams")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("teams:detail", args=[self.slug])

    def is_retired(self, now: datetime) -> bool:
        return self.retired_at is not None and self.retired_at <= now
