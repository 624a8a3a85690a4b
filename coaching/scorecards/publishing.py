"""Publish the draft of the scorecard: check it, let it count, tell people, score again."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from coaching.scorecards.changes import changes_between
from coaching.scorecards.checking import problems_in
from coaching.scorecards.models import ScorecardVersion
from coaching.scorecards.services import drafting
from coaching.scorecards.storage import flat
from coaching.versions.looks import start_rescore
from coaching.versions.services import Blocked
from coaching.versions.telling import tell
from microconnect.audit.models import changes, record
from microconnect.notices.models import Kind
from microconnect.people.models import User

ROOM = "scorecards"


def publish_scorecard(
    *, by: User, draft: ScorecardVersion, edition: int, why: str, counts_from: date | None, now: datetime
) -> ScorecardVersion:
    """Weigh by the draft from the next encounter on, tell everybody in a team, and score again from `counts_from`.

    Raises:
        DraftGone, DraftChanged: somebody was faster.
        Blocked: by this scorecard nothing could be scored, or it contradicts itself.
    """
    with transaction.atomic():
        before = drafting.published()
        published = drafting.publish(by=by, draft=draft, edition=edition, why=why, counts_from=counts_from, now=now)
        if any(problem.blocks for problem in problems_in(published.scorecard)):
            raise Blocked
        was, becomes = changes(flat(before.rules) if before else {}, flat(published.rules))
        record(by=by, action="scorecard_replaced", target=published, before=was, after=becomes)
        lines = changes_between(before.scorecard, published.scorecard) if before else []

        def for_everybody(teams: Collection[int]) -> list[str]:
            return lines

        tell(
            by=by,
            kind=Kind.SCORES,
            title=_("How much each practice counts changed"),
            why=why,
            url=reverse("practices"),
            now=now,
            lines_for=for_everybody,
        )
        start_rescore(by=by, room=ROOM, version=published)
    return published
