"""One change, as it stands in the audit trail."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from microconnect.audit.models.book import Book
from microconnect.people.models import User


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def visible_to(self, viewer: User) -> AuditQuerySet:
        """Administrators only."""
        return self if viewer.is_active and viewer.is_administrator else self.none()

    def about(self, target: models.Model) -> AuditQuerySet:
        return self.filter(target_type=target._meta.label_lower, target_id=target.pk)

    def newest_first(self) -> AuditQuerySet:
        return self.order_by("-at", "-pk")

    def older_than(self, entry: AuditEntry) -> AuditQuerySet:
        return self.filter(Q(at__lt=entry.at) | Q(at=entry.at, pk__lt=entry.pk), at__lte=entry.at)

    def newer_than(self, entry: AuditEntry) -> AuditQuerySet:
        return self.filter(Q(at__gt=entry.at) | Q(at=entry.at, pk__gt=entry.pk), at__gte=entry.at)

    def update(self, **kwargs: Any) -> int:
        raise ValidationError("The audit trail is only ever added to.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise ValidationError("The audit trail is only ever added to.")


class AuditEntry(models.Model):
    """One change. `action` is a verb in the past ("encounter_logged"); nothing in it is a customer's words or a secret.

    `before` and `after` hold the fields that changed, where it says so. `digest` is over all the rest, the digest of the entry
    before it in its book included (`microconnect.audit.chain`).
    """

    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="entries", db_index=False)
    number = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now, editable=False)
    # No index of its own: the one with the time serves as well.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    action = models.CharField(max_length=40)
    target_type = models.CharField(max_length=60)
    target_id = models.BigIntegerField()
    detail = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    objects = AuditQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="audit_target"),
            models.Index(fields=["at"], name="audit_at"),
            models.Index(fields=["target_type", "at"], name="audit_kind"),
            models.Index(fields=["actor", "at"], name="audit_actor"),
            models.Index(fields=["action", "at"], name="audit_action"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="audit_numbers_are_given_once_in_a_book"),
            models.CheckConstraint(condition=Q(number__gte=1), name="audit_numbers_begin_with_one"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.target_type} {self.target_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise ValidationError("The audit trail is only ever added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise ValidationError("The audit trail is only ever added to.")
