"""Notices by mail: one mail for each person and turn, and no notice in two mails.

A notice is taken before its mail is sent, by an UPDATE that only one sender can win. So nobody gets it twice, whatever
runs beside us. The price: where this process dies, or the connection breaks, between the two, nobody knows whether that
one mail went out, and it is not sent again; the notice is in the house all the same. A server that cannot be reached, or
that says no, is asked again at the next turn, for three days; an address that it refuses for good is not.
"""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils.translation import ngettext

from microconnect.mail_answers import is_nobody_there, was_refused
from microconnect.notices.models import Notice

log = structlog.get_logger(__name__)


def send_notice_mails(*, now: datetime, is_over: Callable[[], bool] = lambda: False) -> int:
    """Send what waits; returns how many mails went out. A mail server in trouble is logged, and no error of ours."""
    people = list(Notice.objects.to_mail(now).order_by("person").values_list("person", flat=True).distinct())
    if not people:
        return 0
    post = get_connection()
    try:
        post.open()
        return _send_to_each(people, post, now, is_over)
    except OSError as error:  # SMTPException is one, too
        log.warning("notices_put_off", error=str(error))
        return 0
    finally:
        post.close()


def _send_to_each(people: Sequence[int], post: Any, now: datetime, is_over: Callable[[], bool]) -> int:
    sent = 0
    for person in people:
        if is_over():
            break
        notices = take(person, now)
        if not notices:
            continue
        try:
            post.send_messages([_mail_about(notices)])
        except OSError as error:
            log.warning("notices_not_sent", error=str(error), mailing=str(notices[0].mailing))
            if not was_refused(error):
                break  # the connection is gone, and whether the mail is nobody knows
            if not is_nobody_there(error):
                give_back(notices)
        else:
            sent += 1
    return sent


def take(person: int, now: datetime) -> list[Notice]:
    """What waits for one person, so that nobody else sends it; empty where somebody else has taken it.

    The condition stands in the UPDATE itself, and not in a subquery: PostgreSQL looks at it again when it has waited.
    """
    mailing = uuid.uuid4()
    waiting = list(Notice.objects.to_mail(now).filter(person=person).values_list("pk", flat=True))
    Notice.objects.filter(pk__in=waiting, mailed_at=None).update(mailed_at=now, mailing=mailing)
    return list(Notice.objects.filter(mailing=mailing).select_related("person").order_by("made_at", "pk"))


def give_back(notices: Sequence[Notice]) -> None:
    Notice.objects.filter(mailing=notices[0].mailing).update(mailed_at=None, mailing=None)


def _mail_about(notices: Sequence[Notice]) -> EmailMultiAlternatives:
    person = notices[0].person
    context = {"person": person, "notices": notices, "house": settings.PUBLIC_URL.rstrip("/")}
    message = EmailMultiAlternatives(
        subject=_subject(notices), body=render_to_string("notices/mail.txt", context), to=[person.email]
    )
    message.attach_alternative(render_to_string("notices/mail.html", context), "text/html")
    return message


def _subject(notices: Sequence[Notice]) -> str:
    """One line, whatever is in the title."""
    several = ngettext("%(n)d thing changed", "%(n)d things changed", len(notices)) % {"n": len(notices)}
    return " ".join(notices[0].title.split()) if len(notices) == 1 else several
