"""Weekly mails: on Monday from seven, to those who want them, each once, and later where the mail server is away."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from coaching.digests import sending
from coaching.digests.models import Digest, Fate
from coaching.digests.sending import send_digest_mails, take
from coaching.digests.weeks import turn_of
from microconnect.notices.models import MailKind, MailWish
from microconnect.notices.services import wish_for_mail
from microconnect.people.models import Role, User
from tests.coaching.dashboards.rows import logged
from tests.coaching.digests.conftest import NOW, THURSDAY
from tests.factories import MembershipFactory, TeamFactory, UserFactory

WEEK = turn_of("Europe/London", NOW).week


def _to(mails) -> list[str]:
    return [mail.to[0] for mail in mails]


def test_it_goes_out_once(ada_logged, now, mailoutbox):
    assert send_digest_mails(now=now) == 1
    assert send_digest_mails(now=now + timedelta(hours=1)) == 0
    assert _to(mailoutbox) == [ada_logged.email]
    digest = Digest.objects.get()
    assert (digest.week, digest.fate, digest.sent_at) == (WEEK.start, Fate.SENT, now)


def test_nobody_gets_one_who_did_not_ask(ada, ben, harbour, wants, now, mailoutbox):
    logged(ben, harbour, THURSDAY, [70] * 5)
    assert send_digest_mails(now=now) == 0
    assert not Digest.objects.exists()


def test_before_seven_it_waits_and_after_three_days_it_is_no_news(ada_logged, now, mailoutbox):
    assert send_digest_mails(now=now - timedelta(minutes=31)) == 0
    assert send_digest_mails(now=now + timedelta(days=3)) == 0
    assert send_digest_mails(now=now + timedelta(days=2)) == 1


def test_who_turns_it_on_on_tuesday_gets_next_weeks(ada, harbour, now, mailoutbox):
    logged(ada, harbour, THURSDAY, [70] * 5)
    tuesday = now + timedelta(days=1)
    wish_for_mail(by=ada, kind=MailKind.OWN_WEEK, wanted=True, now=tuesday)
    assert send_digest_mails(now=tuesday + timedelta(minutes=1)) == 0


def test_next_week_there_is_the_next(ada_logged, harbour, now, mailoutbox):
    logged(ada_logged, harbour, THURSDAY + timedelta(weeks=1), [70] * 5)
    assert send_digest_mails(now=now) == 1
    assert send_digest_mails(now=now + timedelta(weeks=1)) == 1
    assert Digest.objects.count() == 2


def test_a_week_without_anything_is_passed_over_and_not_looked_at_again(ada, wants, now, mailoutbox):
    wants(ada)
    assert send_digest_mails(now=now) == 0
    assert Digest.objects.get().fate == Fate.QUIET
    with CaptureQueriesContext(connection) as captured:
        send_digest_mails(now=now)
    assert len(captured) <= 5


def test_who_has_left_stopped_it_or_has_no_address_gets_none(ada_logged, ben, harbour, wants, now, mailoutbox):
    logged(wants(ben), harbour, THURSDAY, [70] * 5)
    User.objects.filter(pk=ben.pk).update(is_active=False)
    User.objects.filter(pk=ada_logged.pk).update(email="")
    assert send_digest_mails(now=now) == 0
    User.objects.filter(pk=ada_logged.pk).update(email="ada@shop.example")
    wish_for_mail(by=ada_logged, kind=MailKind.OWN_WEEK, wanted=False, now=now)
    assert send_digest_mails(now=now) == 0
    assert mailoutbox == []


@pytest.mark.parametrize(
    "meanwhile", [lambda: MailWish.objects.all().delete(), lambda: User.objects.get_queryset().update(is_active=False)]
)
def test_who_stops_it_or_leaves_while_it_is_made_gets_none(ada_logged, now, mailoutbox, monkeypatch, meanwhile):
    made = sending.mail_for

    def made_meanwhile(*args):
        meanwhile()
        return made(*args)

    monkeypatch.setattr(sending, "mail_for", made_meanwhile)
    assert send_digest_mails(now=now) == 0
    assert not Digest.objects.exists()


def test_each_team_has_its_own_monday(ada_logged, wants, now, mailoutbox):
    auckland = TeamFactory(time_zone="Pacific/Auckland")
    denver = TeamFactory(time_zone="America/Denver")
    for name, team in (("Kiri Tane", auckland), ("Cole West", denver)):
        person = UserFactory(name=name)
        MembershipFactory(user=person, team=team)
        logged(wants(person), team, THURSDAY, [70] * 5)
    sunday_in_london = now - timedelta(hours=13)  # 18:30, which is 07:30 on Monday in Auckland
    assert send_digest_mails(now=sunday_in_london) == 1
    assert send_digest_mails(now=now) == 1
    assert send_digest_mails(now=now + timedelta(hours=7)) == 1
    assert _to(mailoutbox) == ["kiri.tane@shop.example", ada_logged.email, "cole.west@shop.example"]


def test_a_supervisors_mail_waits_until_the_week_is_over_in_all_their_teams(wants, now, mailoutbox):
    sana = UserFactory(name="Sana Mirza")
    for zone in ("Pacific/Auckland", "America/Denver"):
        team = TeamFactory(time_zone=zone)
        MembershipFactory(user=sana, team=team, role=Role.SUPERVISOR)
        logged(UserFactory(), team, THURSDAY, [70] * 5)
    wants(sana, MailKind.TEAMS_WEEK)
    assert send_digest_mails(now=now - timedelta(minutes=31)) == 0  # midnight in Denver is at seven in London
    assert send_digest_mails(now=now) == 1


def test_a_mail_server_that_is_away_is_asked_again(ada_logged, now, mailoutbox, post):
    post.away = ConnectionRefusedError("nobody there")
    assert send_digest_mails(now=now) == 0
    assert not Digest.objects.exists()
    post.away = None
    assert send_digest_mails(now=now) == 1


@pytest.mark.parametrize("no", [SMTPRecipientsRefused({"": (450, b"later")}), SMTPDataError(451, b"later")])
def test_a_server_that_says_not_now_is_asked_again_and_holds_up_nobody(
    ada_logged, ben, harbour, wants, now, mailoutbox, post, no
):
    logged(wants(ben), harbour, THURSDAY, [70] * 5)
    post.says = {ada_logged.email: no}
    assert send_digest_mails(now=now) == 1
    assert post.opened == 2  # what refuses often closes as well
    post.says = {}
    assert send_digest_mails(now=now) == 1
    assert _to(mailoutbox) == [ben.email, ada_logged.email]


def test_an_address_that_is_refused_for_good_is_not_asked_again_that_week(ada_logged, now, mailoutbox, post):
    post.says = {ada_logged.email: SMTPRecipientsRefused({ada_logged.email: (550, b"no such person")})}
    assert send_digest_mails(now=now) == 0
    post.says = {}
    assert send_digest_mails(now=now) == 0
    assert Digest.objects.get().fate == Fate.REFUSED


@pytest.mark.parametrize("trouble", [SMTPServerDisconnected("gone"), TimeoutError("no answer"), ConnectionResetError()])
def test_a_mail_that_may_have_gone_out_is_not_sent_again(
    ada_logged, ben, harbour, wants, now, mailoutbox, post, trouble
):
    """The server may have taken it before the answer was lost."""
    logged(wants(ben), harbour, THURSDAY, [70] * 5)
    post.says = {ada_logged.email: trouble}
    assert send_digest_mails(now=now) == 0
    post.says = {}
    assert send_digest_mails(now=now) == 1
    assert _to(mailoutbox) == [ben.email]
    assert Digest.objects.get(person=ada_logged).fate == Fate.TAKEN


def test_a_sender_that_is_killed_between_taking_and_noting_leaves_no_second_mail(ada_logged, now, mailoutbox, post):
    post.says = {ada_logged.email: KeyboardInterrupt()}
    with pytest.raises(KeyboardInterrupt):
        send_digest_mails(now=now)
    post.says = {}
    assert send_digest_mails(now=now) == 0
    assert Digest.objects.get().fate == Fate.TAKEN


def test_a_mail_that_cannot_be_made_holds_up_nobody(ada_logged, ben, harbour, wants, now, mailoutbox):
    logged(wants(ben), harbour, THURSDAY, [70] * 5)
    User.objects.filter(pk=ada_logged.pk).update(email="ada@shop.example\nBcc: all@shop.example")
    assert send_digest_mails(now=now) == 1
    assert _to(mailoutbox) == [ben.email]
    assert not Digest.objects.filter(person=ada_logged).exists()


def test_a_connection_is_renewed_before_servers_tire_of_it(ada_logged, harbour, wants, now, post, monkeypatch):
    monkeypatch.setattr(sending, "MAILS_A_CONNECTION", 2)
    for _nth in range(4):
        person = UserFactory()
        MembershipFactory(user=person, team=harbour)
        logged(wants(person), harbour, THURSDAY, [70] * 5)
    assert send_digest_mails(now=now) == 5
    assert post.opened == 3


def test_it_ends_between_two_mails_when_asked_to(ada_logged, now, mailoutbox):
    assert send_digest_mails(now=now, is_over=lambda: True) == 0
    assert mailoutbox == []


def test_small_batches_reach_everybody(ada_logged, ben, harbour, wants, now, mailoutbox, monkeypatch):
    monkeypatch.setattr(sending, "AT_ONCE", 1)
    logged(wants(ben), harbour, THURSDAY, [70] * 5)
    seen = []
    assert send_digest_mails(now=now, on_progress=lambda done, total: seen.append((done, total))) == 2
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize("kind", [MailKind.OWN_WEEK, MailKind.TEAMS_WEEK])
def test_each_more_person_costs_as_many_queries(sana, harbour, wants, now, mailoutbox, kind):
    def cost(people: int) -> int:
        Digest.objects.all().delete()
        for _nth in range(people):
            person = UserFactory()
            MembershipFactory(user=person, team=harbour, role=Role.SUPERVISOR)
            logged(wants(person, kind), harbour, THURSDAY, [70] * 5)
        with CaptureQueriesContext(connection) as captured:
            send_digest_mails(now=now)
        return len(captured)

    cost(1)  # what is remembered between people is asked for once
    two, four, six = cost(1), cost(2), cost(2)
    assert four - two == six - four <= 2 * 20


def test_old_rows_go(ada_logged, now, mailoutbox):
    long_ago = now - timedelta(weeks=20)
    take(ada_logged, MailKind.OWN_WEEK, turn_of("Europe/London", long_ago), long_ago)
    send_digest_mails(now=now)
    assert Digest.objects.get().week == WEEK.start


def test_the_database_holds_each_week_once_and_knows_when_it_was_sent(ada, now):
    row = {"person": ada, "kind": "own", "week": WEEK.start, "taken_at": now}
    Digest.objects.create(**row, fate=Fate.SENT, sent_at=now)
    for wrong in (
        row,
        row | {"kind": "notices"},
        row | {"kind": "teams", "fate": Fate.SENT},
        row | {"kind": "teams", "sent_at": now},
        row | {"kind": "teams", "fate": "lost"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Digest.objects.create(**wrong)
    Digest.objects.create(**row | {"kind": "teams"})


def test_the_command_says_how_many(ada_logged, mailoutbox, capsys):
    call_command("send_digests")
    assert capsys.readouterr().out == "1 sent.\n"
    with pytest.raises(CommandError, match="60 seconds or more"):
        call_command("send_digests", every=1)
