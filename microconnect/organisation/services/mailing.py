"""Invitations on their way out: each at most once, and none waits for ever on a mail server that does not answer."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

import structlog
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from microconnect.organisation.models import Invitation
from microconnect.people.models import User

log = structlog.get_logger(__name__)

SECONDS_AT_ONCE = 12  # the rest waits for the next click: a worker is given up after 30
_A_DAY = 24 * 60 * 60

LinkTo = Callable[[str], str]  # a path -> the whole address that a mail can carry


def deliver(invitations: Iterable[Invitation], *, link_to: LinkTo, by: User) -> None:
    """Send what is waiting of these, after the commit that made them; say on each whether it went out.

    A server that cannot be reached fails all of them at once. What the time does not suffice for stays waiting.
    """
    give_up_at = time.monotonic() + SECONDS_AT_ONCE
    is_reachable = True
    with _connected() as connection:
        for invitation in invitations:
            if time.monotonic() > give_up_at:
                return
            if Invitation.objects.claim(invitation.pk, timezone.now()):
                is_reachable = is_reachable and _opened(connection)
                _send(invitation, connection if is_reachable else None, link_to, by)


def _send(invitation: Invitation, connection: BaseEmailBackend | None, link_to: LinkTo, by: User) -> None:
    try:
        if connection is None:
            raise ConnectionError("The mail server cannot be reached.")
        _mail_to(invitation.user, connection, link_to, by).send()
    except OSError as error:  # smtplib's own errors are among them
        log.warning("invitation_failed", person=invitation.user_id, error=str(error))
        Invitation.objects.filter(pk=invitation.pk).update(sent_at=None, failed_at=timezone.now())
        with suppress(OSError):
            if connection is not None:
                connection.close()


def _mail_to(user: User, connection: BaseEmailBackend, link_to: LinkTo, by: User) -> EmailMessage:
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    context = {
        "user": user,
        "by": by,
        "team": user.memberships.select_related("team").order_by("since", "pk").first(),
        "link": link_to(reverse("account_reset_password_from_key", kwargs=key)),
        "days": settings.PASSWORD_RESET_TIMEOUT // _A_DAY,
    }
    subject = " ".join(render_to_string("organisation/mail/invitation_subject.txt", context).split())
    body = render_to_string("organisation/mail/invitation.txt", context)
    return EmailMessage(subject, body, to=[user.email], connection=connection)


def _opened(connection: BaseEmailBackend) -> bool:
    try:
        connection.open()
    except OSError as error:
        log.warning("mail_server_out_of_reach", error=str(error))
        return False
    return True


@contextmanager
def _connected() -> Iterator[BaseEmailBackend]:
    connection = get_connection()
    try:
        yield connection
    finally:
        with suppress(OSError):
            connection.close()
