"""Two senders at once: each mail goes out once."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.core import mail
from django.db import connections

from microconnect.notices import mailing
from microconnect.notices.models import Kind, Notice
from microconnect.notices.services import notify, wish_for_mail
from microconnect.people.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("transactional_db")
PEOPLE = 12


@pytest.fixture
def people(transactional_db, now) -> list[User]:
    people: list[User] = UserFactory.create_batch(PEOPLE)
    for person in people:
        wish_for_mail(by=person, wanted=True, now=now)
    notify(people=people, kind=Kind.BOUNDS, title="What is in bounds changed", url="/guidelines/", now=now)
    return people


def _at_once(work: Callable[[], object]) -> None:
    ready = threading.Barrier(2)

    def run() -> None:
        try:
            ready.wait()
            work()
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _sent() -> Counter[str]:
    return Counter(message.to[0] for message in mail.outbox)


def test_each_mail_goes_out_once(people, now):
    for _round in range(3):
        mail.outbox.clear()
        Notice.objects.update(mailed_at=None, mailing=None)
        _at_once(lambda: mailing.send_notice_mails(now=now))
        assert _sent() == {person.email: 1 for person in people}


def test_without_taking_them_first_mails_go_out_twice(people, now):
    """The control: look what waits, send it, and note that afterwards."""
    looked = threading.Barrier(2)

    def look_send_and_note() -> None:
        waiting = list(Notice.objects.to_mail(now).select_related("person"))
        looked.wait()
        for notice in waiting:
            mail.send_mail(notice.title, notice.body, None, [notice.person.email])

    _at_once(look_send_and_note)
    assert max(_sent().values()) == 2


def test_two_that_take_one_persons_notices_at_once_share_nothing(people, now):
    [notice] = Notice.objects.filter(person=people[0])
    took = []
    _at_once(lambda: took.extend(mailing.take(people[0].pk, now)))
    assert took == [notice]
