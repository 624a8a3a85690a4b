"""What the mail about one's teams says: what changed, what waits, and never a ranking."""

from datetime import timedelta

import pytest

from coaching.digests.sending import send_digest_mails
from coaching.digests.teams import MOST_LINES
from microconnect.notices.models import MailKind
from microconnect.people.models import Role, Team, User
from tests.coaching.dashboards.rows import logged, practised
from tests.coaching.digests.conftest import THURSDAY
from tests.factories import EncounterFactory, MembershipFactory, PromiseFactory, TeamFactory, UserFactory

GREETINGS = "personal_greeting"


@pytest.fixture
def sent(sana, wants, now, mailoutbox):
    """`sent()`: Sana's mail, in the week of `later` weeks from now; None where none goes out."""
    wants(sana, MailKind.TEAMS_WEEK)

    def sent(*, later: int = 0):
        mailoutbox.clear()
        send_digest_mails(now=now + timedelta(weeks=later))
        return mailoutbox[0] if mailoutbox else None

    return sent


def _supervises(person: User, count: int, *, name: str = "Shop") -> list[Team]:
    teams: list[Team] = [TeamFactory(name=f"{name} {nth:02}", slug=f"{name.lower()}-{nth:02}") for nth in range(count)]
    for team in teams:
        MembershipFactory(user=person, team=team, role=Role.SUPERVISOR)
        logged(UserFactory(), team, THURSDAY, [70] * 5)
    return teams


def _in_full(mail) -> list[str]:
    return [line.title() for line in mail.body.splitlines() if line.startswith(("SHOP ", "HARBOUR"))]


def test_a_quiet_week_says_so(ada, harbour, sent):
    logged(ada, harbour, THURSDAY, [60, 65, 70, 75, 80])
    mail = sent()
    assert mail.subject == "Harbour Street: nothing to chase, week of 16 November"
    for words in (
        "Encounters: 5",
        "Score: 70",
        "What changed shows from five judged encounters on",
        "/teams/harbour-street/",
    ):
        assert words in " ".join(mail.body.split())


def test_what_surely_changed_is_said_with_how_sure_that_is(ada, ben, harbour, sent):
    for week in range(8):
        for person in (ada, ben):
            day = THURSDAY - timedelta(weeks=week)
            practised(person, harbour, day, "warm_close", [100 if week < 4 else 0] * 9 + [50])
            logged(person, harbour, day, [70, 72] * 5, channel="ear")
    mail = sent()
    assert mail.subject == "Harbour Street: one thing changed for sure, week of 16 November"
    text = " ".join(mail.body.split())
    assert "shows more: 5 to 95 since 26 October, over 80 encounters. Sure: between" in text
    assert "this week" not in text


def test_what_is_too_early_to_say_is_not_called_sure(ada, harbour, sent):
    for week, scores in ((0, [80, 90, 70, 85, 95]), (2, [60, 95, 40, 80, 70, 90] * 3)):
        logged(ada, harbour, THURSDAY - timedelta(weeks=week), scores)
    mail = sent()
    text = " ".join(mail.body.split())
    assert "Too early to say: the score 84 that week after 73, over only 5 encounters." in text
    assert mail.subject.startswith("Harbour Street: nothing to chase")


def test_promises_that_wait_come_first(ada, harbour, now, sent):
    logged(ada, harbour, THURSDAY, [70] * 5)
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=6))
    PromiseFactory.create_batch(2, encounter=encounter, due_at=now - timedelta(hours=1))
    mail = sent()
    assert mail.subject == "Harbour Street: 2 promises are waiting, week of 16 November"
    assert "the oldest since Monday 23 November" in mail.body
    assert mail.body.index("past their time") < mail.body.index("Encounters")


