"""What changed, on the log screen of a phone: below the form, kept without network, gone with "Got it"."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Page, expect

from microconnect.notices.models import Notice
from microconnect.people.models import User
from tests.browser.test_twenty_seconds import MOST_SCRIPT
from tests.factories import NoticeFactory

CARD = "[data-news]"
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def notice(ada: User) -> Notice:
    notice: Notice = NoticeFactory(person=ada, body="New: never say “you people”.\nSay “the four of you”.")
    return notice


@pytest.fixture
def log(context: BrowserContext, sign_in: Callable[[User], None], ada: User, notice: Notice) -> Iterator[Page]:
    """The kept log screen, with the news in the person's kit; the first visit was not to a page that shows them.

    A refused request is no complaint here, an error in a script is.
    """
    sign_in(ada)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/promises/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    page.goto("/log/")
    expect(page.locator("body")).to_have_attribute("data-shell", "log")
    yield page
    assert not errors


def _is_seen(notice: Notice) -> bool:
    notice.refresh_from_db()
    return notice.seen_at is not None


def _got_it(page: Page) -> None:
    page.locator(CARD).get_by_role("button", name="Got it").click()


def test_it_stands_below_the_form_and_does_not_move_it(log: Page) -> None:
    card = log.locator(CARD)
    expect(card).to_contain_text("New since")
    expect(card.get_by_role("link", name="See what is in bounds")).to_have_attribute("href", "/guidelines/")
    form, news = log.locator("form[data-log]").bounding_box(), card.bounding_box()
    assert form is not None
    assert news is not None
    assert news["y"] >= form["y"] + form["height"]
    assert log.evaluate("scrollY") == 0
    card.scroll_into_view_if_needed()
    results = Axe().run(log, options={"runOnly": {"type": "tag", "values": _WCAG}, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()


def test_until_it_comes_into_view_it_counts_as_not_shown(log: Page) -> None:
    log.goto("/log/")
    expect(log.locator(CARD)).to_be_visible()
    log.locator(CARD).scroll_into_view_if_needed()
    while not log.evaluate("Object.values(localStorage).some((value) => value.includes('day'))"):
        log.wait_for_timeout(50)
    log.goto("/log/")
    log.wait_for_load_state("networkidle")
    expect(log.locator(CARD)).to_be_hidden()


def test_got_it_reaches_the_server(log: Page, notice: Notice) -> None:
    with log.expect_response("**/notices/seen/"):
        _got_it(log)
    expect(log.locator(CARD)).to_have_count(0)
    assert _is_seen(notice)


def test_without_network_it_is_there_and_got_it_is_told_later(log: Page, notice: Notice) -> None:
    log.context.set_offline(True)
    log.goto("/log/")
    _got_it(log)
    log.goto("/log/")
    expect(log.locator("form[data-log]")).to_be_visible()
    expect(log.locator(CARD)).to_be_hidden()
    assert not _is_seen(notice)
    log.context.set_offline(False)
    with log.expect_response("**/notices/seen/"):
        log.goto("/log/")
    assert _is_seen(notice)


def test_one_persons_got_it_is_not_anothers(
    log: Page, sign_in: Callable[[User], None], ben: User, notice: Notice
) -> None:
    others = NoticeFactory(person=ben)
    with log.expect_response("**/notices/seen/"):
        _got_it(log)
    sign_in(ben)
    log.goto("/promises/")
    log.wait_for_load_state("networkidle")
    log.goto("/log/")
    expect(log.locator(CARD)).to_be_visible()
    assert not _is_seen(others)


def test_on_a_page_from_the_server_it_goes_without_loading_the_page_anew(
    page: Page, sign_in: Callable[[User], None], ada: User, notice: Notice, assert_accessible: Callable[[], None]
) -> None:
    sign_in(ada)
    page.goto("/me/")
    assert_accessible()
    page.evaluate("window.isTheSame = true")
    page.locator(".news").get_by_role("button", name="Got it").click()
    expect(page.locator(".news")).to_have_count(0)
    assert page.evaluate("window.isTheSame")
    assert _is_seen(notice)


def test_all_scripts_of_the_log_page_are_small_with_news_too(log: Page) -> None:
    expect(log.locator(CARD)).to_be_visible()
    log.wait_for_load_state("networkidle")
    loaded = log.evaluate(
        "performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname)"
        ".filter((path) => path.endsWith('.js'))"
    )
    paths = {path.removeprefix("/static/") for path in loaded}
    assert "js/news.js" in paths
    sizes = {path: len(gzip.compress(Path(finders.find(path) or "").read_bytes(), 9)) for path in paths}
    assert sum(sizes.values()) < MOST_SCRIPT, sizes
