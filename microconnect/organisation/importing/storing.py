"""Storing a list: exactly what was shown, in one transaction, or nothing."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from microconnect.audit.models import changes, record_many
from microconnect.organisation.importing.planning import Kind, Plan, Step, plan_for
from microconnect.organisation.importing.reading import read
from microconnect.organisation.models import ImportDraft, Invitation
from microconnect.organisation.services import rules
from microconnect.organisation.services.acting import lock_teams, require_administrator
from microconnect.organisation.services.mailing import LinkTo, deliver
from microconnect.organisation.services.memberships import Facts, as_facts
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
    expected = plan_for(read(draft.text), by=by, now=now)  # before anybody has to wait for us
    try:
        with transaction.atomic():
            draft = ImportDraft.objects.visible_to(by).select_for_update().get(pk=draft.pk)
            _hold_still(expected)
            plan = plan_for(read(draft.text), by=by, now=now)
            if plan.digest != digest or not plan.is_right:
                raise WorldChanged
            invitations = _store(plan, by, now, is_inviting=draft.is_inviting)
            draft.delete()
            transaction.on_commit(lambda: deliver(invitations, link_to=link_to, by=by))
    except (IntegrityError, ValidationError) as error:  # an address or a place was taken in the same moment
        raise WorldChanged from error
    return plan


def _hold_still(plan: Plan) -> None:
    """Let nobody change the teams and people that the plan changes; the plan is made once more after this."""
    steps = plan.changes
    lock_teams(*(team for step in steps for team in (step.team, step.leaves and step.leaves.team) if team))
    keys = sorted({step.person.pk for step in steps if step.person})
    list(
        User.objects.get_queryset().select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").values_list("pk")
    )


def _store(plan: Plan, by: User, now: datetime, *, is_inviting: bool) -> list[Invitation]:
    """All at once, in few statements and the audit rows last; returns the invitations that are to be sent.

    The plan was made by the same rules as single moves, and nothing that it looked at can change any more.
    """
    newcomers = _add_newcomers(plan.of_kind(Kind.NEW))
    invitations = [Invitation(user=person, invited_by=by, invited_at=now) for person in newcomers if is_inviting]
    Invitation.objects.bulk_create(invitations, batch_size=_BATCH)
    moved = _move(plan.of_kind(Kind.MOVES), now)
    joined = [(step.person, _place(step, step.person)) for step in plan.of_kind(Kind.JOINS) if step.person]
    Membership.objects.bulk_create([place for _person, place in joined], batch_size=_BATCH)
    record_many(by=by, action="person_imported", told=[(person, {}, facts) for person, facts in newcomers.items()])
    record_many(by=by, action="membership_moved", told=moved)
    record_many(by=by, action="membership_added", told=[(person, {}, as_facts(place)) for person, place in joined])
    return invitations


def _add_newcomers(steps: list[Step]) -> dict[User, dict[str, Any]]:
    """Everybody who is new, once, with all their teams; and what the audit trail says of each."""
    people = {step.email: _newcomer(step) for step in steps}
    User.objects.bulk_create(people.values(), batch_size=_BATCH)
    places = [_place(step, people[step.email]) for step in steps]
    Membership.objects.bulk_create(places, batch_size=_BATCH)
    told: dict[User, dict[str, Any]] = {
        person: {"name": person.name, "email": person.email, "teams": []} for person in people.values()
    }
    for place in places:
        told[place.user]["teams"].append(_in_words(place))
    return told


def _move(steps: list[Step], now: datetime) -> list[tuple[User, Facts, Facts]]:
    """Out of one team and into another, as `move_person` does it; and what the audit trail says of each."""
    ended, mistaken, opened, told = [], [], [], []
    for step in steps:
        team, day = step.place
        if step.person is None or step.leaves is None:
            raise ValueError(f"Line {step.line.number} moves nobody.")
        old, before = step.leaves, as_facts(step.leaves)
        at = rules.moment_of_move(old, team, day, now)
        if rules.replaces(old, day, now):
            mistaken.append(old.pk)
        else:
            old.until = at
            ended.append(old)
        new = Membership(user=step.person, team=team, role=step.role, since=at)
        opened.append(new)
        told.append((step.person, *changes(before, as_facts(new))))
    Membership.objects.filter(pk__in=mistaken).delete()
    Membership.objects.bulk_update(ended, ["until"], batch_size=_BATCH)
    Membership.objects.bulk_create(opened, batch_size=_BATCH)
    return told


def _newcomer(step: Step) -> User:
    person = User(name=step.name, email=step.email)
    person.set_unusable_password()
    return person


def _place(step: Step, person: User) -> Membership:
    team, day = step.place
    return Membership(user=person, team=team, role=step.role, since=starts_at(team.time_zone, day))


def _in_words(place: Membership) -> str:
    facts = as_facts(place)
    return f"{facts['team']}, {facts['role']}, {facts['since']}"
