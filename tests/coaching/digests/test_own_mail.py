"""What one's own mail says about last week, and what it never says."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from coaching.assessments.models import Assessment
from coaching.digests.sending import send_digest_mails
from coaching.engine.practices import BY_KEY
from coaching.scorecards.models import ScorecardVersion
from microconnect.people.models import User
from tests.coaching.dashboards.rows import logged, practised
from tests.coaching.digests.conftest import THURSDAY
from tests.factories import EncounterFactory, MembershipFactory, PromiseFactory, TeamFactory


@pytest.fixture
def sent(now, mailoutbox):
    """`sent()`: the one mail that goes out."""

    def sent():
        mailoutbox.clear()
        send_digest_mails(now=now)
        [mail] = mailoutbox
        return mail

    return sent


def _html(mail):
    [(html, kind)] = mail.alternatives
    assert kind == "text/html"
    return html


def _said(ada: User, team, now, words: str, *, days: int = 4) -> None:
    encounter = EncounterFactory(person=ada, team=team, greeting=words, occurred_at=now - timedelta(days=days))
    finding = {
        "practice": "personal_greeting",
        "score": 100,
        "reason": "",
        "evidence": [["greeting", 0, len(words), words, ""]],
    }
    Assessment.objects.create(
        encounter=encounter,
        score=90,
        scores={"personal_greeting": 100},
        findings=[finding],
        revision=1,
        engine_version="1",
        scorecard_version=ScorecardVersion.objects.current(),
        assessed_at=encounter.occurred_at,
    )


def test_it_is_about_the_week_that_is_over(ada_logged, harbour, now, sent):
    logged(ada_logged, harbour, now.date(), [10] * 9)  # this morning already
    mail = sent()
    for words in (
        "Good morning, Ada.",
        "16 November to 22 November",
        "Encounters: 5 (as many as the week before)",
        "Score: 70 (between 60 and 80 · 5 judged, the week before 60)",
        "https://coach.example/me/",
    ):
        assert words in mail.body
    assert "this week" not in mail.body + _html(mail)
    assert "last week" not in mail.body + _html(mail)


def test_what_landed_and_what_to_try_are_there_with_the_why(ada_logged, harbour, sent):
    practised(ada_logged, harbour, THURSDAY, "presence", [100] * 6)
    practised(ada_logged, harbour, THURSDAY, "warm_close", [0, 0, 50, 0, 50])
    mail = sent()
    assert mail.subject == f"Your week of 16 November: “{BY_KEY['presence'].landed}” landed most"
    text = " ".join(mail.body.split())
    assert BY_KEY["warm_close"].try_saying in text
    assert BY_KEY["warm_close"].why in text


def test_ones_own_words_of_that_week_come_first_and_are_escaped(ada_logged, harbour, now, sent):
    _said(ada_logged, harbour, now, "Back from the lake <b>already</b>, and with a tan!")
    _said(ada_logged, harbour, now, "Morning! This is longer, and it was said after that week was over.", days=0)
    _said(ada_logged, harbour, now, "I am so very happy that you told me so, " * 6)
    mail = sent()
    assert "Back from the lake <b>already</b>, and with a tan!" in mail.body
    assert "Back from the lake &lt;b&gt;already&lt;/b&gt;, and with a tan!" in _html(mail)
    assert "after that week" not in mail.body
    assert "so very happy" not in mail.body


def test_promises_are_named_by_their_date_as_of_when_it_is_sent(ada_logged, harbour, now, sent):
    encounter = EncounterFactory(person=ada_logged, team=harbour, occurred_at=now - timedelta(days=6))
    for what, days in (("Ring about the kettle", -2), ("Lamp", 0.1), ("Chair", 4)):
        PromiseFactory(encounter=encounter, what=what, due_at=now + timedelta(days=days))
    mail = sent()
    assert mail.subject == "A promise is waiting"
    for words in (
        "One promise is past its time, since Saturday 21 November.",
        "- Ring about the kettle: was due Saturday 21 November",
        "- Lamp: due Monday 23 November",
        "- Chair: due Friday 27 November",
    ):
        assert words in mail.body


def test_somebody_who_was_away_hears_only_of_whom_they_left_waiting(ada, harbour, now, wants, sent):
    encounter = EncounterFactory(person=wants(ada), team=harbour, occurred_at=now - timedelta(days=16))
    PromiseFactory(encounter=encounter, due_at=now - timedelta(days=15))
    mail = sent()
    assert "Somebody is waiting." in mail.body
    assert "Encounters" not in mail.body
    assert "ONE THING" not in mail.body


def test_it_never_says_anything_of_a_colleague(ada_logged, ben, harbour, now, sent):
    before = sent()
    logged(ben, harbour, THURSDAY, [99] * 40)
    practised(ben, harbour, THURSDAY, "presence", [100] * 30)
    PromiseFactory(encounter=EncounterFactory(person=ben, team=harbour), due_at=now - timedelta(minutes=1))
    type(ada_logged).objects.get(pk=ada_logged.pk).digests.all().delete()
    after = sent()
    assert (after.subject, after.body) == (before.subject, before.body)


def test_two_teams_make_one_week(ada_logged, mill, now, sent):
    MembershipFactory(user=ada_logged, team=mill)
    logged(ada_logged, mill, THURSDAY, [70] * 7)
    assert "Encounters: 12" in sent().body


def test_the_weeks_of_a_team_that_was_retired_stay_ones_own(ada_logged, harbour, now, sent):
    ada_logged.memberships.update(until=now - timedelta(days=1))
    harbour.retired_at = now - timedelta(days=1)
    harbour.save()
    assert "Encounters: 5" in sent().body


def test_the_chart_is_readable_without_colour_or_pictures(ada_logged, sent):
    mail = sent()
    assert "  9 Nov   60  " in mail.body
    assert "●" in mail.body
    html = _html(mail)
    for forbidden in ("<img", "<svg", "<script", "<link", "url(", "@import", "src="):
        assert forbidden not in html
    assert html.count("between 60 and 80") == 2


def test_a_name_cannot_add_a_header_or_a_tag(ada_logged, sent):
    User.objects.filter(pk=ada_logged.pk).update(name="<i>Ada\r\nBcc: all@shop.example")
    mail = sent()
    parsed = message_from_bytes(mail.message().as_bytes(), policy=policy.default)
    assert parsed["Bcc"] is None
    assert parsed["To"] == ada_logged.email
    assert "Good morning, &lt;i&gt;Ada." in _html(mail)


def test_the_way_out_is_in_the_headers_and_below(ada_logged, sent):
    mail = sent()
    parsed = message_from_bytes(mail.message().as_bytes(), policy=policy.default)
    link = parsed["List-Unsubscribe"].strip(" <>")
    assert parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link.startswith("https://coach.example/digests/stop/")
    assert link in mail.body
    assert link in _html(mail)


def test_without_an_address_of_the_house_it_has_no_links_and_says_where_to_stop_it(ada_logged, sent, settings):
    settings.PUBLIC_URL = ""
    mail = sent()
    assert "http" not in mail.body
    assert "<a" not in _html(mail)
    assert "List-Unsubscribe" not in mail.message()
    assert "under “Your week by mail”" in " ".join(mail.body.split())


def test_no_line_of_the_plain_text_is_too_long(ada_logged, harbour, sent):
    practised(ada_logged, harbour, THURSDAY, "warm_close", [0, 0, 50, 0, 50])
    assert all(len(line) <= 76 or "://" in line for line in sent().body.splitlines())


def test_a_team_elsewhere_ends_its_week_there(ada, wants, now, sent):
    auckland = TeamFactory(time_zone="Pacific/Auckland")
    ada.memberships.update(team=auckland)
    logged(wants(ada), auckland, now.date(), [10] * 5)  # Monday there
    logged(ada, auckland, now.date() - timedelta(days=1), [70] * 6)
    assert "Encounters: 6" in sent().body
