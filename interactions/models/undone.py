"""What somebody took back: its id stays taken, so that a copy that is still under way is not stored after all."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UndoneEncounter(models.Model):
    """The id of an encounter that its person took back; nothing of what it said is left."""

    public_id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("encounter taken back")
        verbose_name_plural = _("encounters taken back")

    def __str__(self) -> str:
        return str(self.public_id)
