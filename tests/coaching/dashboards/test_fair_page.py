"""Whether like cases are treated alike: who strays from everybody's share further than chance, and what is said of it."""

import pytest

from interactions.models import Channel
from microconnect.people.models import Role
from tests.coaching.dashboards.reading import queries_of, text_of
from tests.coaching.dashboards.rows import TODAY, logged, practised, weeks_ago
from tests.factories import MembershipFactory, SituationFactory, TeamFactory, UserFactory

FAIR = "/teams/harbour-street/fair/"
GIVEN, KEPT = "own_judgement", "declined"
SHOWN, MISSED = 100, 0


def gave(person, team, given: int, of: int, **how) -> None:
    """`person` gave something extra in `given` of so many encounters, today or on `day`."""
    day = how.pop("day", TODAY)
    for concession, count in ((GIVEN, given), (KEPT, of - given)):
        if count:
            logged(person, team, day, [], encounters=count, concession=concession, **how)


def sorted_at_once(person, team, count: int, of: int, **how) -> None:
    practised(person, team, TODAY, "right_first_time", [SHOWN] * count + [MISSED] * (of - count), **how)


@pytest.fixture
def others(otto, mill):
    """Everybody else gives something extra in 180 of 900."""
    gave(otto, mill, 180, 900)


def test_somebody_far_outside_is_asked_about_and_never_judged(sana, ada, ben, harbour, others, as_user):
    gave(ada, harbour, 14, 20)
    gave(ben, harbour, 4, 20)
    words = text_of(as_user(sana).get(FAIR))
    assert (
        "Ada gave something extra in 14 of 20. By chance alone it would be 0 to 10. Worth asking what Ada sees."
        in words
    )
    assert "Ben gave" not in words
    assert (
        "2 people are looked at together: chance alone puts fewer than one of them outside the inner lines; here one is."
        in words
    )


def test_between_the_lines_is_worth_a_look(sana, ada, ben, harbour, others, as_user):
    gave(ada, harbour, 9, 20)
    gave(ben, harbour, 4, 20)
    words = text_of(as_user(sana).get(FAIR))
    assert "Ada gave something extra in 9 of 20. By chance alone it would be 1 to 8." in words
    assert "Worth a look; one in twenty would be here by chance." in words


def test_with_many_looked_at_together_even_far_outside_can_be_chance(sana, ada, harbour, others, as_user):
    gave(ada, harbour, 11, 20)
    for number in range(60):
        gave(UserFactory(name=f"Person {number:02}"), harbour, 2, 10)
    words = text_of(as_user(sana).get(FAIR))
    assert "Ada gave something extra in 11 of 20." in words
    assert "with 61 looked at together, even this can be chance" in words
    assert "61 people are looked at together: chance alone puts about 3 of them outside" in words


def test_right_the_first_time_is_asked_the_same_way(sana, ada, otto, harbour, mill, as_user):
    sorted_at_once(otto, mill, 720, 900)
    sorted_at_once(ada, harbour, 6, 20)
    words = text_of(as_user(sana).get(f"{FAIR}?of=first_time"))
    assert "79 % were right the first time: 726 of the 920 encounters where that was noted" in words
    assert "Ada had it right the first time in 6 of 20. By chance alone it would be 10 to 20." in words


