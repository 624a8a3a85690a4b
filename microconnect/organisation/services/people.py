"""Somebody's own particulars."""

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from microconnect.audit.models import record
from microconnect.organisation.models import Invitation
from microconnect.organisation.services.acting import lock_person, require_administrator
from microconnect.people.models import User

_FIELDS = ("name", "email")


def change_person(*, by: User, person: User, name: str, email: str) -> bool:
    """Another name, another address; False where both are as they were. The old address opens nothing any more.

    Raises:
        PermissionDenied: by somebody who does not administer.
        ValidationError: beside `email`, when the address is somebody else's.
    """
    require_administrator(by)
    refuse_taken(email, but=person)
    try:
        with transaction.atomic():
            return _change(by, lock_person(person), {"name": name, "email": email})
    except IntegrityError as error:  # taken in the same moment
        raise ValidationError({"email": _taken()}) from error


def refuse_taken(email: str, but: User | None = None) -> None:
    """Raises ValidationError beside `email` when somebody else has it, and says who."""
    owner = User.objects.get_queryset().filter(email__iexact=email).first()
    if owner is None or owner == but:
        return
    if owner.is_active:
        raise ValidationError({"email": _("%(name)s is here with this address already.") % {"name": owner}})
    raise ValidationError(
        {"email": _("%(name)s had this address and has left. Their page lets them back in.") % {"name": owner}}
    )


def _change(by: User, stored: User, wanted: dict[str, str]) -> bool:
    before = {field: getattr(stored, field) for field in _FIELDS if getattr(stored, field) != wanted[field]}
    if not before:
        return False
    for field in before:
        setattr(stored, field, wanted[field])
    stored.save(update_fields=list(before))
    if "email" in before:
        # allauth lets people in by any address it has noted down, and mails new passwords there.
        EmailAddress.objects.filter(user=stored).delete()
        Invitation.objects.filter(user=stored).update(sent_at=None, failed_at=None)
    record(
        by=by, action="person_changed", target=stored, before=before, after={field: wanted[field] for field in before}
    )
    return True


def _taken() -> str:
    return _("Somebody is here with this address already.")
