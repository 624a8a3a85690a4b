"""Greetings that became one: told to the person at once, to a supervisor by name only a week after the week is over."""

from datetime import date, timedelta

import pytest

from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_encounter
from coaching.dashboards.queries.activity import Share
from coaching.dashboards.scripts.shares import is_surely_high
from coaching.dashboards.scripts.told import told, told_until
from coaching.engine.facts import PastGreeting
from coaching.engine.likeness import most_repeated
from microconnect.people.models import Role
from microconnect.periods import Period, last_weeks
from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, practised, weeks_ago
from tests.factories import EncounterFactory, MembershipFactory, SituationFactory, TeamFactory, UserFactory

SCRIPTS = "/teams/harbour-street/scripts/"
GREETING = "personal_greeting"
STOCK = "Hi there, welcome in, what can I do for you today?"


def greeted(person, team, day, scripted: int, of: int, **how) -> None:
    practised(person, team, day, GREETING, [0] * scripted + [100] * (of - scripted), **how)


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 11, 16), date(2026, 11, 9)),  # a Monday: the week that ended seven days ago is told
        (date(2026, 11, 22), date(2026, 11, 9)),  # the Sunday after it: still that one
        (date(2026, 11, 23), date(2026, 11, 16)),
    ],
)
def test_a_week_is_told_when_it_has_been_over_for_seven_days(today, until):
    assert told_until(today) == until


def test_as_many_weeks_are_told_as_were_chosen():
    moved = told(last_weeks(4, TODAY), TODAY)
    assert moved == Period(date(2026, 10, 12), date(2026, 11, 9))
    assert told(moved, TODAY) == moved
    assert told(Period(date(2026, 1, 5), date(2026, 2, 2)), TODAY).start == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("met", "n", "high"), [(14, 20, True), (8, 20, False), (5, 5, True), (4, 4, False), (0, 0, False)]
)
def test_what_is_surely_high(met, n, high):
    assert is_surely_high(Share(n, met)) is high


def test_among_many_more_is_asked_for():
    assert is_surely_high(Share(20, 10))
    assert not is_surely_high(Share(20, 10), together=30)


def test_the_greeting_that_repeats_most():
    said = [
        PastGreeting(str(number), text)
        for number, text in enumerate(["Oh, a violin!", STOCK, STOCK.upper(), "Next please"])
    ]
    assert most_repeated(said) == (said[1], 2)
    assert most_repeated(said[:2]) is None
    assert most_repeated([]) is None


def test_this_week_and_the_last_one_are_the_teams_only(sana, ada, ben, harbour, as_user):
    people = [ada, ben, *(UserFactory() for _ in range(2))]
    for person in people:
        greeted(person, harbour, TODAY, 10, 10)
        greeted(person, harbour, weeks_ago(1), 5, 10)
    greeted(ada, harbour, weeks_ago(2), 2, 10)
    words = text_of(as_user(sana).get(SCRIPTS))
    assert "16 Nov: 100 %" in words
    assert "9 Nov: 50 %" in words
    assert "12 October to 8 November, by name" in words
    assert "Ada Okafor 20 % 6–51 10" in words
    assert "Ben Lindqvist" not in words


def test_the_newest_total_of_fewer_than_four_would_be_somebodys(sana, ada, harbour, as_user):
    greeted(ada, harbour, TODAY, 10, 10)
    greeted(ada, harbour, weeks_ago(2), 2, 10)
    words = text_of(as_user(sana).get(SCRIPTS))
    assert "2 Nov: 20 %" in words
    assert "16 Nov: 100 %" not in words


def test_the_person_reads_it_at_once(ada, harbour, as_user):
    greeted(ada, harbour, TODAY, 14, 20)
    response = as_user(ada).get("/me/")
    words = text_of(response)
    assert "Your greetings have become one greeting: 14 of your last 20 are a script or nearly the same words." in words
    assert "Pick one customer detail a day." in words
    assert "Your supervisor reads it with your name once a week has been over for seven days." in words
    assert f"person={ada.pk}&amp;practice=personal_greeting&amp;below=50" in response.content.decode()


def test_a_person_whose_greetings_vary_reads_that_too(ada, ben, harbour, as_user):
    greeted(ada, harbour, TODAY, 2, 20)
    greeted(ben, harbour, TODAY, 0, 6)
    assert "2 of your last 20 were a script or nearly the same words; the others" in text_of(as_user(ada).get("/me/"))
    assert "None of your last 6 was a script" in text_of(as_user(ben).get("/me/"))


