"""What guidelines and scorecards have in common: a draft that can be tried, one published version, and those before it."""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_WHY = 300


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


_V = TypeVar("_V", bound="Version")


class VersionQuerySet(models.QuerySet[_V]):
    def drafts(self) -> VersionQuerySet[_V]:
        return self.filter(status=Status.DRAFT)

    def published(self) -> VersionQuerySet[_V]:
        """The one that counts now, as a queryset of at most one."""
        return self.filter(status=Status.PUBLISHED)

    def out(self) -> VersionQuerySet[_V]:
        """All that were ever published, the newest first."""
        return self.exclude(status=Status.DRAFT).order_by("-number")


class Version(models.Model):
    """One version of a set of rules. A draft changes, one at a time; what was published never does, and stays to be read.

    `rules` is the whole of it as JSON. `edition` grows with every change of a draft, so that what somebody looked at is
    what they publish. `number` counts publications: 1, 2, 3.
    """

    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT)
    number = models.PositiveIntegerField(null=True, unique=True, editable=False)
    edition = models.PositiveIntegerField(default=1, editable=False)
    rules = models.JSONField(encoder=DjangoJSONEncoder)
    based_on = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(_("why"), max_length=LONGEST_WHY, blank=True)
    counts_from = models.DateField(
        null=True, help_text="Encounters from this day on are scored again by it; None: only those logged since."
    )

    _was: dict[str, Any] | None = None
    FROZEN: ClassVar[tuple[str, ...]] = (
        "number",
        "rules",
        "based_on_id",
        "published_at",
        "published_by_id",
        "why",
        "counts_from",
    )

    class Meta:
        abstract = True
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["status"],
                condition=Q(status__in=[Status.DRAFT, Status.PUBLISHED]),
                name="%(class)s_one_of_a_kind",
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="%(class)s_status_is_known"),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT, number=None, published_at=None)
                | Q(~Q(status=Status.DRAFT), number__isnull=False, published_at__isnull=False),
                name="%(class)s_published_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number or _("draft"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to change what was published: publishing and archiving are updates of their own, in the services."""
        was = self._was
        if was and was["status"] != Status.DRAFT and any(was[name] != self.__dict__.get(name) for name in self.FROZEN):
            raise ValidationError(_("What was published never changes. Make a draft of it."))
        super().save(*args, **kwargs)

    @property
    def is_draft(self) -> bool:
        return self.status == Status.DRAFT

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        """Remember what was stored, for `save` to hold against."""
        version = super().from_db(*args, **kwargs)
        version._was = {name: version.__dict__.get(name) for name in cls.FROZEN} | {"status": version.status}
        return version
