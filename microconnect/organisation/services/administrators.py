"""Who administers, and who may sign in at all. There is always somebody left who can.

Each of these verbs holds all administrators still and looks whether the actor is one of them, and somebody else than
the person. The actor stays one, so one is left, also when two of them act on each other in the same moment.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from microconnect.audit.models import record
from microconnect.organisation.access import SENTENCE
from microconnect.organisation.services.acting import lock_person
from microconnect.people.models import User


@transaction.atomic
def make_administrator(*, by: User, person: User) -> bool:
    """Let them look after everything; False where they do so already.

    Raises:
        PermissionDenied: by somebody who is none (any more), or for oneself.
    """
    return _set(by, person, "administrator_made", is_administrator=True)


@transaction.atomic
def unmake_administrator(*, by: User, person: User) -> bool:
    """Take that back; False where they are none. Their teams stay. Raises PermissionDenied as above."""
    return _set(by, person, "administrator_unmade", is_administrator=False)


@transaction.atomic
def deactivate(*, by: User, person: User, now: datetime) -> bool:
    """Close the account and end its sessions; what they logged stays. False where that was done already.

    Raises:
        PermissionDenied: by somebody who is no administrator (any more), or of oneself.
    """
    return _set(by, person, "person_deactivated", {"sessions_ended_at": now}, is_active=False)


@transaction.atomic
def reactivate(*, by: User, person: User) -> bool:
    """Let them sign in again, with the password they had. False where they may. Raises PermissionDenied as above."""
    return _set(by, person, "person_reactivated", is_active=True)


def _set(by: User, person: User, action: str, also: dict[str, datetime] | None = None, **flag: bool) -> bool:
    _hold_administrators(by, person)
    stored = lock_person(person)
    (name, value), *_rest = flag.items()
    if getattr(stored, name) == value:
        return False
    for field, new in {**flag, **(also or {})}.items():
        setattr(stored, field, new)
        setattr(person, field, new)
    stored.save(update_fields=[*flag, *(also or {})])
    record(by=by, action=action, target=stored, before={name: not value}, after=flag)
    return True


def _hold_administrators(by: User, person: User) -> None:
    administrators = User.objects.get_queryset().select_for_update(no_key=True)
    still = list(
        administrators.filter(is_administrator=True, is_active=True).order_by("pk").values_list("pk", flat=True)
    )
    if by.pk not in still:
        raise PermissionDenied(SENTENCE)
    if by.pk == person.pk:
        raise PermissionDenied(
            _("Nobody changes this for themselves, so that an administrator is always left. Ask another one to do it.")
        )
