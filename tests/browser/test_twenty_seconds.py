"""Logging takes less time than the moment took: taps, seconds by the keystroke-level model, key presses, bytes."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, expect

from interactions.models import Encounter
from interactions.offline.assets import SCRIPTS
from microconnect.people.models import User
from tests.browser.keystrokes import Thumb

LINE = "Morning Maria! How was the lake?"  # 32 signs
MOST_TAPS, MOST_SECONDS, MOST_KEYS = 5, 20, 12
MOST_SCRIPT = 40_000  # bytes, compressed


@pytest.fixture
def log(page: Page, sign_in: Callable[[User], None], ada: User) -> Page:
    sign_in(ada)
    page.goto("/log/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


def _tap_the_answers(thumb: Thumb) -> None:
    page = thumb.page
    thumb.decide()  # how they came and how they left is one thing to know
    thumb.tap(page.locator(".choice:has([name=feeling_before][value='2'])"))
    thumb.tap(page.locator(".choice:has([name=feeling_after][value='5'])"))
    thumb.decide()
    thumb.tap(page.locator(".choice:has([name=outcome][value=sorted])"))
    thumb.tap(page.get_by_role("button", name="Save", exact=True))


def test_the_common_case_takes_four_taps_and_no_scrolling(log: Page) -> None:
    thumb = Thumb(log)
    _tap_the_answers(thumb)
    expect(log.locator("#notes")).to_contain_text("Saved. Nicely done.")
    assert thumb.taps <= MOST_TAPS
    assert log.evaluate("scrollY") == 0
    encounter = Encounter.objects.get()
    assert (encounter.feeling_before, encounter.feeling_after, encounter.outcome) == (2, 5, "sorted")


@pytest.mark.parametrize("dictated", [False, True], ids=["typed", "dictated"])
def test_with_one_line_it_takes_less_than_twenty_seconds(log: Page, dictated: bool) -> None:
    thumb = Thumb(log)
    thumb.decide()
    thumb.tap(log.get_by_label("What did you say first?"))
    thumb.say(LINE, dictated=dictated)
    _tap_the_answers(thumb)
    expect(log.locator("#notes")).to_contain_text("Saved. Nicely done.")
    assert Encounter.objects.get().greeting == LINE
    assert thumb.taps <= MOST_TAPS
    assert thumb.seconds < MOST_SECONDS, f"{thumb.seconds:.1f} s: {' '.join(thumb.log)}"


def test_a_keyboard_needs_twelve_presses_at_most(log: Page) -> None:
    presses: Iterator[str] = iter("Tab Tab Tab Tab 2 Tab 5 Tab Space Enter".split())
    count = 0
    for key in presses:
        log.keyboard.press(key)
        count += 1
    expect(log.locator("#notes")).to_contain_text("Saved. Nicely done.")
    encounter = Encounter.objects.get()
    assert (encounter.feeling_before, encounter.feeling_after, encounter.outcome) == (2, 5, "sorted")
    assert count <= MOST_KEYS


def test_undo_is_offered_for_ten_seconds_and_takes_it_back(log: Page) -> None:
    _tap_the_answers(Thumb(log))
    log.locator("#notes").get_by_role("button", name="Undo").click()
    expect(log.locator("h1")).to_have_text("What happened?")
    assert not Encounter.objects.exists()


def test_every_control_has_a_name(log: Page) -> None:
    for summary in log.locator("details.more > summary").all():
        summary.press("Enter")
    nameless = log.locator("form[data-log] :is(input, textarea, select, button):visible").evaluate_all(
        "all => all.filter(each => !(each.labels?.length || each.ariaLabel || each.textContent.trim())).map(each => each.name)"
    )
    assert nameless == []


def test_the_second_visit_takes_nothing_of_the_shell_from_the_network(log: Page) -> None:
    log.goto("/log/")
    expect(log.locator("body")).to_have_attribute("data-shell", "log")
    fetched = log.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".filter(each => each.transferSize).map(each => new URL(each.name).pathname)"
    )
    assert set(fetched) <= {"/log/kit/", "/guidelines/rules/"}  # what is one's own, not the shell


def test_all_scripts_of_the_log_page_together_are_small(log: Page) -> None:
    log.goto("/log/")
    log.wait_for_load_state("networkidle")
    loaded = log.evaluate(
        "performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname)"
        ".filter((path) => path.endsWith('.js'))"
    )
    paths = {path.removeprefix("/static/") for path in loaded}
    assert {"js/log.js", "js/outbox.js", "django_htmx/htmx-2.min.js"} <= paths <= set(SCRIPTS)
    sizes = {path: len(gzip.compress(Path(finders.find(path) or "").read_bytes(), 9)) for path in paths}
    assert sum(sizes.values()) < MOST_SCRIPT, sizes


def test_a_phone_can_install_it(log: Page) -> None:
    log.reload()
    devtools = log.context.new_cdp_session(log)
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    left = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in left} <= {"in-incognito"}  # the only thing that a test's window lacks
