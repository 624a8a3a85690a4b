"""Notices by mail: to those who want them, each notice once, and later where the mail server is away."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core.mail.backends import locmem
from django.core.management import CommandError, call_command
from django.urls import reverse

from microconnect.notices.mailing import send_notice_mails
from microconnect.notices.models import MailWish, Notice
from microconnect.notices.services import wish_for_mail
from tests.factories import NoticeFactory


class Post(locmem.EmailBackend):
    """A mail server in whatever trouble the test puts it: an error to open with, and one for each address."""

    away: Exception | None = None
    says: dict[str, Exception] = {}

    def open(self) -> bool:
        if self.away:
            raise self.away
        return True

    def send_messages(self, messages) -> int:
        [message] = messages
        if error := self.says.get(message.to[0]):
            raise error
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def post(settings, monkeypatch) -> type[Post]:
    settings.EMAIL_BACKEND = "tests.notices.test_mailing.Post"
    settings.PUBLIC_URL = "https://coach.example/"
    from tests.notices import test_mailing

    post = test_mailing.Post  # pytest imports this file a second time, under its own name
    monkeypatch.setattr(post, "away", None)
    monkeypatch.setattr(post, "says", {})
    return post


@pytest.fixture
def wanted(ada, now):
    wish_for_mail(by=ada, wanted=True, now=now - timedelta(hours=1))
    return ada


def test_those_who_want_it_get_one_mail_with_all_of_it(wanted, ben, now, mailoutbox):
    NoticeFactory(person=wanted, made_at=now)
    NoticeFactory(
        person=wanted, made_at=now, title="How scoring works changed", body="A goodbye counts more.", kind="scores"
    )
    NoticeFactory(person=ben, made_at=now)
    assert send_notice_mails(now=now) == 1
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == ([wanted.email], "2 things changed")
    for words in ("Hello Ada", "never say “you people”", "A goodbye counts more.", "https://coach.example/guidelines/"):
        assert words in mail.body
    html, kind = mail.alternatives[0]
    assert kind == "text/html"
    assert '<a href="https://coach.example/guidelines/">See what is in bounds</a>' in html
    assert "https://coach.example/notices/settings/" in html
    assert send_notice_mails(now=now) == 0


def test_one_notice_is_its_mails_subject_in_one_line(wanted, now, mailoutbox):
    NoticeFactory(person=wanted, made_at=now, title="What\nchanged", body="<b>not bold</b>")
    send_notice_mails(now=now)
    assert mailoutbox[0].subject == "What changed"
    assert "<b>not bold</b>" in mailoutbox[0].body
    assert "<b>not bold</b>" not in mailoutbox[0].alternatives[0][0]


def test_without_an_address_of_the_house_a_mail_has_no_links(wanted, now, mailoutbox, settings):
    settings.PUBLIC_URL = ""
    NoticeFactory(person=wanted, made_at=now)
    send_notice_mails(now=now)
    assert "http" not in mailoutbox[0].body
    assert "<a" not in mailoutbox[0].alternatives[0][0]


def test_what_was_told_before_the_wish_and_what_is_old_is_not_mailed(wanted, now, mailoutbox):
    NoticeFactory(person=wanted, made_at=now - timedelta(hours=2))
    NoticeFactory(person=wanted, made_at=now)
    assert send_notice_mails(now=now + timedelta(days=4)) == 0
    assert send_notice_mails(now=now) == 1
    assert "1 thing" not in mailoutbox[0].subject


def test_who_has_left_or_changed_their_mind_gets_none(wanted, now, mailoutbox):
    NoticeFactory(person=wanted, made_at=now)
    wanted.is_active = False
    wanted.save()
    assert send_notice_mails(now=now) == 0
    wanted.is_active = True
    wanted.save()
    wish_for_mail(by=wanted, wanted=False, now=now)
    assert send_notice_mails(now=now) == 0
    assert mailoutbox == []


def test_a_mail_server_that_is_away_is_asked_again(wanted, now, mailoutbox, post):
    NoticeFactory(person=wanted, made_at=now)
    post.away = ConnectionRefusedError("nobody there")
    assert send_notice_mails(now=now) == 0
    post.away = None
    assert send_notice_mails(now=now) == 1
    assert len(mailoutbox) == 1


def test_one_that_says_not_now_is_asked_again_and_holds_up_nobody(wanted, ben, now, mailoutbox, post):
    wish_for_mail(by=ben, wanted=True, now=now)
    for person in (wanted, ben):
        NoticeFactory(person=person, made_at=now)
    post.says = {wanted.email: SMTPRecipientsRefused({wanted.email: (450, b"later")})}
    assert send_notice_mails(now=now) == 1
    post.says = {}
    assert send_notice_mails(now=now) == 1
    assert [mail.to for mail in mailoutbox] == [[ben.email], [wanted.email]]


def test_an_address_that_is_refused_for_good_is_not_asked_again(wanted, now, mailoutbox, post):
    NoticeFactory(person=wanted, made_at=now)
    post.says = {wanted.email: SMTPRecipientsRefused({wanted.email: (550, b"no such person")})}
    assert send_notice_mails(now=now) == 0
    post.says = {}
    assert send_notice_mails(now=now) == 0


def test_a_connection_that_breaks_in_the_middle_sends_nothing_twice(wanted, ben, now, mailoutbox, post):
    wish_for_mail(by=ben, wanted=True, now=now)
    for person in (wanted, ben):
        NoticeFactory(person=person, made_at=now)
    post.says = {wanted.email: SMTPServerDisconnected("gone")}
    assert send_notice_mails(now=now) == 0
    post.says = {}
    assert send_notice_mails(now=now) == 1
    assert [mail.to for mail in mailoutbox] == [[ben.email]]
    assert Notice.objects.filter(person=wanted, seen_at=None).exists()


def test_the_wish_is_set_and_taken_back_on_its_page(as_user, ada):
    client, url = as_user(ada), reverse("notices:settings")
    assert "checked" not in client.get(url).text.split("by_mail", 1)[1][:200]
    assert "From now on by mail too." in client.post(url, {"by_mail": "on"}, follow=True).text
    since = MailWish.objects.get(person=ada).since
    client.post(url, {"by_mail": "on"})
    assert MailWish.objects.get(person=ada).since == since
    assert "No mails." in client.post(url, {}, follow=True).text
    assert not MailWish.objects.exists()


def test_the_command_says_how_many(wanted, now, mailoutbox, capsys):
    NoticeFactory(person=wanted, made_at=now)
    call_command("send_notices")
    assert capsys.readouterr().out == "1 sent.\n"
    with pytest.raises(CommandError, match="5 seconds or more"):
        call_command("send_notices", every=1)
