"""The key under which a device keeps what one person has logged and not sent yet."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from microconnect.people.models import User

KEY_BYTES = 32  # AES-256


def _new_secret() -> str:
    return urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


class OutboxKeyManager(models.Manager["OutboxKey"]):
    def secret_of(self, person: User) -> str:
        """The person's key, base64url; made at the first call, the same ever after."""
        return self.get_or_create(person=person)[0].secret


class OutboxKey(models.Model):
    """One person's key. A device is told it while they are signed in there, and forgets it when they sign out."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    secret = models.CharField(max_length=64, default=_new_secret, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OutboxKeyManager()

    class Meta:
        verbose_name = _("outbox key")
        verbose_name_plural = _("outbox keys")

    def __str__(self) -> str:
        return str(self.person)
