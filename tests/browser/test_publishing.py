"""From a draft to what people meet at the counter: Ivy tries, looks and publishes, Ada and Ben are told, and held to it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from coaching.assessments.models import Assessment
from coaching.assessments.services import assess_all
from coaching.guidelines.services import drafting
from microconnect.jobs.models import Job
from microconnect.jobs.running import run_now
from microconnect.notices.models import Notice
from microconnect.people.models import Team, User
from tests.factories import EncounterFactory

PHONE: ViewportSize = {"width": 390, "height": 844}
NARROWEST: ViewportSize = {"width": 320, "height": 568}
GREETINGS = 6
WHY = "Nobody likes to be a number in a queue."

Look = Callable[[], None]


@pytest.fixture
def look_at_it(page: Page, assert_accessible: Callable[[], None]) -> Look:
    """`look_at_it()`: the page as it stands is accessible, and does not scroll sideways on the smallest phone."""

    def look() -> None:
        page.wait_for_load_state("networkidle")
        assert_accessible()
        page.set_viewport_size(NARROWEST)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"], page.url
        page.set_viewport_size(PHONE)

    return look


@pytest.fixture
def open_as(
    browser: Browser, live_server: LiveServer, session_of: Callable[[User], Any]
) -> Iterator[Callable[..., Page]]:
    """`open_as(ada)`: a page on her own phone."""
    contexts: list[BrowserContext] = []

    def open_as(user: User, **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, viewport=PHONE, locale="en-GB", **options)
        context.add_cookies([session_of(user)])
        contexts.append(context)
        return context.new_page()

    yield open_as
    for context in contexts:
        context.close()


@pytest.fixture
def queue(transactional_db: None, ada: User, harbour: Team) -> None:
    """Yesterday Ada called six customers "next"."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    EncounterFactory.create_batch(GREETINGS, person=ada, team=harbour, greeting="Next please", occurred_at=yesterday)
    assess_all(now=datetime.now(UTC))


def test_from_a_draft_to_the_counter(
    page: Page,
    sign_in: Callable[[User], None],
    look_at_it: Look,
    open_as: Callable[..., Page],
    ada: User,
    ben: User,
    ivy: User,
    queue: None,
) -> None:
    sign_in(ivy)
    _begin_with_a_ready_made_set(page, look_at_it)
    _try_a_greeting_and_keep_it(page, look_at_it)
    _look_at_four_weeks(page, look_at_it)
    _publish_and_score_again(page, look_at_it)
    _is_told_once_on_her_page(open_as(ada))
    _is_told_below_the_form_and_held_to_it(open_as(ben))


def _begin_with_a_ready_made_set(page: Page, look_at_it: Look) -> None:
    page.goto("/guidelines/")
    look_at_it()
    page.get_by_role("button", name="Write the first ones").click()
    expect(page.get_by_role("heading", name="Nothing is written yet")).to_be_visible()
    look_at_it()
    page.get_by_role("button", name="Add Shop").click()
    expect(page.locator("#notes")).to_contain_text("guidelines to the draft.")
    expect(page.locator("a.guideline", has_text="“Next!”")).to_be_visible()
    look_at_it()


def _try_a_greeting_and_keep_it(page: Page, look_at_it: Look) -> None:
    page.locator("textarea[name=greeting]").fill("Next please")
    expect(page.locator("#tried li")).to_have_count(1)
    expect(page.locator("#tried")).to_contain_text("It calls a queue, not a person.")
    look_at_it()
    page.get_by_role("button", name="Keep as a case").click()
    kept = page.locator("section", has=page.get_by_role("heading", name="Tricky cases"))
    expect(kept).to_contain_text("Next please")
    expect(kept).to_contain_text("out of bounds · Face to face")


