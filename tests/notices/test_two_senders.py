"""Two senders at once: each mail goes out once."""

import threading
from collections import Counter

import pytest
from django.core import mail

from microconnect.notices import mailing
from microconnect.notices.models import Kind, Notice
from microconnect.notices.services import notify, wish_for_mail
from microconnect.people.models import User
from tests.at_once import at_once
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


def _sent() -> Counter[str]:
    return Counter(message.to[0] for message in mail.outbox)


def test_each_mail_goes_out_once(people, now):
    for _round in range(3):
        mail.outbox.clear()
        Notice.objects.update(mailed_at=None, mailing=None)
        at_once(*[lambda: mailing.send_notice_mails(now=now)] * 2)
        assert _sent() == {person.email: 1 for person in people}


def test_without_taking_them_first_mails_go_out_twice(people, now):
    """The control: look what waits, send it, and note that afterwards."""
    looked = threading.Barrier(2)

    def look_send_and_note() -> None:
        waiting = list(Notice.objects.to_mail(now).select_related("person"))
        looked.wait()
        for notice in waiting:
            mail.send_mail(notice.title, notice.body, None, [notice.person.email])

    at_once(look_send_and_note, look_send_and_note)
    assert max(_sent().values()) == 2


def test_two_that_take_one_persons_notices_at_once_share_nothing(people, now):
    [notice] = Notice.objects.filter(person=people[0])
    one, other = at_once(*[lambda: mailing.take(people[0].pk, now)] * 2)
    assert [*one, *other] == [notice]
