"""What the address of a team's page asks for, and what it says where that cannot be shown."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from pytest_django.asserts import assertInHTML

from coaching.dashboards.choices import Choice, Comparison
from coaching.dashboards.choosing import ChoiceForm
from microconnect.periods import Period
from tests.coaching.dashboards.reading import text_of
from tests.coaching.dashboards.rows import TODAY, logged, weeks_ago
from tests.factories import SituationFactory, UserFactory

HARBOUR = "/teams/harbour-street/"


def chosen(team, query: str) -> Choice:
    return ChoiceForm(QueryDict(query), team=team, today=TODAY).choice()


def test_nothing_asked_is_four_weeks_of_everything(harbour):
    assert chosen(harbour, "") == Choice(TODAY)


def test_days_become_the_weeks_they_lie_in(harbour):
    choice = chosen(harbour, "since=2026-09-02&until=2026-09-20")
    assert choice.period == Period(date(2026, 8, 31), date(2026, 9, 21))
    assert choice.recent == choice.period
    assert choice.before == Period(date(2026, 8, 10), date(2026, 8, 31))
    assert not choice.is_current


def test_a_first_day_alone_goes_up_to_today(harbour):
    choice = chosen(harbour, "since=2026-11-03")
    assert choice.period == Period(date(2026, 11, 2), date(2026, 11, 23))
    assert choice.is_current


def test_days_that_are_the_usual_weeks_are_the_usual_choice(harbour):
    assert chosen(harbour, f"since={weeks_ago(3)}&until={TODAY}") == Choice(TODAY)


def test_the_address_of_a_choice_asks_for_that_choice(harbour, ada):
    situation = SituationFactory()
    query = f"weeks=13&channel=ear&situation={situation.slug}&person={ada.pk}&compare=teams"
    choice = chosen(harbour, query)
    assert (choice.weeks, choice.channel, choice.situation, choice.person) == (13, "ear", situation, ada)
    assert choice.comparison == Comparison.TEAMS
    assert chosen(harbour, choice.url()[1:]) == choice
    for chip in choice.narrowed():
        assert chosen(harbour, chip.url[1:]) != choice


def test_a_year_ago_is_the_same_weekdays(harbour):
    choice = chosen(harbour, "compare=year")
    assert choice.a_year_ago.start.weekday() == 0
    assert (choice.period.start - choice.a_year_ago.start).days == 364


REFUSED = {
    "since=2026-11-10&until=2026-11-02": "The last day comes before the first. Swap the two.",
    "since=1986-11-10": "Choose a day between 2000 and the end of this week.",
    "since=2001-01-01": "Choose two years at most",
    "until=2036-01-01": "Choose a day between 2000 and the end of this week.",
    "since=yesterday": "Enter a valid date",
    "since=0000-00-00": "Enter a valid date",
    "situation=unheard-of": "That situation is not on the list.",
    "situation=%00": "Null characters are not allowed.",
    "person=999999999999999999999999": "Nobody by that number has been in this team.",
    "person=ada": "Nobody by that number has been in this team.",
    "compare=nothing": "Select a valid choice",
}


@pytest.mark.parametrize("query", REFUSED)
def test_what_cannot_be_shown_is_said_in_words_beside_the_usual_figures(sana, ada, harbour, as_user, query):
    logged(ada, harbour, TODAY, [70] * 6)
    response = as_user(sana).get(f"{HARBOUR}?{query}")
    assert response.status_code == 422
    words = text_of(response)
    assert REFUSED[query] in words
    assert "Encounters this week 6" in words


@pytest.mark.parametrize("part", ["when", "situations", "matrix"])
@pytest.mark.parametrize("query", REFUSED)
def test_parts_show_the_usual_then(sana, ada, harbour, as_user, part, query):
    logged(ada, harbour, TODAY, [70] * 6)
    assert as_user(sana).get(f"{HARBOUR}{part}/?{query}").status_code == 200


def test_a_folded_situation_is_read_as_the_one_it_was_folded_into(harbour, now):
    returns = SituationFactory(slug="returns")
    SituationFactory(slug="refunds", retired_at=now, merged_into=returns)
    assert chosen(harbour, "situation=refunds").situation == returns


def test_a_folded_situation_is_shown_as_the_one_it_was_folded_into(harbour, now):
    returns = SituationFactory(name="Returns", slug="returns")
    SituationFactory(name="Queues", slug="queues")
    SituationFactory(slug="refunds", retired_at=now, merged_into=returns)
    form = ChoiceForm(QueryDict("situation=refunds"), team=harbour, today=TODAY)
    assert form.is_valid()
    assertInHTML('<option value="returns" selected>Returns</option>', str(form["situation"]))
    assertInHTML('<option value="queues">Queues</option>', str(form["situation"]))


def test_somebody_of_another_team_cannot_be_chosen(harbour, mill):
    form = ChoiceForm(QueryDict(f"person={UserFactory().pk}"), team=harbour, today=TODAY)
    assert not form.is_valid()


def test_the_form_is_fetched_when_somebody_asks_for_it(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 6)
    client = as_user(sana)
    assert "Ada Okafor</option>" not in client.get(HARBOUR).content.decode()
    page = client.get(f"{HARBOUR}choose/?weeks=13&person={ada.pk}").content.decode()
    assert "<main" in page
    assert f'<option value="{ada.pk}" selected>Ada Okafor</option>' in page
    assert '<input type="hidden" name="weeks" value="13">' in page
    fragment = client.get(f"{HARBOUR}choose/", headers={"HX-Request": "true"}).content.decode()
    assert fragment.strip() in client.get(f"{HARBOUR}choose/").content.decode()


def test_htmx_gets_the_figures_alone_and_the_whole_page_when_history_is_restored(sana, ada, harbour, as_user):
    logged(ada, harbour, TODAY, [70] * 6)
    client = as_user(sana)
    part = client.get(HARBOUR, headers={"HX-Request": "true"}).content
    assert part.strip().startswith(b'<div class="stack" id="figures">')
    restored = client.get(HARBOUR, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}).content
    assert b"<main" in restored


def test_one_situation_narrows_everything(sana, ada, harbour, as_user):
    lost = SituationFactory(name="Lost and found", slug="lost-and-found")
    logged(ada, harbour, TODAY, [90] * 6, situation=lost)
    logged(ada, harbour, TODAY, [50] * 6)
    words = text_of(as_user(sana).get(HARBOUR + "?situation=lost-and-found"))
    assert "Encounters this week 6" in words
    assert "Face to face 90 of 6" in words


def test_one_person_narrows_everything(sana, ada, ben, harbour, as_user):
    logged(ada, harbour, TODAY, [90] * 6)
    logged(ben, harbour, TODAY, [50] * 6)
    words = text_of(as_user(sana).get(f"{HARBOUR}?person={ben.pk}"))
    assert "Encounters this week 6" in words
    assert "Face to face 50 of 6" in words


def test_weeks_of_the_past_are_shown_as_they_were(sana, ada, harbour, as_user):
    logged(ada, harbour, weeks_ago(20), [90] * 6)
    logged(ada, harbour, weeks_ago(21), [70] * 9)
    words = text_of(as_user(sana).get(f"{HARBOUR}?since={weeks_ago(21)}&until={weeks_ago(20)}"))
    assert "Face to face 78 of 15" in words
    assert "Encounters that week 6 3 fewer than the week before" in words
    assert "Score that week 90" in words
    assert "the week before 70 · 13 weeks 78" in words
    assert "this week" not in words


def test_weeks_of_the_past_list_those_who_were_there_then(sana, ada, ben, harbour, now, as_user):
    ben.memberships.update(since=now - timedelta(weeks=3))
    logged(ada, harbour, weeks_ago(20), [90] * 6)
    words = text_of(as_user(sana).get(f"{HARBOUR}?since={weeks_ago(21)}&until={weeks_ago(20)}"))
    assert "Harbour Street · 1 person · week of 29 June" in words
    assert "Nothing logged; is there time to?" not in words


def test_a_choice_without_encounters_says_so_and_keeps_the_choice(sana, ada, harbour, as_user):
    SituationFactory(slug="nobody-asks")
    logged(ada, harbour, TODAY, [70] * 6)
    words = text_of(as_user(sana).get(HARBOUR + "?situation=nobody-asks"))
    assert "Nothing in this choice" in words
    assert "Show all" in words
