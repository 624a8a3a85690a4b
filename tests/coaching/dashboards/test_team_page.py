"""A supervisor reads what changed, how sure that is, and what to talk about."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
import time_machine

from coaching.dashboards.choices import Choice
from interactions.models import Encounter
from microconnect.people.models import Role
from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, count, logged, practised, weeks_ago
from tests.factories import EncounterFactory, MembershipFactory, PromiseFactory, UserFactory

HARBOUR = "/teams/harbour-street/"


def people_of(response) -> str:
    """The table of people, with its tags."""
    page: str = response.content.decode()
    return page.split('class="card people"')[1].split("</section>", maxsplit=1)[0]


def test_sana_reads_her_team(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [60, 65, 70, 75, 80])
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Good morning, Sana. Here is what changed." in words
    assert "Harbour Street · 1 person · week of 16 November" in words
    assert "between 60 and 80 · 5 judged" in words
    assert "Ada Okafor" in words


def test_names_are_text_whatever_is_in_them(sana, ada, harbour, as_user):
    ada.name = 'Ada <b>"Bo"</b> & Co'
    ada.save()
    logged(ada, harbour, TODAY, [60, 65, 70, 75, 80])
    assert "Ada &lt;b&gt;&quot;Bo&quot;&lt;/b&gt; &amp; Co</a>" in people_of(as_user(sana).get(HARBOUR))


def test_ivy_reads_any_team(ivy, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70])
    assert as_user(ivy).get(HARBOUR).status_code == 200


def test_supervisor_of_another_team_gets_404(otto, harbour, as_user):
    assert as_user(otto).get(HARBOUR).status_code == 404


def test_ada_is_told_where_her_figures_are(ada, as_user):
    response = as_user(ada).get(HARBOUR)
    assert response.status_code == 403
    assert "are under “Me”" in text_of(response)


def test_an_empty_team_teaches(sana, as_user):
    response = as_user(sana).get(HARBOUR)
    assert response.status_code == 200
    assert "Nothing logged yet" in text_of(response)


def test_one_encounter_is_counted_but_not_judged_on(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70])
    practised(ada, harbour, TODAY, "warm_close", [100], channel="ear")
    words = text_of(as_user(sana).get(HARBOUR))
    assert "not enough yet: 1 judged" in words
    assert "Too few to say anything yet" in words


def test_a_big_and_steady_change_is_sure(sana, ada, harbour, as_user):
    practised(ada, harbour, weeks_ago(5), "warm_close", [0, 50] * 30)
    practised(ada, harbour, weeks_ago(1), "warm_close", [50, 100] * 30)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Sure “Close like a person” shows more: 25 to 75 since 26 October, over 60 encounters." in words
    assert "between 41 and 59 points more" in words
    assert "+50 sure" in words


def test_what_shows_less_links_to_the_encounters_that_missed_it(sana, ada, harbour, as_user):
    practised(ada, harbour, weeks_ago(5), "warm_close", [50, 100] * 30)
    practised(ada, harbour, weeks_ago(1), "warm_close", [0, 50] * 30)
    html = as_user(sana).get(HARBOUR).content.decode()
    assert "shows less" in html
    assert (
        "/encounters/?team=harbour-street&amp;practice=warm_close&amp;below=50&amp;since=2026-10-26&amp;until=2026-11-22"
        in html
    )


def test_small_differences_are_steadiness(sana, ada, harbour, as_user):
    logged(ada, harbour, weeks_ago(5), [60, 80] * 20)
    logged(ada, harbour, weeks_ago(1), [61, 80] * 20)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Steady Nothing changed for sure." in words


def test_one_encounter_is_too_little_to_call_anything_steady(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70])
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Too early to say What changed shows from five judged encounters on" in words
    assert "Steady" not in words


def test_shares_lead_to_those_they_leave_out(sana, ada, harbour, now, as_user):
    practised(ada, harbour, TODAY, "better_day", [100] * 6 + [50, 0])
    html = as_user(sana).get(HARBOUR).content.decode()
    assert "practice=better_day&amp;below=100&amp;since=2026-10-26&amp;until=2026-11-22" in html


def test_a_person_is_opened_in_the_weeks_and_the_channel_of_the_page_and_back(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 6, channel="ear")
    client, persons = as_user(sana), f"{HARBOUR}people/{ada.pk}/?weeks=13&amp;channel=ear"
    assert f'href="{persons}"' in client.get(f"{HARBOUR}?weeks=13&channel=ear&compare=teams").content.decode()
    back = client.get(persons.replace("&amp;", "&")).content.decode()
    assert f'href="{HARBOUR}?weeks=13&amp;channel=ear"' in back


def test_one_lucky_figure_among_twenty_is_not_sure(sana, ada, harbour, as_user):
    """Alone it would be: p is about 0.02. Beside the nineteen others it is what chance does."""
    practices = ["reset", "presence", "customers_shoes", "understanding", "speed", "ownership", "real", "recovery"]
    for practice in practices:
        practised(ada, harbour, weeks_ago(5), practice, [0, 100] * 20)
        practised(ada, harbour, weeks_ago(1), practice, [0, 100] * 20)
    practised(ada, harbour, weeks_ago(5), "warm_close", [0, 100] * 20)
    practised(ada, harbour, weeks_ago(1), "warm_close", [0, 100, 100, 100] * 10)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Nothing changed for sure" in words
    assert "+25" in words
    assert "+25 sure" not in words


def test_few_calls_that_look_lower_are_too_early_to_say(sana, ada, harbour, as_user):
    for week in range(1, 12):
        logged(ada, harbour, weeks_ago(week), [40, 60, 80, 100], channel="ear")
    logged(ada, harbour, TODAY, [20, 40, 60, 80, 100], channel="ear")
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Too early to say" in words
    assert "lower this week: 60 after 70, but it is only 5 encounters" in words


def test_no_week_of_greetings_is_compared_with_itself(sana, ben, harbour, as_user):
    """What people were told of first lags by two weeks, and so does what it is compared with."""
    practised(ben, harbour, weeks_ago(7), "personal_greeting", [100] * 25 + [0] * 5)
    practised(ben, harbour, weeks_ago(4), "personal_greeting", [0] * 25 + [100] * 5)
    words = text_of(as_user(sana).get(HARBOUR))
    assert (
        "25 of 30 from 12 October to 8 November were nearly the same or stock words. 5 of 30 in the weeks before"
        in words
    )


def test_few_calls_that_are_surely_higher_are_not_too_early_to_say(sana, ada, harbour, as_user):
    for week in range(1, 12):
        logged(ada, harbour, weeks_ago(week), [40, 42, 44, 46], channel="ear")
    logged(ada, harbour, TODAY, [90, 92, 94, 96, 98], channel="ear")
    assert "Too early to say" not in text_of(as_user(sana).get(HARBOUR))


def test_greetings_that_became_one_greeting_are_named(sana, ben, harbour, as_user):
    practised(ben, harbour, weeks_ago(7), "personal_greeting", [100] * 25 + [0] * 5)
    practised(ben, harbour, weeks_ago(2), "personal_greeting", [0] * 25 + [100] * 5)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Ben’s greetings have become one greeting: 25 of 30 from 12 October to 8 November" in words
    assert "5 of 30 in the weeks before" in words
    assert "Greetings: pick one customer detail a day" in words


def test_nothing_is_said_of_the_greetings_of_somebody_who_left(sana, ben, harbour, now, as_user):
    practised(ben, harbour, weeks_ago(7), "personal_greeting", [100] * 25 + [0] * 5)
    practised(ben, harbour, weeks_ago(2), "personal_greeting", [0] * 25 + [100] * 5)
    ben.memberships.update(until=now - timedelta(days=3))
    assert "Ben’s greetings" not in text_of(as_user(sana).get(HARBOUR))


def test_a_third_of_greetings_is_no_script_however_much_more_that_is(sana, ben, harbour, as_user):
    practised(ben, harbour, weeks_ago(7), "personal_greeting", [100] * 90)
    practised(ben, harbour, weeks_ago(2), "personal_greeting", [0] * 30 + [100] * 60)
    assert "Ben’s greetings" not in text_of(as_user(sana).get(HARBOUR))


def test_nobody_is_named_before_they_had_it_on_their_own_page_for_a_week(sana, ben, harbour, as_user):
    practised(ben, harbour, weeks_ago(7), "personal_greeting", [100] * 25 + [0] * 5)
    practised(ben, harbour, weeks_ago(1), "personal_greeting", [0] * 25 + [100] * 5)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Ben’s greetings" not in words
    assert "Greetings: pick one customer detail a day" not in words


def test_greetings_that_became_better_name_nobody(sana, ben, harbour, as_user):
    practised(ben, harbour, weeks_ago(5), "personal_greeting", [0] * 25 + [100] * 5)
    practised(ben, harbour, weeks_ago(1), "personal_greeting", [100] * 25 + [0] * 5)
    assert "Ben’s greetings" not in text_of(as_user(sana).get(HARBOUR))


def test_slipped_promises_wait_in_the_open(sana, ada, harbour, now, as_user):
    logged(ada, harbour, TODAY, [70] * 5)
    for day in (2, 3):
        encounter = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=day + 1))
        PromiseFactory(encounter=encounter, due_at=now - timedelta(days=day))
    PromiseFactory(encounter=encounter, due_at=now + timedelta(days=1))
    count(*Encounter.objects.all())
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Promises open 3 2 overdue, oldest since Sunday" in words
    assert "Waiting 2 promises are past their time, the oldest since Sunday." in words
    assert "2 promises slipped; ask what got in the way" in words


def test_a_morning_is_compared_with_the_same_hours_of_last_week(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70, 71])
    logged(ada, harbour, TODAY - timedelta(days=8), [70] * 4)
    logged(ada, harbour, weeks_ago(1), [70], hour=9)
    logged(ada, harbour, weeks_ago(1), [70] * 40)  # last Wednesday's noon does not count at half past nine
    assert "Encounters this week 2 3 fewer than by this time last week" in text_of(as_user(sana).get(HARBOUR))


def test_right_the_first_time_is_a_share_with_its_interval(sana, ada, harbour, as_user):
    practised(ada, harbour, TODAY, "right_first_time", [100] * 8 + [50, 0])
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Right the first time 80 % between 49 % and 94 % 10 judged in 4 weeks" in words


def test_the_channel_narrows_everything_but_the_channels(sana, ada, ben, harbour, as_user):
    logged(ada, harbour, TODAY, [90] * 6, channel="face")
    logged(ben, harbour, TODAY, [50] * 6, channel="ear")
    words = text_of(as_user(sana).get(HARBOUR + "?channel=ear"))
    assert "Encounters this week 6" in words
    assert re.search(r"Face to face 90 of 6", words)
    assert re.search(r"By phone 50 of 6", words)


@pytest.mark.parametrize("query", ["?weeks=99", "?weeks=", "?channel=smoke", "?weeks=4&channel=", "?weeks=%00"])
def test_unknown_choices_are_the_usual_ones(sana, ada, harbour, as_user, query):
    logged(ada, harbour, TODAY, [70] * 6)
    assert as_user(sana).get(HARBOUR + query).status_code == 200


def test_thirteen_weeks_show_more_and_compare_the_last_four(sana, ada, harbour, as_user):
    practised(ada, harbour, weeks_ago(11), "warm_close", [0, 50] * 30)
    practised(ada, harbour, weeks_ago(1), "warm_close", [50, 100] * 30)
    words = text_of(as_user(sana).get(HARBOUR + "?weeks=13"))
    assert "25 to 75 since 26 October" in words
    assert "of 120" in words  # the bar is of all thirteen weeks


def test_people_are_in_the_order_of_their_names_whatever_they_score(sana, ada, ben, harbour, as_user):
    logged(ada, harbour, TODAY, [10, 11, 12, 13, 14])
    logged(ben, harbour, TODAY, [90, 91, 92, 93, 94])
    words = text_of(as_user(sana).get(HARBOUR)).split("Talk about", 1)[1]
    assert words.index("Ada Okafor") < words.index("Ben Lindqvist")


def test_somebody_who_came_lately_is_not_asked_why_they_logged_little(sana, ada, ben, harbour, now, as_user):
    logged(ada, harbour, TODAY, [70] * 40)
    logged(ben, harbour, TODAY, [70] * 2)
    ben.memberships.update(since=now - timedelta(days=5))
    words = text_of(as_user(sana).get(HARBOUR))
    assert "New here; ask how it is going" in words
    assert "is there time to?" not in words


def test_somebody_who_logged_little_is_asked_about_time(sana, ada, ben, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 40)
    logged(ben, harbour, TODAY, [70] * 2)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Few logged; is there time to?" in words


def test_somebody_who_logged_half_of_what_others_did_is_not(sana, ada, ben, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 40)
    logged(ben, harbour, TODAY, [70] * 20)
    assert "Few logged" not in text_of(as_user(sana).get(HARBOUR))


def test_one_promise_that_slipped_is_worth_asking_about(sana, ada, harbour, now, as_user):
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=3))
    PromiseFactory(encounter=encounter, due_at=now - timedelta(days=2))
    count(encounter)
    page = as_user(sana).get(HARBOUR)
    assert "A promise slipped; ask what got in the way" in text_of(page)
    assert f"/encounters/?person={ada.pk}&amp;promises=overdue" in people_of(page)


def test_what_somebody_is_surely_better_at_is_worth_telling(sana, ada, ben, harbour, as_user):
    practised(ada, harbour, TODAY, "presence", [100] * 28 + [50] * 2)
    practised(ben, harbour, TODAY, "presence", [0, 50, 100] * 10)
    logged(ada, harbour, weeks_ago(1), [80, 90] * 20)
    logged(ben, harbour, weeks_ago(1), [60, 70] * 20)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Worth telling: strong at “Be there”" in words
    assert "Practise together: “Be there”" in words


def test_what_may_be_chance_among_as_many_practices_is_not_worth_telling(sana, ada, ben, harbour, as_user):
    """Alone it would be: p is about 0.01."""
    practised(ada, harbour, TODAY, "presence", [50, 100] * 15)
    practised(ben, harbour, TODAY, "presence", [0, 50, 100] * 10)
    logged(ada, harbour, weeks_ago(1), [70] * 10)
    logged(ben, harbour, weeks_ago(1), [70] * 10)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Worth telling" not in words
    assert "Practise together" not in words


def test_a_mean_under_five_is_not_shown(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [91, 92, 93, 94], channel="click")
    logged(ada, harbour, TODAY, [70] * 6, channel="face")
    words = text_of(as_user(sana).get(HARBOUR))
    assert "In chat not enough yet" in words
    assert "93" not in words


def test_every_link_to_encounters_is_one_the_list_understands(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 6)
    practised(ada, harbour, weeks_ago(1), "warm_close", [0, 50] * 10)
    client = as_user(sana)
    links = set(re.findall(r'href="(/encounters/\?[^"]+)"', client.get(HARBOUR).content.decode()))
    assert len(links) > 5
    for link in links:
        response = client.get(unescape(link))
        assert response.status_code == 200
        assert not response.context["filter"].form.errors, link


def test_forty_people_with_long_names_cost_as_many_queries_as_two(sana, ada, ben, harbour, as_user):
    client = as_user(sana)
    _a_busy_month([ada, ben], harbour)
    few = queries_of(client, HARBOUR)
    people = [UserFactory(name=f"Wilhelmina-Konstantina Oberschwarzenberger-Featherstonehaugh {n}") for n in range(38)]
    for person in people:
        MembershipFactory(user=person, team=harbour)
    _a_busy_month(people, harbour)
    assert queries_of(client, HARBOUR) == few


def test_a_supervisor_who_logs_is_in_the_table_and_one_who_does_not_is_not(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 6)
    assert "Sana Mirza" not in people_of(as_user(sana).get(HARBOUR))
    logged(sana, harbour, TODAY, [70] * 6)
    assert "Sana Mirza" in people_of(as_user(sana).get(HARBOUR))


def test_whoever_left_stays_in_the_totals_but_not_in_the_table(sana, ada, ben, harbour, now, as_user):
    ben.memberships.update(until=now - timedelta(days=1))
    logged(ada, harbour, TODAY, [70] * 6)
    logged(ben, harbour, TODAY - timedelta(days=1), [70] * 6)
    page = as_user(sana).get(HARBOUR)
    assert "Encounters this week 12" in text_of(page)
    assert "Ben Lindqvist" not in people_of(page)


def test_the_week_is_the_teams_own(ivy, ada, harbour, as_user):
    """Late on Sunday in London it is Monday in Auckland: a new week has begun there, and it is morning."""
    harbour.time_zone = "Pacific/Auckland"
    harbour.save()
    logged(ada, harbour, date(2026, 11, 15), [70] * 7)
    with time_machine.travel(datetime(2026, 11, 15, 20, 0, tzinfo=UTC)):
        words = text_of(as_user(ivy).get(HARBOUR))
    assert "week of 16 November" in words
    assert "Encounters this week 0 7 fewer" not in words
    assert "Good morning, Ivy." in words


@pytest.mark.parametrize("today", [date(2026, 10, 25), date(2026, 10, 26), date(2026, 3, 29)])
def test_weeks_in_which_the_clocks_change_are_weeks(today):
    choice = Choice(today)
    assert choice.this_week.days == 7
    assert choice.trend.days == 91
    assert choice.before.end == choice.recent.start


def test_whoever_logs_in_one_team_and_supervises_another_reads_only_the_other(ada, harbour, mill, as_user):
    MembershipFactory(user=ada, team=mill, role=Role.SUPERVISOR)
    assert as_user(ada).get("/teams/mill-lane/").status_code == 200
    assert as_user(ada).get(HARBOUR).status_code == 403


def test_supervision_counts_and_frontline_does_not(ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 6)
    MembershipFactory(user=ada, team=harbour, role=Role.SUPERVISOR)
    assert as_user(ada).get(HARBOUR).status_code == 200


def _a_busy_month(people, team) -> None:
    for person in people:
        for week in range(8):
            logged(person, team, weeks_ago(week), [60, 70, 80])
            practised(person, team, weeks_ago(week), "warm_close", [0, 50, 100], channel="ear")
            practised(person, team, weeks_ago(week), "presence", [0, 50, 100], channel="ear")


def test_three_sure_changes_leave_no_room_for_less(sana, ada, harbour, now, as_user):
    for practice in ("warm_close", "presence", "confirmation", "speed"):
        practised(ada, harbour, weeks_ago(5), practice, [0, 50] * 30)
        practised(ada, harbour, weeks_ago(1), practice, [50, 100] * 30)
    encounter = EncounterFactory(person=ada, team=harbour, occurred_at=now - timedelta(days=3))
    PromiseFactory(encounter=encounter, due_at=now - timedelta(days=2))
    words = text_of(as_user(sana).get(HARBOUR))
    assert words.count("shows more") == 3
    assert "Waiting" not in words


def test_a_channel_that_surely_changed_is_named(sana, ada, harbour, as_user):
    for week in (7, 6, 5, 4):
        logged(ada, harbour, weeks_ago(week), [40, 50, 60] * 5, channel="click")
    for week in (3, 2, 1, 0):
        logged(ada, harbour, weeks_ago(week), [70, 80, 90] * 5, channel="click")
    words = text_of(as_user(sana).get(HARBOUR))
    assert "In chat, the score went up: 50 to 80 since 26 October, over 60 encounters." in words


def test_when_sunday_ends_the_week_is_compared_with_all_of_last_week(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 7)
    logged(ada, harbour, weeks_ago(1), [70] * 7)
    with time_machine.travel(datetime(2026, 11, 22, 23, 59, tzinfo=UTC)):
        assert "Encounters this week 7 as many as the week before" in text_of(as_user(sana).get(HARBOUR))


def test_a_change_that_does_not_show_in_the_figures_is_not_told(sana, ada, harbour, as_user):
    """Of twenty thousand encounters a third of a point is sure, and "71 to 71" is no news."""
    logged(ada, harbour, weeks_ago(5), [61, 81] * 10_000)
    logged(ada, harbour, weeks_ago(1), [61, 82, 61, 82, 61, 81] * 3_334)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "score went up" not in words
    assert "Steady Nothing changed for sure." in words


def test_where_the_figures_moved_otherwise_than_the_people_that_is_said(sana, ada, ben, harbour, as_user):
    """Ada and Ben both rose by three; Ben, who scores high, logs more of the encounters now."""
    for person, level, before, recent in ((ada, 40, 150, 50), (ben, 80, 50, 150)):
        practised(person, harbour, weeks_ago(5), "warm_close", [level - 5, level + 5] * before)
        practised(person, harbour, weeks_ago(1), "warm_close", [level - 2, level + 8] * recent)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "“Close like a person” shows more: 50 to 73" in words
    assert "each person beside themselves, between 2 and 4 points more" in words


def test_a_difference_that_does_not_show_does_not_look_higher(sana, ada, ben, harbour, as_user):
    """Ada scored ten points more this week than before, but the week's figure is the same: Ben, who scores high, was away."""
    logged(ada, harbour, weeks_ago(3), [20, 80] * 5)
    logged(ben, harbour, weeks_ago(3), [50, 90] * 5)
    logged(ada, harbour, TODAY, [30, 90] * 3)
    words = text_of(as_user(sana).get(HARBOUR))
    assert "look higher" not in words
    assert "look lower" not in words
