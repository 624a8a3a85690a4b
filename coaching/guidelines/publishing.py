"""Publish the draft of the guidelines: check it, make it hold, tell people, score again."""

from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from coaching.guidelines.changes import changes_between, lines_for
from coaching.guidelines.models import GuidelineVersion
from coaching.guidelines.problems import problems_of
from coaching.guidelines.rules import Rules, rules_in, rules_of
from coaching.guidelines.services import drafting
from coaching.versions.looks import start_rescore
from coaching.versions.services import Blocked
from coaching.versions.telling import tell
from microconnect.notices.models import Kind
from microconnect.people.models import User

ROOM = "guidelines"


def publish_guidelines(
    *, by: User, draft: GuidelineVersion, edition: int, why: str, counts_from: date | None, now: datetime
) -> GuidelineVersion:
    """Make the draft hold from the next greeting on, tell everybody whom it concerns, and score again from `counts_from`.

    Raises:
        DraftGone, DraftChanged: somebody was faster.
        Blocked: an example or a tricky case comes out otherwise than it says.
    """
    with transaction.atomic():
        before = drafting.published()
        published = drafting.publish(by=by, draft=draft, edition=edition, why=why, counts_from=counts_from, now=now)
        rules = rules_in(published.pk, published.rules)
        if any(problem.blocks for problem in problems_of(published, rules, timezone.localdate(now))):
            raise Blocked
        changes = changes_between(rules_of(before) if before else Rules(None), rules)
        tell(
            by=by,
            kind=Kind.BOUNDS,
            title=_("What is in and out of bounds changed"),
            why=why,
            url=reverse("guidelines:list"),
            now=now,
            lines_for=partial(lines_for, changes),
        )
        start_rescore(by=by, room=ROOM, version=published)
    return published