def test_one_line_says_what_to_talk_about_each_week_with_somebody_else(ada, ben, harbour, sent):
    for week in (0, -1):
        for person in (ada, ben):
            day = THURSDAY - timedelta(weeks=week)
            logged(person, harbour, day, [70] * 6)
            practised(person, harbour, day, "warm_close", [50, 50, 50, 0, 0, 100], channel="ear")
    names = {sent(later=later).body.split("To talk about: ")[1].split(".")[0] for later in (0, 1)}
    assert names == {"Ada Okafor", "Ben Lindqvist"}


def test_of_the_supervisor_themselves_it_does_not_speak(sana, harbour, sent):
    practised(sana, harbour, THURSDAY, "warm_close", [50, 50, 50, 0, 0, 100])
    assert "To talk about" not in sent().body


def test_two_teams_are_both_told_in_full(sana, ada, harbour, mill, sent):
    MembershipFactory(user=sana, team=mill, role=Role.SUPERVISOR)
    logged(ada, harbour, THURSDAY, [70] * 5)
    mail = sent()
    assert mail.subject == "2 teams: nothing to chase, week of 16 November"
    assert mail.body.index("HARBOUR STREET") < mail.body.index("MILL LANE")
    assert "Nobody logged anything that week." in mail.body


def test_of_many_teams_three_are_told_in_full_and_next_week_the_next_three(sana, harbour, sent):
    _supervises(sana, 6)
    first, second, third = (_in_full(sent(later=later)) for later in (0, 1, 2))
    assert [len(told) for told in (first, second)] == [3, 3]
    assert len({*first, *second, *third}) == 7
    mail = sent(later=3) or sent(later=4)
    assert mail is None or "YOUR OTHER TEAMS, BY NAME" in mail.body


def test_the_others_have_a_line_each_in_the_order_of_their_names(sana, sent):
    teams = _supervises(sana, 6)
    mail = sent()
    others = mail.body.split("YOUR OTHER TEAMS, BY NAME")[1]
    named = [team.name for team in teams if f"- {team.name}: Score 70" in others]
    assert len(named) == 4 - ("Harbour Street" in others)
    assert sorted(named, key=others.index) == sorted(named)


def test_an_administrators_hundred_teams_do_not_make_a_mail_that_is_cut_off(ivy, wants, now, mailoutbox):
    for nth in range(30):
        logged(UserFactory(), TeamFactory(name=f"Shop {nth:02}"), THURSDAY, [70] * 5)
    wants(ivy, MailKind.TEAMS_WEEK)
    send_digest_mails(now=now)
    [mail] = mailoutbox
    assert mail.body.count("Score 70, ") == MOST_LINES
    assert "7 more teams" in mail.body
    assert len(mail.alternatives[0][0]) < 100_000


def test_who_no_longer_supervises_gets_none(sana, ada, harbour, sent):
    logged(ada, harbour, THURSDAY, [70] * 5)
    sana.memberships.update(role=Role.FRONTLINE)
    assert sent() is None


def test_a_retired_team_is_left_out(ivy, ada, harbour, mill, wants, now, mailoutbox):
    logged(ada, harbour, THURSDAY, [70] * 5)
    mill.retired_at = now - timedelta(days=1)
    mill.save()
    wants(ivy, MailKind.TEAMS_WEEK)
    send_digest_mails(now=now)
    assert "MILL LANE" not in mailoutbox[0].body
    assert mailoutbox[0].subject.startswith("Harbour Street: ")


def test_nothing_logged_and_nobody_waiting_is_no_mail(sent):
    assert sent() is None


def test_names_are_escaped_and_stay_in_their_line(sana, ada, harbour, sent):
    logged(ada, harbour, THURSDAY, [70] * 5)
    Team.objects.filter(pk=harbour.pk).update(name="Har<b>our\r\nBcc: all@shop.example")
    mail = sent()
    assert mail.subject.startswith("Har<b>our Bcc: all@shop.example: ")
    assert "Har&lt;b&gt;our" in mail.alternatives[0][0]
    assert mail.message()["Bcc"] is None
