"""/digests/: on and off, what the last mail said, and the way out that each mail carries."""

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from coaching.digests.sending import send_digest_mails
from coaching.digests.stopping import stop_token
from microconnect.notices.models import MailKind, MailWish
from microconnect.notices.services import wish_for_mail
from tests.coaching.dashboards.rows import logged
from tests.coaching.digests.conftest import THURSDAY

URL = "/digests/"


def _wished(person) -> set[str]:
    return set(MailWish.objects.filter(person=person).values_list("kind", flat=True))


def _is_on(client: Client) -> bool:
    """Whether the switch of one's own week is on, as the page shows it."""
    return "checked" in client.get(URL).text.split('name="own"', 1)[1].split(">", 1)[0]


def test_it_is_off_until_somebody_wants_it_and_off_again(as_user, ada):
    client = as_user(ada)
    assert not _is_on(client)
    assert "It comes on Monday morning." in client.post(URL, {"own": "on"}, follow=True).text
    assert _wished(ada) == {"own"}
    assert _is_on(client)
    since = MailWish.objects.get().since
    client.post(URL, {"own": "on"})
    assert MailWish.objects.get().since == since
    assert "No weekly mails." in client.post(URL, {}, follow=True).text
    assert _wished(ada) == set()


def test_only_those_with_teams_are_offered_the_teams(as_user, ada, sana, ivy):
    as_user(ada).post(URL, {"own": "on", "teams": "on"})
    assert _wished(ada) == {"own"}
    for person in (sana, ivy):
        as_user(person).post(URL, {"teams": "on"})
        assert _wished(person) == {"teams"}


def test_what_changed_by_mail_is_another_wish(as_user, ada, now):
    wish_for_mail(by=ada, wanted=True, now=now)
    as_user(ada).post(URL, {})
    assert _wished(ada) == {"notices"}
    as_user(ada).post(URL, {"own": "on"})
    as_user(ada).post(reverse("notices:settings"), {})
    assert _wished(ada) == {"own"}


def test_it_says_when_the_next_comes_and_when_the_last_went(as_user, ada_logged, now, mailoutbox):
    send_digest_mails(now=now)
    words = " ".join(as_user(ada_logged).get(URL).text.split())
    assert "next on Monday 30 November from seven" in words
    assert "Sent last: your own week, on Monday 23 November, 07:30." in words


def test_the_preview_is_the_mail_under_a_policy_of_its_own(as_user, ada_logged, now, mailoutbox):
    response = as_user(ada_logged).get(f"{URL}own/")
    policy = response["Content-Security-Policy"]
    assert "style-src 'unsafe-inline'" in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script" not in policy
    send_digest_mails(now=now)
    assert response.text.replace("http://testserver", "https://coach.example") == mailoutbox[0].alternatives[0][0]
    text = as_user(ada_logged).get(f"{URL}own/text/")
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    assert text.text.replace("http://testserver", "https://coach.example") == mailoutbox[0].body


def test_a_week_with_nothing_to_say_is_explained_under_the_houses_own_policy(as_user, ada):
    response = as_user(ada).get(f"{URL}own/")
    assert "Nothing to say about last week" in response.text
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert as_user(ada).get(f"{URL}own/text/")["Location"] == f"{URL}own/"


def test_a_supervisor_sees_the_teams_and_nobody_else(as_user, ada, sana, harbour):
    logged(ada, harbour, THURSDAY, [70] * 5)
    assert "Harbour Street" in as_user(sana).get(f"{URL}teams/").text
    assert as_user(ada).get(f"{URL}teams/").status_code == 403
    assert as_user(ada).get(f"{URL}notices/").status_code == 404


@pytest.fixture
def stop(ada, wants) -> str:
    return reverse("digests:stop", args=[stop_token(wants(ada), MailKind.OWN_WEEK)])


def test_looking_at_the_link_stops_nothing_and_the_button_does(ada, stop):
    client = Client(enforce_csrf_checks=True)
    page = client.get(stop)
    assert "One press, and the weekly mail about your own week ends." in page.text
    assert ada.email not in page.text
    assert ada.name not in page.text
    assert _wished(ada) == {"own"}
    assert "Done. No more of these." in client.post(stop).text
    assert _wished(ada) == set()


def test_a_mail_program_stops_it_by_itself(ada, stop):
    """As RFC 8058 has it: one POST, without cookies, and nobody signs in."""
    assert Client(enforce_csrf_checks=True).post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Client(enforce_csrf_checks=True).post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert _wished(ada) == set()


def test_it_stops_one_persons_mails_of_one_kind(ada, sana, wants, stop):
    wants(sana)
    wants(sana, MailKind.TEAMS_WEEK)
    Client().post(reverse("digests:stop", args=[stop_token(sana, MailKind.TEAMS_WEEK)]))
    assert (_wished(ada), _wished(sana)) == ({"own"}, {"own"})


@pytest.mark.parametrize("make", ["changed", "other_salt", "other_kind", "nonsense"])
def test_a_link_that_we_did_not_sign_is_not_there(ada, wants, make):
    token = stop_token(wants(ada), MailKind.OWN_WEEK)
    forged = {
        "changed": token[:-2] + ("xx" if token[-2:] != "xx" else "yy"),
        "other_salt": signing.Signer(salt="other").sign_object([ada.pk, "own"]),
        "other_kind": signing.Signer(salt="coaching.digests.stop").sign_object([ada.pk, "notices"]),
        "nonsense": "nonsense",
    }[make]
    for method in ("get", "post"):
        assert getattr(Client(), method)(reverse("digests:stop", args=[forged])).status_code == 404
    assert _wished(ada) == {"own"}


def test_a_link_of_somebody_who_is_gone_answers_as_ever(ben, wants):
    token = stop_token(wants(ben), MailKind.OWN_WEEK)
    ben.memberships.all().delete()
    ben.delete()
    assert Client().post(reverse("digests:stop", args=[token])).status_code == 200
