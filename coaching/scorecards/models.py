"""How much each practice counts, version by version."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coaching.engine.scoring import Scorecard
from coaching.scorecards.storage import scorecard_from_json
from coaching.versions.models import Version, VersionQuerySet


class ScorecardQuerySet(VersionQuerySet["ScorecardVersion"]):
    def current(self) -> ScorecardVersion:
        """The one that counts now. What was published never changes, so each is read once a process."""
        return pinned_version(self.published().values_list("pk", flat=True)[0])


class ScorecardVersion(Version):
    """One scorecard: weights, bonus, critical and the rest, as `coaching.scorecards.storage` writes them."""

    name = models.CharField(_("name"), max_length=80)

    objects = ScorecardQuerySet.as_manager()

    FROZEN: ClassVar[tuple[str, ...]] = (*Version.FROZEN, "name")

    class Meta(Version.Meta):
        verbose_name = _("scorecard")
        verbose_name_plural = _("scorecards")

    def get_absolute_url(self) -> str:
        return reverse("scorecards:draft") if self.is_draft else reverse("scorecards:version", args=[self.number])

    @cached_property
    def scorecard(self) -> Scorecard:
        return scorecard_from_json(self.rules)


@lru_cache(maxsize=8)
def pinned_version(primary_key: int) -> ScorecardVersion:
    """One that assessments are pinned to, so it was published and stays as it is."""
    return ScorecardVersion.objects.get(pk=primary_key)


def clear_scorecards() -> None:
    """Forget what was read: for tests, whose databases reuse version numbers."""
    pinned_version.cache_clear()