def _look_at_four_weeks(page: Page, look_at_it: Look) -> None:
    page.get_by_role("link", name="Look, then publish").click()
    look_at_it()
    page.get_by_role("button", name="Look", exact=True).click()
    expect(page.get_by_role("heading", name="Waiting for its turn")).to_be_visible()
    look_at_it()
    _work_on_the_newest_job()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{GREETINGS} greetings come out differently")
    assert page.locator("main mark.try").count() == GREETINGS
    look_at_it()
    page.get_by_role("link", name="Back to publishing").click()


def _publish_and_score_again(page: Page, look_at_it: Look) -> None:
    page.get_by_label("Why?").fill(WHY)
    page.get_by_label("also those since a day you choose").check()
    page.get_by_label("Score again from").fill((datetime.now(UTC) - timedelta(days=7)).date().isoformat())
    page.get_by_role("button", name="Publish it").click()
    expect(page.get_by_role("heading", name="Waiting for its turn")).to_be_visible()
    _work_on_the_newest_job()
    expect(page.get_by_role("heading", level=1)).to_have_text("What held, and since when")
    published = drafting.published()
    assert Assessment.objects.filter(guideline_version=published).count() == GREETINGS
    look_at_it()
    page.get_by_role("link", name=f"Version 1: {WHY}").click()
    expect(page.get_by_text("holds now")).to_be_visible()
    look_at_it()


def _is_told_once_on_her_page(page: Page) -> None:
    page.goto("/me/")
    news = page.locator(".news")
    expect(news).to_contain_text("New today")
    expect(news).to_contain_text("Next!")
    expect(news).to_contain_text(WHY)
    page.reload()
    expect(news).to_have_count(0)


def _is_told_below_the_form_and_held_to_it(page: Page) -> None:
    page.goto("/promises/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    page.goto("/log/")
    expect(page.locator("[data-news]")).to_contain_text("New since")
    page.get_by_label("What did you say first?").fill("Next please")
    expect(page.locator("#greeting-check")).to_contain_text("It calls a queue, not a person.")
    with page.expect_response("**/notices/seen/"):
        page.locator("[data-news]").get_by_role("button", name="Got it").click()
    assert Notice.objects.get(person__name="Ben Lindqvist").seen_at


def test_without_scripts_guidelines_are_written_tried_and_published(
    open_as: Callable[..., Page], transactional_db: None, ivy: User, harbour: Team
) -> None:
    page = open_as(ivy, java_script_enabled=False)
    page.goto("/guidelines/")
    page.get_by_role("button", name="Write the first ones").click()
    page.get_by_role("link", name="Write the first one").click()
    _write_about_the_lake(page)
    page.locator("textarea[name=greeting]").fill("How was the lake?")
    page.get_by_role("button", name="Try them").click()
    expect(page.locator("#tried")).to_contain_text("Ask about the ferry.")
    page.get_by_role("link", name="Look, then publish").click()
    page.get_by_role("button", name="Look", exact=True).click()
    expect(page.get_by_role("heading", name="Waiting for its turn")).to_be_visible()
    _work_on_the_newest_job()
    page.get_by_role("link", name="Look again").click()
    page.get_by_role("link", name="Back to publishing").click()
    page.get_by_label("Why?").fill("We heard of it yesterday.")
    page.get_by_role("button", name="Publish it").click()
    expect(page.locator("#notes")).to_contain_text("Published. It holds from the next greeting on.")
    expect(page.locator("main")).to_contain_text("Leave the lake alone")


def _write_about_the_lake(page: Page) -> None:
    page.locator("[name=title]").fill("Leave the lake alone")
    page.locator("[name=strength][value=never]").check()
    page.locator("[name=phrases]").fill("the lake")
    page.locator("[name=matching_examples]").fill("How was the lake?")
    page.locator("[name=other_examples]").fill("How was the ferry?")
    page.locator("[name=reason]").fill("Somebody drowned there.")
    page.locator("[name=suggestion]").fill("Ask about the ferry.")
    page.get_by_role("button", name="Save in the draft").click()


def _work_on_the_newest_job() -> None:
    """In place of a worker; the browser's page asks by itself how far it is."""
    run_now(Job.objects.order_by("-pk")[0])
