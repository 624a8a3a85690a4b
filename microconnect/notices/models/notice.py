"""A notice: what one person is told once, in plain words."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from microconnect.notices.models.wish import MailKind
from microconnect.people.models import User

SHOWN_DAYS = 14  # after that it is no news; it stays at /notices/
MAILED_DAYS = 3  # a mail server that is away longer does not bring what everybody has read meanwhile


class Kind(models.TextChoices):
    """What it is about; the link to more is called after it."""

    BOUNDS = "bounds", gettext_lazy("what is in bounds")
    SCORES = "scores", gettext_lazy("how scoring works")
    HOUSE = "house", gettext_lazy("the house")


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, viewer: User) -> NoticeQuerySet:
        """One's own, and nobody else's: not an administrator's business either."""
        return self.filter(person=viewer) if viewer.is_active else self.none()

    def news(self, now: datetime) -> NoticeQuerySet:
        """Those that nobody has said “Got it” to, while they are new; the newest first."""
        return self.filter(seen_at=None, made_at__gte=now - timedelta(days=SHOWN_DAYS)).order_by("-made_at", "-pk")

    def to_mail(self, now: datetime) -> NoticeQuerySet:
        """Those of people who wanted mail when they were told, and still do."""
        return self.filter(
            mailed_at=None,
            made_at__gte=now - timedelta(days=MAILED_DAYS),
            person__is_active=True,
            person__mail_wishes__kind=MailKind.NOTICES,
            person__mail_wishes__since__lte=F("made_at"),
        )


class Notice(models.Model):
    """What one person is told: a title, a few lines of plain text, and where to read more."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=120)
    body = models.TextField(blank=True, help_text="Plain text; each line is shown as a line.")
    url = models.CharField(max_length=200, help_text="Where to read more: a path of ours.")
    made_at = models.DateTimeField(default=timezone.now)
    shown_on = models.DateField(null=True, blank=True, help_text="The last day on which a page showed it as new.")
    seen_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True, help_text="When a sender took it; see mailing.py.")
    mailing = models.UUIDField(null=True, blank=True, help_text="The mail in which it went out.")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = gettext_lazy("notice")
        verbose_name_plural = gettext_lazy("notices")
        indexes = [
            models.Index(fields=["person", "-made_at"], name="notice_person_time"),
            models.Index(fields=["person"], condition=Q(seen_at=None), name="notice_unseen"),
            models.Index(fields=["made_at"], condition=Q(mailed_at=None), name="notice_not_mailed"),
            models.Index(fields=["mailing"], condition=Q(mailing__isnull=False), name="notice_mailing"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="notice_kind_is_known"),
            models.CheckConstraint(
                condition=Q(url__startswith="/") & ~Q(url__startswith="//"), name="notice_leads_into_the_house"
            ),
            models.CheckConstraint(
                condition=Q(mailed_at=None, mailing=None) | Q(mailed_at__isnull=False, mailing__isnull=False),
                name="notice_mailed_in_a_mailing",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def link_label(self) -> str:
        """What the link to `url` is called."""
        return {
            Kind.BOUNDS: _("See what is in bounds"),
            Kind.SCORES: _("See how scoring works"),
            Kind.HOUSE: _("Read more"),
        }[Kind(self.kind)]
