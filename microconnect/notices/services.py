"""Tell people something, and note that they have seen it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db import transaction

from microconnect.notices.models import Kind, MailKind, MailWish, Notice
from microconnect.people.models import User

_AT_ONCE = 1_000


def notify(
    *,
    people: Iterable[User],
    kind: Kind,
    title: str,
    body: str = "",
    body_of: Callable[[User], str] | None = None,
    url: str,
    now: datetime,
) -> int:
    """Tell each of `people` once, however often they are among them; returns how many that are.

    Call it inside the transaction of what they are told about, so that either both happen or neither. It asks the
    database once for every 1,000 people (SQLite: a little more often), and never for each of them.

    Args:
        people: a queryset or a list; closed accounts are left out.
        body: lines of plain text, the same for everybody; `body_of` makes each person's own instead.
        url: where to read more, a path that begins with one slash.
    """
    told = 0
    with transaction.atomic():
        for some in _chunks(_each_once(people)):
            texts = [(person, body_of(person) if body_of else body) for person in some]
            notices = [
                Notice(person=person, kind=kind, title=title, body=text, url=url, made_at=now) for person, text in texts
            ]
            told += len(Notice.objects.bulk_create(notices))
    return told


def mark_seen(*, by: User, notices: Iterable[Notice], now: datetime) -> int:
    """They have been read; the first time counts. Whatever is somebody else's stays as it is."""
    unseen = Notice.objects.visible_to(by).filter(pk__in=[notice.pk for notice in notices], seen_at=None)
    return unseen.update(seen_at=now)


def wish_for_mail(*, by: User, wanted: bool, now: datetime, kind: MailKind = MailKind.NOTICES) -> None:
    """From now on mails of this kind come, or no longer do; what was there before is not mailed late."""
    if wanted:
        MailWish.objects.get_or_create(person=by, kind=kind, defaults={"since": now})
    else:
        MailWish.objects.filter(person=by, kind=kind).delete()


def _each_once(people: Iterable[User]) -> Iterator[User]:
    known: set[int] = set()
    for person in people:
        if person.is_active and person.pk not in known:
            known.add(person.pk)
            yield person


def _chunks(people: Iterator[User]) -> Iterator[list[User]]:
    while some := list(islice(people, _AT_ONCE)):
        yield some
