"""Storing a list: exactly what was shown, in one transaction, or nothing."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from microconnect.audit.models import record
from microconnect.organisation.importing.planning import Kind, Plan, Step, plan_for
from microconnect.organisation.importing.reading import read
from microconnect.organisation.models import ImportDraft, Invitation
from microconnect.organisation.services.acting import lock_teams, require_administrator
from microconnect.organisation.services.mailing import LinkTo, deliver
from microconnect.organisation.services.memberships import Facts, add_membership, as_facts, move_person
from microconnect.people.models import Membership, User
from microconnect.periods import starts_at

_BATCH = 500


class WorldChanged(Exception):
    """What would be stored now is not what was shown."""


def store_draft(*, by: User, draft: ImportDraft, digest: str, now: datetime, link_to: LinkTo) -> Plan:
    """Store what the plan with that digest showed, and forget the draft; invitations go out after the commit.

    Raises:
        PermissionDenied: by somebody who does not administer.
        ImportDraft.DoesNotExist: it was stored already, as by the second of two clicks.
        WorldChanged: somebody or some team is not as it was; nothing is stored.
    """
    require_administrator(by)
    try:
        with transaction.atomic():
            draft = ImportDraft.objects.visible_to(by).select_for_update().get(pk=draft.pk)
            plan = _held_still(draft, by, now)
            if plan.digest != digest or not plan.is_right:
                raise WorldChanged
            invitations = _store(plan, by, now, is_inviting=draft.is_inviting)
            draft.delete()
            transaction.on_commit(lambda: deliver(invitations, link_to=link_to, by=by))
    except (IntegrityError, ValidationError) as error:  # an address or a place was taken in the same moment
        raise WorldChanged from error
    return plan


def _held_still(draft: ImportDraft, by: User, now: datetime) -> Plan:
    """The plan, made once more when nobody can change its teams and people any more."""
    lines = read(draft.text)
    before = plan_for(lines, by=by, now=now)
    steps = before.changes
    lock_teams(*(team for step in steps for team in (step.team, step.leaves and step.leaves.team) if team))
    keys = sorted({step.person.pk for step in steps if step.person})
    list(
        User.objects.get_queryset().select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").values_list("pk")
    )
    return plan_for(lines, by=by, now=now)


def _store(plan: Plan, by: User, now: datetime, *, is_inviting: bool) -> list[Invitation]:
    """Everything at once, the audit rows last; the invitations that are to be sent."""
    people, places = _add_newcomers(plan.of_kind(Kind.NEW))
    invitations = [Invitation(user=person, invited_by=by, invited_at=now) for person in people if is_inviting]
    Invitation.objects.bulk_create(invitations, batch_size=_BATCH)
    for step in plan.changes:
        if step.person is not None:
            _put(step, step.person, by, now)
    _record(people, places, by)
    return invitations


def _put(step: Step, person: User, by: User, now: datetime) -> None:
    """Somebody who is here into a team, and out of the one they leave."""
    team, day = step.place
    if step.leaves is not None:
        move_person(by=by, membership=step.leaves, team=team, role=step.role, day=day, now=now)
    else:
        add_membership(by=by, person=person, team=team, role=step.role, day=day)


def _add_newcomers(steps: list[Step]) -> tuple[list[User], list[Membership]]:
    """Everybody who is new, once, and all their teams."""
    people = {step.email: _newcomer(step) for step in steps}
    User.objects.bulk_create(people.values(), batch_size=_BATCH)
    places = [_place(step, people[step.email]) for step in steps]
    Membership.objects.bulk_create(places, batch_size=_BATCH)
    return list(people.values()), places


def _record(people: list[User], places: list[Membership], by: User) -> None:
    """One audit row a person."""
    theirs: dict[int, list[Facts]] = {}
    for place in places:
        theirs.setdefault(place.user_id, []).append(as_facts(place))
    for person in people:
        after = {"name": person.name, "email": person.email, "memberships": theirs[person.pk]}
        record(by=by, action="person_imported", target=person, before={}, after=after)


def _newcomer(step: Step) -> User:
    person = User(name=step.name, email=step.email)
    person.set_unusable_password()
    return person


def _place(step: Step, person: User) -> Membership:
    team, day = step.place
    return Membership(user=person, team=team, role=step.role, since=starts_at(team.time_zone, day))