def test_people_are_listed_by_name_with_a_link_to_what_is_behind(sana, ada, ben, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    gave(ben, harbour, 6, 20)
    html = as_user(sana).get(FAIR).content.decode()
    assert f"/encounters/?team=harbour-street&amp;person={ada.pk}&amp;since=2026-10-26&amp;until=2026-11-22" in html
    table = html[html.index("<tbody>") :]
    assert table.index("Ada Okafor") < table.index("Ben Lindqvist")


def test_fewer_than_five_are_counted_but_not_shown(sana, ada, ben, harbour, others, as_user):
    gave(ada, harbour, 4, 4)
    gave(ben, harbour, 1, 5)
    words = text_of(as_user(sana).get(FAIR))
    assert "Ada Okafor" not in words
    assert "Ben Lindqvist: 20 %, 1 of 5, within the lines" in words
    assert "One more has fewer than five and is not shown." in words


def test_one_encounter_only_says_that_it_is_too_early(sana, ada, harbour, as_user):
    gave(ada, harbour, 1, 1, situation=SituationFactory(name="Repair"))
    response = as_user(sana).get(FAIR)
    words = text_of(response)
    assert response.status_code == 200
    assert "not enough yet: 1" in words
    assert "Nothing to draw yet" in words
    assert "no two cases to put side by side" in words


def test_an_empty_team_teaches(sana, as_user):
    response = as_user(sana).get(FAIR)
    assert response.status_code == 200
    assert "Nothing to compare yet" in text_of(response)


def test_a_team_without_people_keeps_what_was_logged_there(ivy, ada, harbour, mill, others, as_user):
    empty = TeamFactory(name="Closed shop", slug="closed-shop")
    gave(ada, empty, 3, 10)
    words = text_of(as_user(ivy).get("/teams/closed-shop/fair/"))
    assert "Ada Okafor: 30 %, 3 of 10" in words


def test_a_person_in_two_teams_is_counted_in_each_by_what_they_did_there(sana, ada, harbour, mill, others, as_user):
    MembershipFactory(user=ada, team=mill, role=Role.FRONTLINE)
    gave(ada, harbour, 2, 10)
    gave(ada, mill, 30, 30)
    words = text_of(as_user(sana).get(FAIR))
    assert "Ada Okafor: 20 %, 2 of 10" in words


def test_other_teams_have_no_name_for_a_supervisor(sana, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    response = as_user(sana).get(FAIR)
    assert "Another team 20 % 18–23 900 within" in text_of(response)
    assert "Mill Lane" not in response.content.decode()
    assert "/teams/mill-lane/" not in response.content.decode()


def test_a_supervisor_of_both_teams_reads_both_names(sana, ada, harbour, mill, others, as_user):
    MembershipFactory(user=sana, team=mill, role=Role.SUPERVISOR)
    gave(ada, harbour, 4, 20)
    assert "Mill Lane: 20 %, 180 of 900" in text_of(as_user(sana).get(FAIR))


def test_an_administrator_reads_every_team_by_name(ivy, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    html = as_user(ivy).get(f"{FAIR}?weeks=13").content.decode()
    assert "Mill Lane: 20\u00a0%, 180 of 900" in html
    assert "/teams/mill-lane/fair/?weeks=13" in html


def test_hundreds_of_teams_are_drawn_and_the_telling_ones_listed(ivy, ada, harbour, as_user):
    for number in range(70):
        gave(ada, TeamFactory(name=f"Shop {number:02}", slug=f"shop-{number:02}"), 4, 20)
    gave(ada, harbour, 4, 20)
    words = text_of(as_user(ivy).get(FAIR))
    assert "11 more are drawn above." in words
    assert "Harbour Street: 20 %" in words


def test_a_situation_narrows_everything(sana, ada, harbour, others, otto, mill, as_user):
    returns = SituationFactory(name="Return without receipt", slug="returns")
    gave(ada, harbour, 9, 10, situation=returns)
    gave(otto, mill, 50, 100, situation=returns)
    words = text_of(as_user(sana).get(f"{FAIR}?situation=returns"))
    assert "something extra was given in 54 % : 59 of the 110 encounters where that was noted" in words
    assert "Ada Okafor: 90 %, 9 of 10" in words


def test_each_situation_says_both_shares_here_and_in_all_teams(sana, ada, otto, harbour, mill, as_user):
    returns = SituationFactory(name="Return without receipt", slug="returns")
    gave(ada, harbour, 9, 10, situation=returns)
    gave(otto, mill, 41, 90, situation=returns)
    sorted_at_once(ada, harbour, 4, 8, situation=returns)
    response = as_user(sana).get(f"{FAIR}?weeks=13")
    words = text_of(response)
    assert "90 % 60–98 · of 10 all teams 50 %" in words
    assert "50 % 22–78 · of 8" in words
    assert 'href="?weeks=13&amp;situation=returns"' in response.content.decode()


def test_a_channel_narrows_and_the_chips_keep_what_is_asked(sana, ada, harbour, others, as_user):
    SituationFactory(name="Repair", slug="repair")
    gave(ada, harbour, 5, 10, channel=Channel.EAR)
    gave(ada, harbour, 0, 10, channel=Channel.FACE)
    html = as_user(sana).get(f"{FAIR}?channel=ear&of=first_time&situation=repair").content.decode()
    assert "?weeks=13&amp;channel=ear&amp;situation=repair&amp;of=first_time" in html
    assert "Ada Okafor: 50 %, 5 of 10" in text_of(as_user(sana).get(f"{FAIR}?channel=ear"))


def test_what_nobody_ever_gives_is_no_funnel(sana, ada, otto, harbour, mill, as_user):
    gifts = SituationFactory(name="Choosing a gift", slug="gift")
    gave(ada, harbour, 0, 20, situation=gifts)
    gave(otto, mill, 0, 20, situation=gifts)
    words = text_of(as_user(sana).get(f"{FAIR}?situation=gift"))
    assert "some that went one way and some the other" in words


@pytest.mark.parametrize("slug", ["no-such", "x' OR 1=1", "é" * 300])
def test_a_situation_that_never_was_is_said_to_be_none(slug, sana, as_user):
    response = as_user(sana).get(f"{FAIR}?situation={slug}")
    assert response.status_code == 422
    assert "That situation is not on the list." in text_of(response)


REFUSED = {
    "since=2026-11-10&until=2026-11-02": "The last day comes before the first. Swap the two.",
    "since=1986-11-10": "Choose a day between 2000 and the end of this week.",
    "since=yesterday": "Enter a valid date",
    "situation=%00": "Null characters are not allowed.",
    "person=ada": "Nobody by that number has been in this team.",
    "of=everything": "Select a valid choice",
}


@pytest.mark.parametrize("query", REFUSED)
def test_what_cannot_be_shown_is_said_in_words_beside_the_usual_figures(query, sana, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    response = as_user(sana).get(f"{FAIR}?{query}")
    assert response.status_code == 422
    assert REFUSED[query] in text_of(response)
    assert "Ada Okafor: 20 %" in text_of(response)


def test_days_become_the_weeks_they_lie_in_and_every_link_keeps_them(sana, ada, ben, harbour, others, as_user):
    repair = SituationFactory(name="Repair", slug="repair")
    gave(ada, harbour, 4, 20)
    gave(ada, harbour, 20, 20, day=weeks_ago(6), situation=repair)
    gave(ben, harbour, 0, 20, day=weeks_ago(6))
    gave(ada, harbour, 30, 30, day=weeks_ago(8))
    response = as_user(sana).get(f"{FAIR}?since=2026-10-08&until=2026-10-09&situation=repair&of=first_time")
    words, html, days = text_of(response), response.content.decode(), "since=2026-10-05&amp;until=2026-10-11"
    assert "5 October to 11 October ×" in words
    assert f'href="/teams/harbour-street/?situation=repair&amp;{days}"' in html
    assert f'href="?{days}&amp;of=first_time"' in html
    assert 'href="?situation=repair&amp;of=first_time"' in html
    assert "Ada Okafor: 100 %, 20 of 20" in text_of(as_user(sana).get(f"{FAIR}?since=2026-10-08&until=2026-10-09"))


def test_the_team_page_leads_there_and_back_with_its_choice(sana, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    logged(ada, harbour, TODAY, [70] * 6)
    client = as_user(sana)
    asked = f"weeks=13&person={ada.pk}&compare=year"
    for page in ("fair", "scripts"):
        there = f"/teams/harbour-street/{page}/?{asked}"
        assert f'href="{there}"'.replace("&", "&amp;") in client.get(f"/teams/harbour-street/?{asked}").content.decode()
        back = f'href="/teams/harbour-street/?{asked}"'.replace("&", "&amp;")
        assert back in client.get(there).content.decode()


def test_another_team_is_not_asked_about_somebody_of_this_one(ivy, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    html = as_user(ivy).get(f"{FAIR}?weeks=13&person={ada.pk}").content.decode()
    assert 'href="/teams/mill-lane/fair/?weeks=13"' in html


def test_the_form_hands_on_what_it_does_not_ask(sana, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    html = as_user(sana).get(f"{FAIR}?channel=face&of=first_time&person={ada.pk}").content.decode()
    for name, value in (("channel", "face"), ("of", "first_time"), ("person", ada.pk)):
        assert f'<input type="hidden" name="{name}" value="{value}">' in html


def test_a_choice_without_anything_leads_back_to_all(sana, ada, harbour, others, as_user):
    words = text_of(as_user(sana).get(f"{FAIR}?since=2026-10-08&until=2026-10-09"))
    assert "Nothing like that in these weeks" in words


def test_a_folded_situation_is_read_as_the_one_it_was_folded_into(sana, ada, harbour, others, now, as_user):
    returns = SituationFactory(name="Returns", slug="returns")
    SituationFactory(name="Refunds", slug="refunds", retired_at=now, merged_into=returns)
    gave(ada, harbour, 4, 20, situation=returns)
    assert "Ada Okafor: 20 %, 4 of 20" in text_of(as_user(sana).get(f"{FAIR}?situation=refunds"))


@pytest.mark.parametrize("query", ["weeks=4000", "channel=pigeon", "page=x"])
def test_unknown_choices_leave_the_page_as_it_is(query, sana, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    response = as_user(sana).get(f"{FAIR}?{query}")
    assert response.status_code == 200
    assert "Ada Okafor: 20 %" in text_of(response)


def test_weeks_before_the_chosen_ones_do_not_count(sana, ada, harbour, others, as_user):
    gave(ada, harbour, 4, 20)
    gave(ada, harbour, 20, 20, day=weeks_ago(6))
    assert "Ada Okafor: 20 %, 4 of 20" in text_of(as_user(sana).get(FAIR))


def test_those_outside_get_404_and_those_who_log_are_told_why(otto, ada, harbour, as_user):
    assert as_user(otto).get(FAIR).status_code == 404
    response = as_user(ada).get(FAIR)
    assert response.status_code == 403
    assert "are under “Me”" in text_of(response)


def test_the_queries_are_as_many_whatever_was_logged(sana, ada, ben, harbour, others, as_user):
    returns = SituationFactory(name="Returns", slug="returns")
    gave(ada, harbour, 4, 20, situation=returns)
    client = as_user(sana)
    few = queries_of(client, FAIR)
    for number in range(8):
        situation = SituationFactory(name=f"Situation {number}", slug=f"situation-{number}")
        gave(UserFactory(), harbour, number, 20, situation=situation)
        gave(ben, TeamFactory(), number, 20, situation=situation)
    assert queries_of(client, FAIR) == few <= 16
