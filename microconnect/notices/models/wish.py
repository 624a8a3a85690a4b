"""Who wants notices by mail too."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MailWish(models.Model):
    """One person wants what they are told from `since` on as mail too. Without a row they do not."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_wish")
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("wish for mail")
        verbose_name_plural = _("wishes for mail")

    def __str__(self) -> str:
        return str(self.person)
