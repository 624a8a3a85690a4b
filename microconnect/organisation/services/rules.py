"""What a membership may be. Each rule answers with the sentence that refuses, or None; imports ask before they store."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from microconnect.people.models import Membership, Role, Team, User
from microconnect.periods import day_in, starts_at


def why_not_oneself(by: User, person: User, role: str) -> str | None:
    """Nobody raises their own role."""
    if by.pk == person.pk and role == Role.SUPERVISOR:
        return _("Nobody makes themselves a supervisor. Ask another administrator to do it.")
    return None


def why_not_active(person: User) -> str | None:
    if person.is_active:
        return None
    return _("%(name)s has left. Let them back in first, on their page.") % {"name": person}


def why_not_into(team: Team) -> str | None:
    """Nobody joins a team that is retired, or will be."""
    if team.retired_at is None:
        return None
    day = said_day(team, team.retired_at)
    return _("%(team)s is retired from %(day)s on, so nobody joins it.") % {"team": team, "day": day}


def why_not_from(team: Team, role: str, since: datetime, others: Iterable[Membership]) -> str | None:
    """Nobody is twice in one team in one role; `others` are the person's other memberships."""
    for other in others:
        is_same = other.team_id == team.pk and other.role == role
        if is_same and (other.until is None or other.until > since):
            words = {"team": team, "role": other.get_role_display(), "day": said_day(team, other.since)}
            if other.until is None:
                return _("They are in %(team)s as %(role)s already, from %(day)s.") % words
            words["last"] = said_day(team, other.until - timedelta(microseconds=1))
            return _("They are in %(team)s as %(role)s from %(day)s until %(last)s. Choose a day after that.") % words
    return None


def why_not_moved(membership: Membership, team: Team, role: str, day: date, now: datetime) -> str | None:
    """One moves somewhere else, out of what has not ended, and after it began; the first day counts as a correction."""
    if membership.team_id == team.pk and membership.role == role:
        return _("They are there already. Choose another team or another role.")
    at = starts_at(team.time_zone, day)
    if membership.until is not None and membership.until <= max(now, at):
        return _("They are not in %(team)s any more by then.") % {"team": membership.team}
    if at <= membership.since and not replaces(membership, day, now):
        first = said_day(membership.team, membership.since)
        return _("They are there since %(day)s. Choose that day or a later one.") % {"day": first}
    return None


def replaces(membership: Membership, day: date, now: datetime) -> bool:
    """Whether moving out of it on `day` takes it back: it was to begin later, or it began on that very day."""
    zone = membership.team.time_zone
    began_on = day_in(zone, membership.since)
    return day <= began_on if membership.since > now else day == began_on


def moment_of_move(membership: Membership, team: Team, day: date, now: datetime) -> datetime:
    """When the old one ends and the new one begins: midnight in the new team, or what is corrected was since its begin."""
    at = starts_at(team.time_zone, day)
    is_corrected = membership.since <= now and replaces(membership, day, now)
    return min(at, membership.since) if is_corrected else at


def said_day(team: Team, at: datetime) -> str:
    """The day of `at` as the team's people call it."""
    return date_format(day_in(team.time_zone, at), "j F Y")
