"""How much each practice counts, version by version."""

from __future__ import annotations

from functools import cached_property, lru_cache

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coaching.engine.scoring import Scorecard
from coaching.scorecards.storage import scorecard_from_json


class ScorecardQuerySet(models.QuerySet["ScorecardVersion"]):
    def current(self) -> ScorecardVersion:
        """The one that counts now: the newest. Versions never change, so each is read once a process."""
        return _version(self.order_by("-pk").values_list("pk", flat=True)[0])


class ScorecardVersion(models.Model):
    """One published scorecard. It never changes; a new one takes its place."""

    name = models.CharField(_("name"), max_length=80)
    rules = models.JSONField(help_text="Weights, bonus, critical and the rest: see coaching.scorecards.storage.")
    published_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ScorecardQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("scorecard")
        verbose_name_plural = _("scorecards")

    def __str__(self) -> str:
        return f"{self.name} {self.pk}"

    @cached_property
    def scorecard(self) -> Scorecard:
        return scorecard_from_json(self.rules)


@lru_cache(maxsize=8)
def _version(primary_key: int) -> ScorecardVersion:
    return ScorecardVersion.objects.get(pk=primary_key)


def clear_scorecards() -> None:
    """Forget what was read: for tests, whose databases reuse version numbers."""
    _version.cache_clear()
