"""A team's page: who may read it, its figures, and the weeks and channels it is narrowed to."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
import time_machine

from coaching.dashboards.choices import Choice
from microconnect.people.models import Role
from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, logged, practised, weeks_ago
from tests.factories import MembershipFactory, UserFactory

HARBOUR = "/teams/harbour-street/"


def test_sana_reads_her_team(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [60, 65, 70, 75, 80])
    words = text_of(as_user(sana).get(HARBOUR))
    assert "Good morning, Sana. Here is what changed." in words
    assert "Harbour Street · 1 person · week of 16 November" in words
    assert "between 60 and 80 · 5 judged" in words
    assert "Ada Okafor" in words


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


def test_when_sunday_ends_the_week_is_compared_with_all_of_last_week(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 7)
    logged(ada, harbour, weeks_ago(1), [70] * 7)
    with time_machine.travel(datetime(2026, 11, 22, 23, 59, tzinfo=UTC)):
        assert "Encounters this week 7 as many as the week before" in text_of(as_user(sana).get(HARBOUR))
