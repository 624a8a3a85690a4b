"""What a team's page says first: what changed, how sure that is, and what is waiting."""

from datetime import timedelta

from interactions.models import Encounter
from tests.coaching.dashboards.reading import text_of
from tests.coaching.dashboards.rows import TODAY, count, logged, practised, weeks_ago
from tests.factories import EncounterFactory, PromiseFactory

HARBOUR = "/teams/harbour-street/"


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
