"""The link in each mail that ends these mails, for whoever holds the mail and without signing in (RFC 8058)."""

from django.core import signing

from coaching.digests.models import WEEKLY
from microconnect.notices.models import MailKind, MailWish
from microconnect.people.models import User

_SALT = "coaching.digests.stop"


def stop_token(person: User, kind: MailKind) -> str:
    """Names the person and the kind of mail; it is good for ever, as old mails lie around for long."""
    return signing.Signer(salt=_SALT).sign_object([person.pk, kind.value])


def read_token(token: str) -> tuple[int, MailKind] | None:
    """Whose mails of which kind; None where we did not sign it."""
    try:
        person, kind = signing.Signer(salt=_SALT).unsign_object(token)
    except signing.BadSignature:
        return None
    return (person, MailKind(kind)) if kind in WEEKLY else None


def stop(person: int, kind: MailKind) -> None:
    """No more of them; once stopped, stopping changes nothing."""
    MailWish.objects.filter(person=person, kind=kind).delete()
