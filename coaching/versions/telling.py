"""Tell the people concerned what a publication changes for them: each the lines that hold where they work."""

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from microconnect.notices.models import Kind
from microconnect.notices.services import notify
from microconnect.people.models import Membership, User

MOST_LINES = 8


def tell(
    *,
    by: User | None,
    kind: Kind,
    title: str,
    why: str,
    url: str,
    now: datetime,
    lines_for: Callable[[Collection[int]], list[str]],
) -> int:
    """One notice for each active member of a team whom some of the lines concern, but for who published; returns how many.

    Args:
        lines_for: what there is to say to somebody in these teams.
    """
    teams: dict[int, set[int]] = defaultdict(set)
    members = Membership.objects.current(now).filter(user__is_active=True).exclude(user=by)
    for person, team in members.values_list("user", "team"):
        teams[person].add(team)
    # By teams first: a chain has thousands of people and a few hundred ways to be in its teams.
    said = {theirs: _body(lines_for(theirs), why) for theirs in set(map(frozenset, teams.values()))}
    bodies = {person: body for person, theirs in teams.items() if (body := said[frozenset(theirs)])}
    people = User.objects.get_queryset().filter(pk__in=bodies)
    return notify(people=people, kind=kind, title=title, body_of=lambda user: bodies[user.pk], url=url, now=now)


def _body(lines: list[str], why: str) -> str:
    """Nothing where there is nothing to say."""
    if not lines:
        return ""
    more = len(lines) - MOST_LINES
    shown = lines[:MOST_LINES]
    if more > 0:
        shown.append(ngettext("And %(n)d more.", "And %(n)d more.", more) % {"n": more})
    return "\n".join([*shown, _("Why: %(why)s") % {"why": why}])
