"""The promises page: one tap keeps, a word on how is there for those who want it, and the calendar gets a file."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from interactions.models import Promise
from microconnect.people.models import Team, User
from tests.factories import EncounterFactory, PromiseFactory

SMALL: ViewportSize = {"width": 320, "height": 568}
PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1440, "height": 900}


@pytest.fixture
def promises(page: Page, sign_in: Callable[[User], None], ada: User, harbour: Team) -> Page:
    now = datetime.now(UTC)
    for name, hours, what in [
        ("Maria", -3, "Ring about the blue kettle"),
        ("Tom", 4, "Ask the depot where the red chair is, and whether it can still come before Saturday"),
        ("", 28, "Put the last one aside"),
    ]:
        met = EncounterFactory(person=ada, team=harbour, customer_name=name, occurred_at=now - timedelta(hours=9))
        PromiseFactory(encounter=met, what=what, due_at=now + timedelta(hours=hours))
    sign_in(ada)
    page.goto("/promises/")
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_can_be_read_and_tapped_on_every_screen(promises: Page, assert_accessible, theme) -> None:
    for screen in (SMALL, PHONE, LAPTOP):
        promises.set_viewport_size(screen)
        promises.emulate_media(color_scheme=theme, reduced_motion="reduce")
        promises.locator(".keep summary").nth(1).click()
        assert promises.evaluate("document.documentElement.scrollWidth") <= screen["width"]
        targets = promises.locator("main :is(button, summary, .keep a):visible")
        assert all(box and box["height"] >= 44 for box in (target.bounding_box() for target in targets.all()))
        assert_accessible()


def test_a_word_on_how_is_kept_with_it(promises: Page) -> None:
    late = promises.get_by_role("listitem").filter(has_text="blue kettle")
    late.get_by_text("Say how").click()
    late.get_by_label("How it went").fill("She laughed")
    late.get_by_role("button", name="Yes, kept").click()
    expect(promises.locator("#notes")).to_contain_text("Kept.")
    assert Promise.objects.get(what="Ring about the blue kettle").kept_note == "She laughed"


def test_the_calendar_gets_a_file(promises: Page) -> None:
    with promises.expect_download() as download:
        promises.get_by_role("listitem").filter(has_text="Put the last one aside").get_by_text("Calendar").click()
    assert download.value.suggested_filename == "promise.ics"
    assert "SUMMARY:Put the last one aside" in download.value.path().read_text()
