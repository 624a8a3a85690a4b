"""What the frame of every page does in a real browser."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.either_database

PAPER = {"light": "rgb(250, 246, 239)", "dark": "rgb(16, 23, 23)"}


@pytest.fixture
def signed_in(page: Page, sign_in, ada) -> Page:
    sign_in(ada)
    page.goto("/encounters/")
    return page


def test_chosen_theme_is_kept_and_the_device_may_have_it_back(signed_in: Page) -> None:
    page = signed_in
    page.locator("details.account > summary").click()
    page.get_by_role("radio", name="Dark").check()
    expect(page.locator("body")).to_have_css("background-color", PAPER["dark"])
    page.reload()
    expect(page.locator("body")).to_have_css("background-color", PAPER["dark"])
    page.locator("details.account > summary").click()
    page.get_by_role("radio", name="Device").check()
    expect(page.locator("body")).to_have_css("background-color", PAPER["light"])


def test_escape_closes_the_menu_and_gives_the_focus_back(signed_in: Page) -> None:
    page = signed_in
    menu = page.locator("details.account")
    menu.locator("summary").click()
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_first_tab_offers_to_skip_to_the_page(signed_in: Page) -> None:
    page = signed_in
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_signing_out_from_the_menu_leads_to_the_door(signed_in: Page) -> None:
    page = signed_in
    page.locator("details.account > summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Twenty seconds that someone remembers")


def test_tab_bar_is_for_phones(signed_in: Page) -> None:
    page = signed_in
    expect(page.locator(".tab-bar")).to_be_visible()
    expect(page.locator(".top-nav")).to_be_hidden()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".tab-bar")).to_be_hidden()
    expect(page.locator(".top-nav")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_door_is_accessible_and_never_scrolls_sideways(
    page: Page, assert_accessible, width: int, theme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto("/accounts/login/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible()


@pytest.mark.parametrize("width", [1440, 1024])
def test_administrators_places_stand_in_one_line_on_a_laptop(page: Page, sign_in, ivy, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    sign_in(ivy)
    page.goto("/guidelines/")
    lines = page.locator(".top-nav a").evaluate_all("places => new Set(places.map((each) => each.offsetTop)).size")
    assert lines == 1


def test_administrators_menu_fits_on_a_phone(page: Page, sign_in, ivy) -> None:
    sign_in(ivy)
    page.goto("/guidelines/")
    page.locator("details.account > summary").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_in_viewport(ratio=1)
