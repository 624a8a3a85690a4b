"""The people on a team's page, by name, and what to talk about with each."""

from datetime import timedelta

from tests.coaching.dashboards.reading import text_of
from tests.coaching.dashboards.rows import TODAY, count, logged, practised, weeks_ago
from tests.factories import EncounterFactory, PromiseFactory

HARBOUR = "/teams/harbour-street/"


def people_of(response) -> str:
    """The table of people, with its tags."""
    page: str = response.content.decode()
    return page.split('class="card people"')[1].split("</section>", maxsplit=1)[0]


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


def test_names_are_text_whatever_is_in_them(sana, ada, harbour, as_user):
    ada.name = 'Ada <b>"Bo"</b> & Co'
    ada.save()
    logged(ada, harbour, TODAY, [60, 65, 70, 75, 80])
    assert "Ada &lt;b&gt;&quot;Bo&quot;&lt;/b&gt; &amp; Co</a>" in people_of(as_user(sana).get(HARBOUR))
