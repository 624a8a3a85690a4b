"""Who works where, from which day. Days begin at midnight of the team's own time zone.

Every verb raises PermissionDenied by somebody who does not administer, and ValidationError, beside the field to look
at, for what cannot be; what they find is held still meanwhile.
"""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from microconnect.audit.models import changes, record
from microconnect.organisation.services import rules
from microconnect.organisation.services.acting import lock_teams, require_administrator
from microconnect.people.models import Membership, Team, User
from microconnect.periods import day_in, starts_at

Facts = dict[str, str | None]


@transaction.atomic
def add_membership(*, by: User, person: User, team: Team, role: str, day: date) -> Membership:
    """Let them work in the team from that day on."""
    require_administrator(by)
    team = lock_teams(team)[team.pk]
    _refuse("person", rules.why_not_active(person))
    membership = _open(by, person, team, role, starts_at(team.time_zone, day))
    record(by=by, action="membership_added", target=person, before={}, after=as_facts(membership))
    return membership


@transaction.atomic
def move_person(*, by: User, membership: Membership, team: Team, role: str, day: date, now: datetime) -> Membership:
    """Out of one team and into another (or another role) at one midnight, that of the new team: never in both or neither.

    Moved on the very day it began, or before it has begun, the old one was a mistake and is taken back.
    """
    require_administrator(by)
    teams = lock_teams(membership.team, team)
    team = teams[team.pk]
    old = _as_stored(membership)
    _refuse("day", rules.why_not_moved(old, team, role, day, now))
    before = as_facts(old)
    at = rules.moment_of_move(old, team, day, now)
    if rules.replaces(old, day, now):
        old.delete()
    else:
        old.until = at
        old.save(update_fields=["until"])
    new = _open(by, old.user, team, role, at)
    before, after = changes(before, as_facts(new))
    record(by=by, action="membership_moved", target=old.user, before=before, after=after)
    return new


@transaction.atomic
def end_membership(*, by: User, membership: Membership, last_day: date, now: datetime) -> None:
    """Let them work there until the end of that day. A day to come may be changed until it is there."""
    require_administrator(by)
    lock_teams(membership.team)
    stored = _as_stored(membership)
    team, until = stored.team, starts_at(stored.team.time_zone, last_day + timedelta(days=1))
    if stored.until is not None and stored.until <= now:
        _refuse("last_day", _("They are not in %(team)s any more.") % {"team": team})
    if until <= stored.since:
        first = rules.said_day(team, stored.since)
        _refuse("last_day", _("They are there since %(day)s. Choose that day or a later one.") % {"day": first})
    if team.retired_at is not None and until > team.retired_at:
        _refuse("last_day", rules.why_not_into(team))
    before = as_facts(stored)
    stored.until = until
    stored.save(update_fields=["until"])
    record_end(by, stored, before)


@transaction.atomic
def withdraw_membership(*, by: User, membership: Membership, now: datetime) -> None:
    """Take back one that has not begun."""
    require_administrator(by)
    lock_teams(membership.team)
    stored = _as_stored(membership)
    if stored.since <= now:
        raise ValidationError(_("They have begun there. Say which day is their last."))
    record(by=by, action="membership_withdrawn", target=stored.user, before=as_facts(stored), after={})
    stored.delete()


def record_end(by: User, membership: Membership, before: Facts) -> None:
    """The audit row of one that ended; `before` are its facts from before."""
    before, after = changes(before, as_facts(membership))
    about = {"team": membership.team.name, "role": membership.role}
    record(by=by, action="membership_ended", target=membership.user, before=before, after=after, **about)


def as_facts(membership: Membership) -> Facts:
    """What the audit trail says about it; days as its team lives them, `until` being the first one outside."""
    zone = membership.team.time_zone
    return {
        "team": membership.team.name,
        "role": membership.role,
        "since": day_in(zone, membership.since).isoformat(),
        "until": day_in(zone, membership.until).isoformat() if membership.until else None,
    }


def _open(by: User, person: User, team: Team, role: str, since: datetime) -> Membership:
    if refused := rules.why_not_oneself(by, person, role):
        raise PermissionDenied(refused)
    _refuse("team", rules.why_not_into(team))
    _refuse("team", rules.why_not_from(team, role, since, person.memberships.filter(team=team)))
    return Membership.objects.create(user=person, team=team, role=role, since=since)


def _as_stored(membership: Membership) -> Membership:
    """As it is now that nobody else can change it."""
    found = Membership.objects.select_related("team", "user").filter(pk=membership.pk).first()
    if found is None:
        raise ValidationError(_("Somebody took this back in the meantime."))
    return found


def _refuse(field: str, sentence: str | None) -> None:
    if sentence:
        raise ValidationError({field: sentence})