def test_the_last_twenty_reach_back_whole_weeks_and_no_more_than_four(ada, harbour, as_user):
    for weeks in range(7):
        greeted(ada, harbour, weeks_ago(weeks), 3, 4)
    assert "12 of your last 16 are a script" in text_of(as_user(ada).get("/me/"))


def test_four_greetings_are_too_few_to_say_anything(ada, harbour, as_user):
    greeted(ada, harbour, TODAY, 4, 4)
    assert "Your greetings" not in text_of(as_user(ada).get("/me/"))


def test_people_stand_by_name_with_how_many_and_how_sure(sana, ada, ben, harbour, as_user):
    greeted(ben, harbour, weeks_ago(2), 1, 10)
    greeted(ada, harbour, weeks_ago(2), 9, 10)
    response = as_user(sana).get(SCRIPTS)
    words = text_of(response)
    assert words.index("Ada Okafor 90 % 60–98 10") < words.index("Ben Lindqvist 10 % 2–40 10")
    assert (
        f"team=harbour-street&amp;person={ada.pk}&amp;practice=personal_greeting&amp;below=50&amp;since=2026-10-12&amp;until=2026-11-08"
        in response.content.decode()
    )


def test_a_sentence_says_what_changed_and_how_sure_that_is(sana, ada, ben, harbour, as_user):
    for person in (ada, ben):
        greeted(person, harbour, weeks_ago(8), 5, 60)
        greeted(person, harbour, weeks_ago(2), 50, 60)
    words = text_of(as_user(sana).get(SCRIPTS))
    assert "More greetings were a script: 8 %, then 83 % from 12 October to 8 November: sure." in words


def test_a_share_that_hardly_moved_is_too_early_to_say(sana, ada, harbour, as_user):
    greeted(ada, harbour, weeks_ago(8), 5, 10)
    greeted(ada, harbour, weeks_ago(2), 6, 10)
    words = text_of(as_user(sana).get(SCRIPTS))
    assert (
        "60 % of the greetings from 12 October to 8 November were a script, 50 % in the weeks before: too early"
        in words
    )


def test_under_five_greetings_nobody_is_shown(sana, ada, harbour, as_user):
    greeted(ada, harbour, weeks_ago(2), 4, 4)
    words = text_of(as_user(sana).get(SCRIPTS))
    assert "Ada Okafor" not in words
    assert "One more has fewer than five greetings" in words


@pytest.fixture
def same_again(harbour, now):
    """So many encounters, two weeks ago, that began with the same words: judged a script from the fourth on."""

    def same_again(person, times, team=harbour, text=STOCK):
        for number in range(times):
            at = now - timedelta(weeks=2, minutes=times - number)
            assess_encounter(EncounterFactory(person=person, team=team, greeting=text, occurred_at=at), now=now)

    return same_again


def test_what_repeats_is_quoted_where_the_share_is_surely_high(sana, ada, ben, harbour, same_again, as_user):
    same_again(ada, 8)
    greeted(ada, harbour, weeks_ago(2), 8, 8)
    same_again(ben, 4, text="Hello, please give me your order number first")
    greeted(ben, harbour, weeks_ago(2), 1, 20)
    words = text_of(as_user(sana).get(SCRIPTS))
    scripted = Assessment.objects.filter(encounter__person=ada, scores__personal_greeting=0).count()
    assert f"{STOCK} in {scripted} of the newest {scripted} scripted greetings" in words
    assert "order number first" not in words


def test_another_teams_greetings_are_not_quoted(sana, ada, harbour, mill, same_again, as_user):
    MembershipFactory(user=ada, team=mill, role=Role.FRONTLINE)
    same_again(ada, 8, team=mill)
    greeted(ada, harbour, weeks_ago(2), 8, 8)
    words = text_of(as_user(sana).get(SCRIPTS))
    assert STOCK not in words
    assert "stock phrases, each a little different" in words


def test_a_person_in_two_teams_has_a_share_in_each(sana, ada, harbour, mill, as_user):
    MembershipFactory(user=ada, team=mill, role=Role.FRONTLINE)
    greeted(ada, harbour, weeks_ago(2), 1, 10)
    greeted(ada, mill, weeks_ago(2), 10, 10)
    assert "Ada Okafor 10 % 2–40 10" in text_of(as_user(sana).get(SCRIPTS))


