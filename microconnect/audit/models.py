"""What was done, by whom and when: rows are added in the transaction of the change and never altered."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from microconnect.people.models import User


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def visible_to(self, viewer: User) -> AuditQuerySet:
        """Administrators only."""
        return self if viewer.is_active and viewer.is_administrator else self.none()

    def about(self, target: models.Model) -> AuditQuerySet:
        return self.filter(target_type=target._meta.label_lower, target_id=target.pk)

    def update(self, **kwargs: Any) -> int:
        raise ValidationError("The audit trail is only ever added to.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise ValidationError("The audit trail is only ever added to.")


class AuditEntry(models.Model):
    """One change. `action` is a verb in the past ("encounter_logged"); `detail` is small and holds no customer's words."""

    at = models.DateTimeField(default=timezone.now, editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=40)
    target_type = models.CharField(max_length=60)
    target_id = models.BigIntegerField()
    detail = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = AuditQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["target_type", "target_id"], name="audit_target")]

    def __str__(self) -> str:
        return f"{self.action} {self.target_type} {self.target_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise ValidationError("The audit trail is only ever added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise ValidationError("The audit trail is only ever added to.")


def record(*, by: User | None, action: str, target: models.Model, **detail: Any) -> AuditEntry:
    """Add one row about `target`. Call it inside the transaction that makes the change."""
    return AuditEntry.objects.create(
        actor=by, action=action, target_type=target._meta.label_lower, target_id=target.pk, detail=detail
    )
