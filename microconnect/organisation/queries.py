"""Finding people, and saying where each of them is today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from microconnect.people.models import Membership, Role, User
from microconnect.text import normalise

ADMINISTRATOR = "administrator"
NO_TEAM = "none"  # no slug: teams' addresses have no team of that name without one


class State(models.TextChoices):
    ACTIVE = "active", gettext_lazy("active")
    INVITED = "invited", gettext_lazy("invited, not in yet")
    DEACTIVATED = "deactivated", gettext_lazy("deactivated")


# Nobody has to be invited: the first administrator and whoever a command added were not.
_NOT_IN_YET = Q(last_login=None) & (Q(password__startswith=UNUSABLE_PASSWORD_PREFIX) | Q(invitation__isnull=False))


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list: `where` names the teams of today, `notes` are pills (words, tone)."""

    person: User
    where: str
    notes: tuple[tuple[str, str], ...]


def found(viewer: User, wanted: dict[str, Any], now: datetime) -> QuerySet[User]:
    """The people that fit all of `wanted` (q, team, role, state: FindForm's answers), by name.

    Without a state: everybody who is here, signed in yet or not.
    """
    people: QuerySet[User] = User.objects.visible_to(viewer).order_by("name", "pk")
    if words := normalise(wanted.get("q") or "").strip():
        people = people.filter(_named(words))
    people = _in_state(people, wanted.get("state") or "")
    return _in_team(people, wanted.get("team") or "", wanted.get("role") or "", now)


def rows_of(people: Iterable[User]) -> list[PersonRow]:
    """What the list says of each; their teams come along by `with_places`."""
    return [PersonRow(person, where_is(person), tuple(_notes(person))) for person in people]


def with_places(people: QuerySet[User], now: datetime) -> QuerySet[User]:
    """Each with today's memberships and their invitation: two queries for any number of people."""
    today = Membership.objects.current(now).select_related("team").order_by("since", "pk")
    return people.select_related("invitation").prefetch_related(Prefetch("memberships", today, to_attr="places"))


def where_is(person: User) -> str:
    places = [f"{place.team}, {place.get_role_display()}" for place in getattr(person, "places", [])]
    return " · ".join(places) or _("in no team")


def state_of(person: User) -> State:
    if not person.is_active:
        return State.DEACTIVATED
    is_out = person.last_login is None and (not person.has_usable_password() or hasattr(person, "invitation"))
    return State.INVITED if is_out else State.ACTIVE


def _notes(person: User) -> Iterable[tuple[str, str]]:
    if person.is_administrator:
        yield _("administrator"), "act"
    state = state_of(person)
    invitation = getattr(person, "invitation", None)
    if state == State.INVITED:
        yield (_("not reached"), "try") if invitation and invitation.has_failed else (_("invited"), "")
    elif state == State.DEACTIVATED:
        yield _("deactivated"), ""


def _named(words: str) -> Q:
    """A name or an address with these words in it. SQLite knows capitals of a to z only, so "élodie" is tried as "Élodie" too."""
    named = Q(email__icontains=words)
    for spelling in {words, words.lower(), words.upper(), words.title()}:
        named |= Q(name__icontains=spelling)
    return named


def _in_state(people: QuerySet[User], state: str) -> QuerySet[User]:
    if state == State.DEACTIVATED:
        return people.filter(is_active=False)
    people = people.filter(is_active=True)
    if state == State.INVITED:
        return people.filter(_NOT_IN_YET)
    return people.exclude(pk__in=User.objects.get_queryset().filter(_NOT_IN_YET).values("pk")) if state else people


def _in_team(people: QuerySet[User], team: str, role: str, now: datetime) -> QuerySet[User]:
    """Role and team are those of one membership: who supervises elsewhere is no supervisor here."""
    today = Membership.objects.current(now)
    if role == ADMINISTRATOR:
        people = people.filter(is_administrator=True)
    if team == NO_TEAM:
        people = people.exclude(pk__in=today.values("user"))
    places = {}
    if role in Role.values:
        places["role"] = role
    if team and team != NO_TEAM:
        places["team__slug"] = team
    return people.filter(pk__in=today.filter(**places).values("user")) if places else people
