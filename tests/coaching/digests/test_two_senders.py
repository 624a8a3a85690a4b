"""Two senders at once: each mail goes out once."""

import threading
from collections import Counter

import pytest
from django.core import mail

from coaching.digests.models import Digest, Fate
from coaching.digests.sending import send_digest_mails, take
from coaching.digests.weeks import turn_of
from microconnect.notices.models import MailKind, MailWish
from microconnect.people.models import User
from tests.at_once import at_once
from tests.coaching.dashboards.rows import logged
from tests.coaching.digests.conftest import THURSDAY
from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.usefixtures("transactional_db")
PEOPLE = 8


@pytest.fixture
def people(transactional_db, harbour, wants) -> list[User]:
    people: list[User] = UserFactory.create_batch(PEOPLE)
    for person in people:
        MembershipFactory(user=person, team=harbour)
        logged(wants(person), harbour, THURSDAY, [60, 65, 70, 75, 80])
    return people


def _sent() -> Counter[str]:
    return Counter(message.to[0] for message in mail.outbox)


def test_each_mail_goes_out_once(people, now):
    for _round in range(3):
        mail.outbox.clear()
        Digest.objects.all().delete()
        at_once(*[lambda: send_digest_mails(now=now)] * 2)
        assert _sent() == {person.email: 1 for person in people}
    assert set(Digest.objects.values_list("fate", flat=True)) == {Fate.SENT}


def test_without_taking_them_first_mails_go_out_twice(people, now):
    """The control: look who has had none, send it, and note that afterwards."""
    looked = threading.Barrier(2)

    def look_send_and_note() -> None:
        had = Digest.objects.values("person")
        waiting = list(MailWish.objects.exclude(person__in=had).select_related("person"))
        looked.wait()
        for wish in waiting:
            mail.send_mail("Your week", "It went well.", None, [wish.person.email])

    at_once(look_send_and_note, look_send_and_note)
    assert max(_sent().values()) == 2


def test_two_that_take_the_same_mail_at_once_get_it_once(people, now):
    turn = turn_of("Europe/London", now)
    took = at_once(*[lambda: take(people[0], MailKind.OWN_WEEK, turn, now)] * 2)
    assert took.count(None) == 1
