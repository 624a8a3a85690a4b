"""Work that takes longer than a request: who asked for it, how far it is, how it ended."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.people.models import User

LEASE = timedelta(seconds=45)  # a run that says nothing for so long has died; its batches take a second or two


class Status(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    STOPPED = "stopped", _("stopped")
    FAILED = "failed", _("failed")
    DONE = "done", _("done")


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, viewer: User) -> JobQuerySet:
        """Administrators only."""
        return self if viewer.is_active and viewer.is_administrator else self.none()

    def interrupted(self, now: datetime) -> JobQuerySet:
        """Those whose run died without a word: a killed process, a machine switched off."""
        return self.filter(status=Status.RUNNING, heard_at__lt=now - LEASE)

    def under_way(self) -> JobQuerySet:
        return self.filter(status__in=[Status.WAITING, Status.RUNNING])


class Job(models.Model):
    """One piece of work. `kind` names it in the registry of `microconnect.jobs.works`; `cursor` is where to go on.

    `run` is the token of the process that works on it: whoever holds an older one can no longer store anything.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, help_text="None until it is counted.")
    cursor = models.JSONField(null=True)
    result = models.JSONField(default=dict)
    run = models.UUIDField(null=True, editable=False)
    stop_asked = models.BooleanField(default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    heard_at = models.DateTimeField(null=True, help_text="When its run last said how far it is.")
    ended_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="job_status_is_known"),
            models.CheckConstraint(
                condition=~Q(status=Status.RUNNING) | Q(run__isnull=False, heard_at__isnull=False),
                name="job_running_has_a_run",
            ),
            models.CheckConstraint(condition=Q(total=None) | Q(done__lte=F("total")), name="job_done_within_total"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"

    def get_absolute_url(self) -> str:
        return reverse("jobs:detail", args=[self.public_id])

    @property
    def percent(self) -> int:
        """0 to 100, rounded down, so that 100 means all."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def is_under_way(self) -> bool:
        return self.status in (Status.WAITING, Status.RUNNING)

    @property
    def is_over(self) -> bool:
        return not self.is_under_way

    @property
    def is_done(self) -> bool:
        return self.status == Status.DONE

    @property
    def can_go_on(self) -> bool:
        return self.status in (Status.STOPPED, Status.FAILED)
