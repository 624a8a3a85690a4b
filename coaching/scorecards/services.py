"""Change the draft of the scorecard. `drafting` begins one, publishes it, throws it away."""

from typing import Any

from django.db import transaction

from coaching.engine.scoring import Scorecard
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.storage import flat, scorecard_to_json
from coaching.versions.services import Drafting
from microconnect.audit.models import AuditEntry, changes, record
from microconnect.people.models import User

_CHANGED = "scorecard_changed"


def _fill(draft: ScorecardVersion, published: ScorecardVersion | None) -> None:
    """The rules are copied already; the name comes along."""
    if published is not None:
        draft.name = published.name
        draft.save(update_fields=["name"])


def _compiled(draft: ScorecardVersion) -> dict[str, Any]:
    """As it is stored by now: what the caller holds may have been read a moment earlier."""
    rules: dict[str, Any] = ScorecardVersion.objects.values_list("rules", flat=True).get(pk=draft.pk)
    return rules


drafting = Drafting(ScorecardVersion, noun="scorecard", fill=_fill, compiled=_compiled)


def save_draft(*, by: User, draft: ScorecardVersion, edition: int, name: str, scorecard: Scorecard) -> None:
    """Store what the draft is to say now.

    Raises:
        DraftGone: it was published or thrown away meanwhile.
        DraftChanged: somebody saved it since this `edition`.
    """
    with transaction.atomic():
        drafting.touch(draft, edition=edition)
        mine = ScorecardVersion.objects.filter(pk=draft.pk)
        stored = mine.get()
        rules = scorecard_to_json(scorecard)
        before, after = changes(flat({"name": stored.name, **stored.rules}), flat({"name": name, **rules}))
        if after:
            mine.update(name=name, rules=rules)
            record(by=by, action=_CHANGED, target=draft, before=before, after=after)


def last_saved_by(draft: ScorecardVersion) -> User | None:
    """Who changed the draft last; None where nobody did since it was begun."""
    entry = AuditEntry.objects.about(draft).filter(action=_CHANGED).select_related("actor").order_by("-pk").first()
    return entry.actor if entry else None
