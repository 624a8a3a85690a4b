"""Weekly mails, each once and never twice, whatever runs beside us and wherever we are ended.

The row of `Digest` is written and committed before its mail is handed over, and only one sender can write it. From then on:

- the server took the mail: the row says sent;
- the server said no, so that nothing can have gone out: the row goes, and the next turn tries again, for three days;
- the server refuses the address for good: the row says so, and that week is not tried again;
- anything else (we are killed, the connection breaks, no answer comes in time): the mail may have gone out, and nobody
  can find out. The row stays as it was taken, and that one mail is not sent again. Its words are on the person's pages.

A mail is made before its row is written, and a connection opened, so that only the handing over lies in between.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.core.mail import EmailMessage, get_connection
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Prefetch, QuerySet

from coaching.digests.mails import digest_for, mail_for
from coaching.digests.models import WEEKLY, Digest, Fate
from coaching.digests.teams import teams_of
from coaching.digests.weeks import Turn, turn_for, turn_of
from microconnect.mail_answers import is_nobody_there, was_refused
from microconnect.notices.models import MailKind, MailWish
from microconnect.people.models import Membership, Team, User

log = structlog.get_logger(__name__)

AT_ONCE = 200  # people looked at together
MAILS_A_CONNECTION = 50  # many servers close theirs after a hundred
KEPT_WEEKS = 13


@dataclass(frozen=True, slots=True)
class Due:
    """A mail that somebody is to get now."""

    wish: MailWish
    kind: MailKind
    turn: Turn
    teams: Sequence[Team]

    @property
    def person(self) -> User:
        return self.wish.person


def send_digest_mails(
    *,
    now: datetime,
    is_over: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """Send what is due; returns how many mails went out. A mail server in trouble is logged, and no error of ours."""
    wishes, post, sent, done = _wishes(now), _Post(), 0, 0
    total = wishes.count()
    try:
        for batch in _batches(wishes):
            for due in _due(batch, now):
                if is_over():
                    return sent
                sent += _send(due, post, now)
            done += len(batch)
            on_progress(done, total)
    except _OutOfReachError as trouble:
        log.warning("digests_put_off", error=str(trouble))
    finally:
        post.close()
    if sent:
        Digest.objects.filter(week__lt=now.date() - timedelta(weeks=KEPT_WEEKS)).delete()
    return sent


def take(person: User, kind: MailKind, turn: Turn, now: datetime, fate: Fate = Fate.TAKEN) -> Digest | None:
    """The row that lets its one holder send this mail; None where somebody else has it."""
    try:
        with transaction.atomic():
            return Digest.objects.create(person=person, kind=kind, week=turn.week.start, fate=fate, taken_at=now)
    except IntegrityError:
        return None


def _wishes(now: datetime) -> QuerySet[MailWish]:
    memberships = Membership.objects.current(now).select_related("team").order_by("since", "pk")
    return (
        MailWish.objects.filter(kind__in=WEEKLY, since__lte=now, person__is_active=True)
        .exclude(person__email="")
        .select_related("person")
        .prefetch_related(Prefetch("person__memberships", memberships, to_attr="memberships_now"))
        .order_by("pk")
    )


def _batches(wishes: QuerySet[MailWish]) -> Iterator[list[MailWish]]:
    last = 0
    while batch := list(wishes.filter(pk__gt=last)[:AT_ONCE]):
        yield batch
        last = batch[-1].pk


def _due(batch: Sequence[MailWish], now: datetime) -> Iterator[Due]:
    """Those of the batch whose Monday morning has come, who wanted it by then, and who have not had it."""
    people = {wish.person_id for wish in batch}
    rows = Digest.objects.filter(person__in=people, week__gte=now.date() - timedelta(weeks=2))
    had = set(rows.values_list("person", "kind", "week"))
    for wish in batch:
        turn = turn_of(wish.person.time_zone, now)
        if not turn.has_come(now) or (wish.person_id, wish.kind, turn.week.start) in had:
            continue
        kind = MailKind(wish.kind)
        teams = teams_of(wish.person, now) if kind == MailKind.TEAMS_WEEK else []
        turn = turn_for(wish.person, kind, now, teams)
        if turn.has_come(now) and wish.since <= turn.from_at:
            yield Due(wish, kind, turn, teams)


def _send(due: Due, post: "_Post", now: datetime) -> bool:
    mail = _made(due, now)
    if mail is None:
        return False
    post.open()
    if not MailWish.objects.filter(pk=due.wish.pk, person__is_active=True).exists():
        return False  # stopped, or gone, since the batch was read
    taken = take(due.person, due.kind, due.turn, now)
    if taken is None:
        return False
    try:
        post.send(mail)
    except OSError as error:
        log.warning("digest_not_sent", error=str(error), digest=taken.pk)
        _settle(taken, error)
        return False
    _note(taken, Fate.SENT, now)
    return True


def _made(due: Due, now: datetime) -> EmailMessage | None:
    """The mail, ready to go; None where there is nothing to say, which is noted. One that fails holds up nobody else."""
    try:
        digest = digest_for(due.person, due.kind, due.turn, due.teams, now)
        if digest is not None:
            mail = mail_for(due.person, due.kind, digest)
            mail.message()  # an address that cannot be written down is found here
            return mail
        take(due.person, due.kind, due.turn, now, Fate.QUIET)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("digest_not_made", person=due.person.pk, kind=due.kind.value)
    return None


def _settle(taken: Digest, error: OSError) -> None:
    """After a no: for good, or again at the next turn. After anything else the row stays, and the turn is over."""
    if not was_refused(error):
        raise _OutOfReachError(str(error)) from error
    if is_nobody_there(error):
        _note(taken, Fate.REFUSED)
    else:
        taken.delete()


def _note(taken: Digest, fate: Fate, sent_at: datetime | None = None) -> None:
    taken.fate, taken.sent_at = fate, sent_at
    taken.save(update_fields=["fate", "sent_at"])


class _OutOfReachError(Exception):
    """The mail server cannot be reached, or no longer; this turn is over."""


class _Post:
    """A connection that is opened when there is a mail, and renewed after every fifty and after each refusal."""

    def __init__(self) -> None:
        self._connection: Any = None
        self._mails = 0

    def open(self) -> None:
        if self._mails >= MAILS_A_CONNECTION:
            self.close()
        if self._connection is None:
            connection = get_connection()
            try:
                connection.open()
            except OSError as error:  # SMTPException is one, too
                raise _OutOfReachError(str(error)) from error
            self._connection, self._mails = connection, 0

    def send(self, mail: EmailMessage) -> None:
        self._mails += 1
        try:
            self._connection.send_messages([mail])
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        if self._connection is not None:
            with suppress(OSError):
                self._connection.close()
        self._connection, self._mails = None, 0
