"""A list of people between its upload and the click that stores it."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from microconnect.people.models import User

_KEPT = timedelta(hours=24)


class ImportDraftQuerySet(models.QuerySet["ImportDraft"]):
    def visible_to(self, viewer: User) -> ImportDraftQuerySet:
        """One's own, while one administers."""
        return self.filter(made_by=viewer) if viewer.is_active and viewer.is_administrator else self.none()

    def forget_old(self) -> None:
        """A list of people is no thing to leave lying around."""
        self.filter(made_at__lt=timezone.now() - _KEPT).delete()


class ImportDraft(models.Model):
    """The text of a list as it was uploaded or pasted. What it would do is worked out anew each time it is shown."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    text = models.TextField()
    is_old_excel = models.BooleanField(default=False)  # read as cp1252: its accents want a look
    is_inviting = models.BooleanField(default=False)

    objects = ImportDraftQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.public_id)