def test_an_empty_team_teaches(sana, as_user):
    assert "No greeting to read yet" in text_of(as_user(sana).get(SCRIPTS))


def test_a_team_without_people_keeps_its_weeks(ivy, ada, as_user):
    closed = TeamFactory(name="Closed shop", slug="closed-shop")
    greeted(ada, closed, weeks_ago(3), 2, 10)
    assert "Ada Okafor 20 %" in text_of(as_user(ivy).get("/teams/closed-shop/scripts/"))


def test_one_greeting_only(sana, ada, harbour, as_user):
    greeted(ada, harbour, TODAY, 1, 1)
    response = as_user(sana).get(SCRIPTS)
    assert response.status_code == 200
    assert "Nobody has five greetings in these weeks" in text_of(response)


def test_the_channel_narrows(sana, ada, harbour, as_user):
    greeted(ada, harbour, weeks_ago(2), 10, 10, channel="ear")
    greeted(ada, harbour, weeks_ago(2), 0, 10, channel="face")
    assert "Ada Okafor 0 %" in text_of(as_user(sana).get(f"{SCRIPTS}?channel=face"))


@pytest.mark.parametrize("query", ["weeks=-1", "channel=%00"])
def test_unknown_choices_leave_the_page_as_it_is(query, sana, ada, harbour, as_user):
    greeted(ada, harbour, weeks_ago(2), 1, 10)
    assert as_user(sana).get(f"{SCRIPTS}?{query}").status_code == 200


@pytest.mark.parametrize("query", ["since=2026-13-45&until=yesterday", "situation=no-such", "person=1e9"])
def test_what_cannot_be_shown_is_said_beside_the_usual_figures(query, sana, ada, harbour, as_user):
    greeted(ada, harbour, weeks_ago(2), 1, 10)
    response = as_user(sana).get(f"{SCRIPTS}?{query}")
    assert response.status_code == 422
    assert "Ada Okafor 10 %" in text_of(response)


def test_days_become_the_weeks_they_lie_in(sana, ada, harbour, as_user):
    greeted(ada, harbour, weeks_ago(2), 9, 10)
    greeted(ada, harbour, weeks_ago(7), 1, 10)
    response = as_user(sana).get(f"{SCRIPTS}?since={weeks_ago(8)}&until={weeks_ago(7)}")
    words = text_of(response)
    assert "21 September to 4 October, by name" in words
    assert "Ada Okafor 10 % 2–40 10" in words
    assert 'href="/teams/harbour-street/?since=2026-09-21&amp;until=2026-10-04"' in response.content.decode()


def test_days_up_to_now_wait_like_any_others(sana, ada, harbour, as_user):
    greeted(ada, harbour, TODAY, 10, 10)
    greeted(ada, harbour, weeks_ago(1), 10, 10)
    words = text_of(as_user(sana).get(f"{SCRIPTS}?since={weeks_ago(1)}"))
    assert "26 October to 8 November, by name" in words
    assert "Ada Okafor" not in words.split("Person by person")[1]


def test_a_situation_narrows_what_is_counted_and_what_is_quoted(sana, ada, harbour, same_again, as_user):
    returns = SituationFactory(name="Returns", slug="returns")
    same_again(ada, 8)
    greeted(ada, harbour, weeks_ago(2), 8, 8, situation=returns)
    greeted(ada, harbour, weeks_ago(2), 0, 8)
    response = as_user(sana).get(f"{SCRIPTS}?situation=returns")
    words = text_of(response)
    assert "Ada Okafor 100 %" in words
    assert STOCK not in words
    assert "situation=returns&amp;person=" in response.content.decode()


def test_those_outside_get_404_and_those_who_log_are_told_why(otto, ada, harbour, as_user):
    assert as_user(otto).get(SCRIPTS).status_code == 404
    response = as_user(ada).get(SCRIPTS)
    assert response.status_code == 403
    assert "are under “Me”" in text_of(response)


def test_the_queries_are_as_many_whatever_was_logged(sana, ada, harbour, same_again, as_user):
    same_again(ada, 8)
    greeted(ada, harbour, weeks_ago(2), 8, 8)
    client = as_user(sana)
    few = queries_of(client, SCRIPTS)
    for _number in range(5):
        person = UserFactory()
        same_again(person, 6)
        for weeks in range(13):
            greeted(person, harbour, weeks_ago(weeks), 8, 8)
    assert queries_of(client, SCRIPTS) == few <= 12
