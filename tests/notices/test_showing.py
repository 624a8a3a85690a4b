"""New since Tuesday: shown on one page a day, until it has been seen."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import OperationalError, connection
from django.urls import reverse

from microconnect.notices.models import Notice
from microconnect.notices.showing import heading
from tests.factories import NoticeFactory

pytestmark = pytest.mark.django_db

THURSDAY = datetime(2026, 11, 26, 10, tzinfo=UTC)
TITLE = "What is in and out of bounds changed"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(THURSDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def notice(ada) -> Notice:
    return NoticeFactory(person=ada, made_at=THURSDAY - timedelta(days=2))


@pytest.fixture
def client(as_user, ada):
    return as_user(ada)


def shows(client, url: str, **how) -> bool:
    return 'class="card news"' in client.get(url, **how).text


@pytest.mark.parametrize(
    ("url", "person"), [("/me/", "ada"), ("/guidelines/", "ada"), ("/log/", "ada"), ("/teams/", "sana")]
)
def test_pages_that_people_land_on_say_what_is_new(as_user, request, url, person):
    user = request.getfixturevalue(person)
    NoticeFactory(person=user, made_at=THURSDAY - timedelta(days=2))
    page = as_user(user).get(url).text
    for words in ("New since Tuesday", TITLE, "Say “the four of you”.", "See what is in bounds", "Got it"):
        assert words in page


def test_it_is_shown_on_one_page_a_day(client, notice, clock):
    assert shows(client, "/me/")
    assert not shows(client, "/me/")
    assert not shows(client, "/guidelines/")
    clock.move_to(THURSDAY + timedelta(days=1))
    assert not shows(client, "/me/")  # the page that it is about was opened


def test_left_alone_it_comes_back_the_next_day_and_no_more_after_two_weeks(client, notice, clock):
    assert shows(client, "/me/")
    clock.move_to(THURSDAY + timedelta(days=1))
    assert shows(client, "/me/")
    clock.move_to(THURSDAY + timedelta(days=13))
    assert not shows(client, "/me/")
    assert TITLE in client.get("/notices/").text


def test_the_day_is_that_of_the_persons_team(as_user, ada, harbour, clock):
    harbour.time_zone = "Pacific/Auckland"
    harbour.save()
    NoticeFactory(person=ada, made_at=THURSDAY)
    clock.move_to(datetime(2026, 11, 26, 10, 30, tzinfo=UTC))  # 23:30 there
    client = as_user(ada)
    assert shows(client, "/me/")
    clock.move_to(datetime(2026, 11, 26, 11, 30, tzinfo=UTC))
    assert shows(client, "/me/")


def test_got_it_ends_it_with_and_without_a_script(client, ada, notice):
    other = NoticeFactory(person=ada)
    response = client.post(reverse("notices:seen"), {"notice": notice.pk, "next": "/me/"})
    assert response["Location"] == "/me/"
    response = client.post(reverse("notices:seen"), {"notice": [other.pk]}, HTTP_HX_REQUEST="true")
    assert (response.status_code, response.content) == (200, b"")
    assert not shows(client, "/me/")


def test_a_device_that_says_it_again_is_answered(client, notice):
    for count in (1, 0):
        answer = client.post(reverse("notices:seen"), {"notice": notice.pk}, HTTP_ACCEPT="application/json")
        assert answer.json() == {"seen": count}


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_nobody_is_sent_elsewhere(client, notice, back):
    response = client.post(reverse("notices:seen"), {"notice": notice.pk, "next": back})
    assert response["Location"] == "/notices/"


@pytest.mark.parametrize("pk", ["-1", "0", "9" * 20, "9" * 5_000, "a", "1\x00", "٣", "²"])
def test_what_is_no_notice_is_not_found(client, notice, pk):
    assert client.post(reverse("notices:seen"), {"notice": [notice.pk, pk]}).status_code == 404
    notice.refresh_from_db()
    assert notice.seen_at is None


def test_another_persons_notice_is_not_found_and_stays_new(as_user, ben, ivy, notice):
    for person in (ben, ivy):
        client = as_user(person)
        assert client.post(reverse("notices:seen"), {"notice": notice.pk}).status_code == 404
        assert client.get(reverse("notices:follow", args=[notice.pk])).status_code == 404
        assert TITLE not in client.get("/notices/").text
        assert not shows(client, "/guidelines/")
    notice.refresh_from_db()
    assert (notice.seen_at, notice.shown_on) == (None, None)


def test_following_its_link_ends_it(client, notice):
    response = client.get(reverse("notices:follow", args=[notice.pk]))
    assert response["Location"] == "/guidelines/"
    assert not shows(client, "/me/")


def test_reading_it_among_all_others_ends_it(client, notice):
    page = client.get("/notices/").text
    assert "Tuesday 24 November 2026" in page
    assert ">new<" in page
    assert ">new<" not in client.get("/notices/").text
    assert not shows(client, "/me/")


def test_looking_ahead_of_the_person_ends_nothing(client, notice):
    client.head("/me/")
    client.head("/notices/")
    client.head(reverse("notices:follow", args=[notice.pk]))
    assert not shows(client, "/me/", headers={"Sec-Purpose": "prefetch;prerender"})
    assert shows(client, "/me/")


def test_the_newest_three_are_shown_and_the_rest_another_day(client, ada, clock):
    for day in range(5):
        NoticeFactory(person=ada, title=f"Change {day}", made_at=THURSDAY - timedelta(days=day))
    news = client.get("/me/").context["news"]
    assert [notice.title for notice in news.notices] == ["Change 0", "Change 1", "Change 2"]
    assert news.heading == "New since Tuesday"


def test_words_are_escaped_and_lines_kept(client, ada):
    NoticeFactory(person=ada, title="<b>bold</b>", body="one\n<script>alert(1)</script>")
    page = client.get("/me/").text
    assert "<b>bold</b>" not in page
    assert "one\n&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("days", "words", "kept"),
    [
        (0, "New today", "New since Thursday"),
        (1, "New since Wednesday", "New since Wednesday"),
        (6, "New since Friday", "New since Friday"),
        (7, "New since 19 November", "New since 19 November"),
    ],
)
def test_how_old_it_is_said(days, words, kept):
    since = THURSDAY - timedelta(days=days)
    assert heading(since, THURSDAY) == words
    assert heading(since, THURSDAY, is_kept=True) == kept


def test_a_busy_database_keeps_no_page_from_anybody(client, notice):
    def locked(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and "notice" in sql:
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(locked):
        assert not shows(client, "/me/")
    assert shows(client, "/me/")


def test_who_has_no_news_costs_one_question(client, django_assert_max_num_queries, ada):
    client.get("/guidelines/")
    with django_assert_max_num_queries(6) as without:
        client.get("/guidelines/")
    assert sum("notices_notice" in query["sql"] for query in without.captured_queries) == 1


def test_a_phone_gets_what_is_new_in_its_kit_and_nothing_is_noted(client, notice):
    for _time in range(2):
        news = client.get("/log/kit/").json()["news"]
        assert news == {
            "heading": "New since Tuesday",
            "notices": [
                {
                    "id": str(notice.pk),
                    "title": TITLE,
                    "body": notice.body,
                    "url": "/guidelines/",
                    "link": "See what is in bounds",
                }
            ],
        }
    assert shows(client, "/me/")
    assert client.get("/log/kit/").json()["news"] is None


def test_nothing_to_read_teaches_what_would_be_here(client):
    assert "Nothing has changed so far" in client.get("/notices/").text
