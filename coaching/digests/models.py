"""Which mails about which week somebody has had."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from microconnect.notices.models import MailKind

WEEKLY = (MailKind.OWN_WEEK, MailKind.TEAMS_WEEK)


class Fate(models.TextChoices):
    """What became of it. `TAKEN` is what a sender that died, or lost its connection, leaves behind: nobody knows."""

    TAKEN = "taken", _("taken by a sender")
    SENT = "sent", _("sent")
    QUIET = "quiet", _("there was nothing to say")
    REFUSED = "refused", _("the address was refused")


class Digest(models.Model):
    """One person's mail of one kind about the week that began on the Monday `week`. The row is there before the mail."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests")
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.label) for kind in WEEKLY])
    week = models.DateField()
    fate = models.CharField(max_length=8, choices=Fate, default=Fate.TAKEN)
    taken_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("weekly mail")
        verbose_name_plural = _("weekly mails")
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "week"], name="digest_once_a_week"),
            models.CheckConstraint(condition=Q(kind__in=[kind.value for kind in WEEKLY]), name="digest_kind_is_known"),
            models.CheckConstraint(condition=Q(fate__in=Fate.values), name="digest_fate_is_known"),
            models.CheckConstraint(
                condition=Q(fate="sent", sent_at__isnull=False) | (~Q(fate="sent") & Q(sent_at=None)),
                name="digest_sent_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_kind_display()} · {self.week}"
