"""A person's memberships as their page shows them, each with its forms."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext as _

from microconnect.organisation.forms import EndMembershipForm, MoveForm
from microconnect.organisation.services.rules import said_day
from microconnect.people.models import Membership, User


@dataclass(frozen=True, slots=True)
class Place:
    """One membership: from when to when in words, and the forms that move or end it."""

    membership: Membership
    words: str
    is_over: bool
    is_to_come: bool
    move: Form
    end: Form


def places_of(
    person: User, now: datetime, *, refused: Form | None = None, refused_at: int | None = None
) -> list[Place]:
    """All of them, the newest first. `refused` is the form that came back about the membership `refused_at`."""
    memberships = person.memberships.select_related("team").order_by("-since", "-pk")
    return [_place(each, now, refused if each.pk == refused_at else None) for each in memberships]


def _place(membership: Membership, now: datetime, refused: Form | None) -> Place:
    return Place(
        membership,
        words=_words(membership, now),
        is_over=membership.until is not None and membership.until <= now,
        is_to_come=membership.since > now,
        move=refused if isinstance(refused, MoveForm) else move_form(membership),
        end=refused if isinstance(refused, EndMembershipForm) else end_form(membership),
    )


def move_form(membership: Membership, data: QueryDict | None = None) -> MoveForm:
    """Fields of two memberships on one page need ids of their own."""
    return MoveForm(data, auto_id=f"move_{membership.pk}_%s", initial={"role": membership.role})


def end_form(membership: Membership, data: QueryDict | None = None) -> EndMembershipForm:
    return EndMembershipForm(data, auto_id=f"end_{membership.pk}_%s")


def _words(membership: Membership, now: datetime) -> str:
    first = said_day(membership.team, membership.since)
    if membership.until is None:
        return (
            _("from %(first)s on") % {"first": first}
            if membership.since > now
            else _("since %(first)s") % {"first": first}
        )
    last = said_day(membership.team, membership.until - timedelta(microseconds=1))
    return _("%(first)s to %(last)s") % {"first": first, "last": last}
