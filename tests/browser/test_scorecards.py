"""The scorecard in a browser: weights move, shares follow, the preview follows, and the page is accessible."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from coaching.demo.filling import fill
from coaching.scorecards.services import drafting
from microconnect.people.models import User

LAPTOP: ViewportSize = {"width": 1440, "height": 900}
GREETING = "Make the greeting your own"
SignIn = Callable[[User], None]


@pytest.fixture
def shops(transactional_db: None) -> None:
    fill(encounters=200, seed=7, now=datetime.now(UTC), with_password=False, on_progress=lambda done, of: None)


@pytest.fixture
def draft_page(page: Page, sign_in: SignIn, shops: None, ivy: User) -> Page:
    drafting.begin(by=ivy)
    sign_in(ivy)
    page.goto("/scorecards/draft/")
    return page


def test_slider_and_number_agree_and_shares_follow(draft_page: Page) -> None:
    row = draft_page.locator(".weight", has_text=GREETING)
    slider, number, share = (
        row.locator("[type=range]"),
        row.locator("[type=number]").first,
        row.locator(".weight-share"),
    )
    expect(share).to_have_text("counts 10 %")
    slider.fill("60")
    expect(number).to_have_value("60")
    expect(share).to_have_text("counts 30 %")
    number.fill("15")
    expect(slider).to_have_value("15")
    row.get_by_label(GREETING, exact=True).uncheck()
    expect(share).to_have_text("does not count")
    slider.fill("20")
    expect(row.get_by_label(GREETING, exact=True)).to_be_checked()


def test_what_would_change_is_told_while_a_weight_is_moved(draft_page: Page) -> None:
    expect(draft_page.locator("#in-brief")).to_contain_text("· 0 scores of")
    draft_page.locator("[data-moves=id_weight_personal_greeting]").fill("60")
    expect(draft_page.locator("#preview")).to_contain_text(f"“{GREETING}” counts 60 instead of 15.")
    expect(draft_page.locator("#in-brief")).not_to_contain_text("· 0 scores of")
    drafted = drafting.draft()
    assert drafted
    assert drafted.scorecard.weight("personal_greeting") == 15


def test_another_encounter_and_keeping_it_while_weights_move(draft_page: Page) -> None:
    second = draft_page.locator("#seen-1")
    before = second.input_value()
    draft_page.locator("#another-1").click()
    expect(second).not_to_have_value(before)
    after = second.input_value()
    draft_page.locator("[data-moves=id_weight_reset]").fill("60")
    expect(draft_page.locator("#preview")).to_contain_text("counts 60 instead of 5")
    expect(second).to_have_value(after)


def test_what_is_wrong_is_told_at_once_and_beside_its_field_when_saved(
    draft_page: Page, assert_accessible: Callable[[], None]
) -> None:
    draft_page.locator("#id_target_high").fill("20")
    expect(draft_page.locator("#preview")).to_contain_text("Mend this first")
    draft_page.get_by_role("button", name="Save", exact=True).click()
    expect(draft_page.locator(".number-row .errorlist")).to_contain_text("Choose more than 70.")
    assert_accessible()


def test_a_draft_begins_with_a_press(page: Page, sign_in: SignIn, transactional_db: None, ivy: User) -> None:
    sign_in(ivy)
    page.goto("/scorecards/")
    page.get_by_role("button", name="Change something").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Move a weight, see what it would do")


def test_from_a_weight_to_a_version(draft_page: Page, assert_accessible: Callable[[], None]) -> None:
    draft_page.locator("[data-moves=id_weight_personal_greeting]").fill("60")
    draft_page.get_by_role("button", name="Save, then publish").click()
    draft_page.get_by_label("Why?").fill("Greetings are where it begins.")
    assert_accessible()
    draft_page.get_by_role("button", name="Publish it").click()
    expect(draft_page.get_by_text("Published. It counts from the next encounter on.")).to_be_visible()
    draft_page.goto("/scorecards/versions/2/")
    expect(draft_page.get_by_text(f"“{GREETING}” counts 60 instead of 15.")).to_be_visible()
    assert_accessible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_on_its_screen(
    draft_page: Page, assert_accessible: Callable[[], None], theme: str
) -> None:
    draft_page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
    screens: list[ViewportSize] = [{"width": 320, "height": 568}, {"width": 390, "height": 844}, LAPTOP]
    for address in ("", "draft/", "draft/publish/", "versions/", "versions/1/"):
        for screen in screens:
            draft_page.set_viewport_size(screen)
            draft_page.goto(f"/scorecards/{address}")
            for summary in draft_page.locator("main details > summary").all()[:3]:
                summary.click()
            assert draft_page.evaluate("document.documentElement.scrollWidth") <= screen["width"], address
            assert_accessible()
