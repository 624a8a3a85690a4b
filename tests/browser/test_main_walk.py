"""The whole job: Ada logs on her phone, Sana sees it on her laptop, Ivy draws a line, and the next greeting meets it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from coaching.engine.scoring import DEFAULT_SCORECARD
from interactions.models import Encounter
from microconnect.people.models import Team, User
from tests.factories import GuidelineFactory, publish_draft

PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1440, "height": 900}
GREETING = "Morning Maria! Did the lake freeze over in the end?"
REPLY = "Three hours in that queue with the little one, no wonder you're worn out. I'll ring the depot myself."

Visit = Callable[[User], Page]


@pytest.fixture
def at_laptop(browser: Browser, live_server: LiveServer, session_of: Callable[[User], Any]) -> Iterator[Visit]:
    """`at_laptop(sana)`: a page of hers, on a screen of her own, beside the phone's."""
    contexts: list[BrowserContext] = []

    def visit(user: User) -> Page:
        context = browser.new_context(base_url=live_server.url, viewport=LAPTOP, locale="en-GB")
        context.add_cookies([session_of(user)])
        contexts.append(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def you_lot(transactional_db: None) -> None:
    words = {"phrases": "you lot", "matching_examples": "Hello you lot", "other_examples": "Hello you two"}
    GuidelineFactory(title="You lot", reason="It makes a crowd.", suggestion="“the four of you”", **words)
    publish_draft()


def test_from_a_greeting_at_the_counter_to_the_next_one_judged_by_a_new_guideline(
    page: Page, sign_in: Callable[[User], None], at_laptop: Visit, ada: User, sana: User, ivy: User, you_lot: None
) -> None:
    sign_in(ada)
    _log_with_hints(page)
    _read_feedback(page)
    _find_it_on_the_dashboard(at_laptop(sana))
    _forbid_the_lake(at_laptop(ivy))
    _greet_out_of_bounds(page)


def _log_with_hints(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("What happened?")
    page.get_by_role("radio", name="Face to face").check()
    greeting, hint = page.get_by_label("What did you say first?"), page.locator("#greeting-check")
    greeting.press_sequentially("Hello you lot", delay=5)
    expect(hint).to_contain_text("It makes a crowd.")
    expect(hint).to_contain_text("Try: “the four of you”")
    greeting.fill(GREETING)
    expect(hint).to_contain_text("Yours, not a script.")
    page.get_by_role("group", name="came in").get_by_role("radio", name="upset", exact=True).check()
    page.get_by_role("group", name="left").get_by_role("radio", name="delighted").check()
    page.get_by_role("radio", name="Sorted").check()
    page.get_by_text("Add their story").click()
    page.get_by_label("What did you answer").fill(REPLY)
    page.get_by_role("button", name="Save").click()


def _read_feedback(page: Page) -> None:
    expect(page.locator("#notes")).to_contain_text("Saved. Nicely done.")
    marked = page.locator(".said mark.well").all_text_contents()
    assert "Maria" in " ".join(marked)
    number = page.locator(".said .mark-number").first
    number.click()
    expect(page.locator(number.get_attribute("href") or "")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="One thing to try next")).to_be_visible()
    page.get_by_text("How this number was made").click()
    expect(page.get_by_role("rowheader", name="Make the greeting your own")).to_be_visible()


def _find_it_on_the_dashboard(page: Page) -> None:
    page.goto("/")
    tile = page.locator(".stat", has_text="Encounters this week")
    expect(tile.locator(".stat-value")).to_have_text("1")
    tile.get_by_role("link").click()
    page.get_by_role("link", name="Morning Maria").click()
    expect(page.locator(".said")).to_contain_text("Morning Maria")
    expect(page.locator("main")).to_contain_text("Ada Okafor")


def _forbid_the_lake(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Change something").click()
    page.get_by_role("link", name="Add a guideline").click()
    page.locator("[name=title]").fill("Leave the lake alone")
    page.locator("[name=strength][value=never]").check()
    page.locator("[name=phrases]").fill("the lake")
    page.locator("[name=reason]").fill("Somebody drowned there.")
    page.locator("[name=suggestion]").fill("Ask about the ferry.")
    page.locator("[name=matching_examples]").fill("How was the lake?")
    page.locator("[name=other_examples]").fill("How was the ferry?")
    page.get_by_role("button", name="Save in the draft").click()
    page.get_by_role("link", name="Look, then publish").click()
    page.get_by_label("Why?").fill("We heard of it yesterday.")
    page.get_by_role("button", name="Publish it").click()
    expect(page.locator("main")).to_contain_text("Leave the lake alone")


def _greet_out_of_bounds(page: Page) -> None:
    page.locator("main").get_by_role("link", name="Log another").click()
    page.get_by_label("What did you say first?").fill("Morning Ben! How was the lake with your sister?")
    expect(page.locator("#greeting-check")).to_contain_text("Ask about the ferry.")
    page.get_by_role("radio", name="Sorted").check()
    page.get_by_text("Add their story").click()
    page.get_by_label("What did you answer").fill(REPLY)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#notes")).to_contain_text("Saved.")
    assert "".join(page.locator(".said mark.try").all_text_contents()) == "the lake"
    page.get_by_text("How this number was made").click()
    expect(page.locator("main")).to_contain_text("holds the number down")
    assert int(page.locator(".score-value").inner_text()) <= DEFAULT_SCORECARD.critical_cap


def test_without_scripts_an_encounter_is_logged_read_and_its_promise_kept(
    browser: Browser, live_server: LiveServer, session_of: Callable[[User], Any], ada: User, harbour: Team
) -> None:
    with browser.new_context(base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as context:
        context.add_cookies([session_of(ada)])
        page = context.new_page()
        page.goto("/log/")
        page.get_by_label("What did you say first?").fill(GREETING)
        page.get_by_role("radio", name="Not yet").check()
        page.get_by_role("radio", name="Tomorrow").check()
        page.get_by_label("What did you promise?").fill("Ring about the blue kettle")
        page.get_by_role("button", name="Save").click()
        expect(page.locator(".said mark.well").first).to_be_visible()
        page.get_by_role("link", name="Promises").first.click()
        page.get_by_role("button", name="Kept it: Ring about the blue kettle").click()
        expect(page.locator("#notes")).to_contain_text("Kept.")
    assert Encounter.objects.get().promises.get().is_kept
