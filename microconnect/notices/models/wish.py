"""Which mails somebody wants."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MailKind(models.TextChoices):
    """The mails there are; nobody gets one without having asked for it."""

    NOTICES = "notices", _("what changed")
    OWN_WEEK = "own", _("your own week")
    TEAMS_WEEK = "teams", _("your teams’ week")


class MailWish(models.Model):
    """One person wants mails of one kind, from `since` on. Without a row they do not."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_wishes")
    kind = models.CharField(max_length=8, choices=MailKind, default=MailKind.NOTICES)
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("wish for mail")
        verbose_name_plural = _("wishes for mail")
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="mail_wish_once_for_each_kind"),
            models.CheckConstraint(condition=Q(kind__in=MailKind.values), name="mail_wish_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_kind_display()}"
