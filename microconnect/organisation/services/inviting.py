"""Somebody new: an account without a password, and a mail that lets them choose one."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from microconnect.audit.models import record
from microconnect.organisation.models import Invitation
from microconnect.organisation.services import rules
from microconnect.organisation.services.acting import lock_person, lock_teams, require_administrator
from microconnect.organisation.services.mailing import LinkTo, deliver
from microconnect.organisation.services.memberships import as_facts
from microconnect.organisation.services.people import refuse_taken
from microconnect.people.models import Membership, Team, User
from microconnect.periods import starts_at


def invite_person(*, by: User, name: str, email: str, team: Team | None, role: str, day: date, link_to: LinkTo) -> User:
    """Add them, in a team from that day on or, without a team, as an administrator; the mail goes out after the commit.

    `link_to` makes a whole address of a path. Whether the mail got through is said by the person's invitation.

    Raises:
        PermissionDenied: by somebody who does not administer.
        ValidationError: beside `email` or `team`, where the address is taken or the team is retired.
    """
    require_administrator(by)
    refuse_taken(email)
    try:
        with transaction.atomic():
            person = _add(by, name, email, (team, role, day) if team else None)
            invitation = Invitation.objects.create(user=person, invited_by=by)
            transaction.on_commit(lambda: deliver([invitation], link_to=link_to, by=by))
    except IntegrityError as error:  # taken in the same moment
        raise ValidationError({"email": _("Somebody is here with this address already.")}) from error
    return person


def send_again(*, by: User, person: User, link_to: LinkTo) -> Invitation:
    """Another mail with another link; links sent before open nothing any more, while no password is chosen.

    Raises:
        PermissionDenied: by somebody who does not administer.
        ValidationError: where they are in already, or have left.
    """
    require_administrator(by)
    with transaction.atomic():
        stored = lock_person(person)
        if refused := rules.why_not_active(stored):
            raise ValidationError(refused)
        if stored.last_login is not None:
            raise ValidationError(_("They have signed in already. “Forgot your password?” helps them from here."))
        if not stored.has_usable_password():
            stored.set_unusable_password()  # a link is made from it
            stored.save(update_fields=["password"])
        invitation, _is_new = Invitation.objects.update_or_create(
            user=stored, defaults={"sent_at": None, "failed_at": None}, create_defaults={"invited_by": by}
        )
        record(by=by, action="invitation_sent_again", target=stored)
        transaction.on_commit(lambda: deliver([invitation], link_to=link_to, by=by))
    return invitation


def send_waiting(*, by: User, link_to: LinkTo) -> int:
    """Send the invitations that wait, as many as the time allows; how many wait still."""
    require_administrator(by)
    waiting = Invitation.objects.waiting().select_related("user").order_by("pk")
    deliver(waiting.iterator(), link_to=link_to, by=by)
    return Invitation.objects.waiting().count()


def _add(by: User, name: str, email: str, place: tuple[Team, str, date] | None) -> User:
    if place is None:
        person = User.objects.create_user(email, name, is_administrator=True)
        record(by=by, action="person_added", target=person, before={}, after=_facts(person, None))
        return person
    team, role, day = place
    team = lock_teams(team)[team.pk]
    if refused := rules.why_not_into(team):
        raise ValidationError({"team": refused})
    person = User.objects.create_user(email, name)
    since = starts_at(team.time_zone, day)
    membership = Membership.objects.create(user=person, team=team, role=role, since=since)
    record(by=by, action="person_added", target=person, before={}, after=_facts(person, membership))
    return person


def _facts(person: User, membership: Membership | None) -> dict[str, object]:
    about = {"name": person.name, "email": person.email, "is_administrator": person.is_administrator}
    return {**about, **(as_facts(membership) if membership else {})}
