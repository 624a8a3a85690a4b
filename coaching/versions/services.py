"""Begin a draft, change it, publish it, throw it away: the same for guidelines and for scorecards."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from coaching.versions import turns
from coaching.versions.models import Status, Version
from microconnect.audit.models import record
from microconnect.people.models import User

V = TypeVar("V", bound=Version)


class DraftGone(Exception):
    """The draft was published or thrown away meanwhile."""


class DraftChanged(Exception):
    """Somebody changed the draft since it was looked at."""


class Blocked(Exception):
    """Something in the draft has to be mended before it is published."""


class Drafting(Generic[V]):
    """The verbs of one kind of version.

    Args:
        model: GuidelineVersion or ScorecardVersion.
        noun: begins the audit's actions ("guidelines_published").
        fill: copies what a new draft starts from: (draft, the published version or None).
        compiled: the draft's rules as JSON, at the moment of publishing.
    """

    def __init__(
        self,
        model: type[V],
        *,
        noun: str,
        fill: Callable[[V, V | None], None],
        compiled: Callable[[V], Any],
    ) -> None:
        self.model = model
        self.noun = noun
        self._fill = fill
        self._compiled = compiled

    def draft(self) -> V | None:
        return self.model._default_manager.filter(status=Status.DRAFT).first()

    def published(self) -> V | None:
        return self.model._default_manager.filter(status=Status.PUBLISHED).first()

    def begin(self, *, by: User | None) -> V:
        """The draft there is, or a new one that starts from what is published. Two beginning at once get the same one."""
        try:
            with transaction.atomic():
                return self.draft() or self._begin(by)
        except IntegrityError:
            return self.model._default_manager.get(status=Status.DRAFT)

    def _begin(self, by: User | None) -> V:
        published = self.published()
        draft = self.model(based_on=published, made_by=by, rules=published.rules if published else [])
        draft.save()
        self._fill(draft, published)
        record(by=by, action=f"{self.noun}_draft_begun", target=draft, based_on=published and published.number)
        return draft

    def touch(self, draft: V, *, edition: int | None = None) -> None:
        """Count a change of the draft, and hold it until the transaction ends. Call it first, inside the transaction.

        Raises:
            DraftGone: it is no longer a draft.
            DraftChanged: it is not the `edition` any more that the change was made to.
        """
        mine = self.model._default_manager.filter(pk=draft.pk, status=Status.DRAFT)
        if edition is not None:
            if not mine.filter(edition=edition).update(edition=F("edition") + 1):
                raise DraftChanged if mine.exists() else DraftGone
        elif not mine.update(edition=F("edition") + 1):
            raise DraftGone

    def publish(
        self, *, by: User | None, draft: V, edition: int, why: str, counts_from: date | None, now: datetime
    ) -> V:
        """Make the draft the version that counts. Of two publishing at once, one does and the other is told.

        Raises:
            DraftGone: somebody published it, or threw it away.
            DraftChanged: it is not the `edition` any more that was looked at.
        """
        with transaction.atomic():
            turns.publishing()
            mine = self.model._default_manager.filter(pk=draft.pk, status=Status.DRAFT)
            if not mine.filter(edition=edition).update(edition=F("edition") + 1):
                raise DraftChanged if mine.exists() else DraftGone
            before = self.published()
            self.model._default_manager.filter(status=Status.PUBLISHED).update(status=Status.ARCHIVED)
            mine.update(
                status=Status.PUBLISHED,
                number=(self.model._default_manager.aggregate(Max("number"))["number__max"] or 0) + 1,
                rules=self._compiled(draft),
                published_at=now,
                published_by=by,
                why=why,
                counts_from=counts_from,
            )
            published = self.model._default_manager.get(pk=draft.pk)
            record(
                by=by,
                action=f"{self.noun}_published",
                target=published,
                number=published.number,
                why=why,
                counts_from=counts_from,
                instead_of=before and before.number,
            )
        return published

    def discard(self, *, by: User, draft: V) -> None:
        """Throw the draft away; what is published stays as it is. Twice changes nothing."""
        with transaction.atomic():
            mine = self.model._default_manager.filter(pk=draft.pk, status=Status.DRAFT)
            if mine.exists():
                record(by=by, action=f"{self.noun}_draft_discarded", target=draft)
                mine.delete()
