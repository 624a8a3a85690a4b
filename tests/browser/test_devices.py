"""A shared tablet in a browser: registered, switched, left; by touch, by keyboard, and without scripts."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, expect

from microconnect.devices.models import DevicePin
from microconnect.people.models import User
from tests.devices.tablets import PASSWORD


def test_a_tap_and_a_pin_lead_to_the_log_page(
    page: Page, context: BrowserContext, tablet: Any, pins: dict[str, DevicePin]
) -> None:
    context.add_cookies([tablet])
    page.goto("/accounts/login/")
    expect(page.get_by_label("Your PIN")).to_be_hidden()
    page.get_by_role("radio", name="Ada").click()
    expect(page.get_by_label("Your PIN")).to_be_focused()
    page.keyboard.type("2580")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{tablet['url']}/log/")


def test_from_one_person_to_the_next_by_the_menu(
    page: Page, context: BrowserContext, sign_in: Callable[[User], None], tablet: Any, pins: dict[str, DevicePin]
) -> None:
    context.add_cookies([tablet])
    sign_in(pins["ada"].user)
    page.goto("/encounters/")
    page.locator("details.account > summary").click()
    page.get_by_role("button", name="Switch person").click()
    page.get_by_role("radio", name="Ben").check()
    page.get_by_label("Your PIN").fill("2580")
    page.get_by_role("button", name="Come in").click()
    expect(page.locator("details.account > summary")).to_have_accessible_name("Ben Lindqvist: your menu")


def test_a_wrong_pin_keeps_the_person_and_is_typed_again_at_once(
    page: Page,
    context: BrowserContext,
    assert_accessible: Callable[[], None],
    tablet: Any,
    pins: dict[str, DevicePin],
) -> None:
    context.add_cookies([tablet])
    page.goto("/accounts/login/")
    page.get_by_role("radio", name="Ben").check()
    page.get_by_label("Your PIN").fill("2581")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("alert")).to_contain_text("That PIN did not fit.")
    expect(page.get_by_role("radio", name="Ben")).to_be_checked()
    expect(page.get_by_label("Your PIN")).to_be_focused()
    assert_accessible()


def test_switching_works_without_scripts(browser: Browser, tablet: Any, pins: dict[str, DevicePin]) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([tablet])
    page = context.new_page()
    page.goto(f"{tablet['url']}/accounts/login/")
    page.get_by_role("radio", name="Ada").check()
    page.get_by_label("Your PIN").fill("2580")
    page.get_by_role("button", name="Come in").click()
    expect(page).to_have_url(f"{tablet['url']}/log/")
    context.close()


def test_a_supervisor_registers_and_a_member_chooses_a_pin(
    page: Page, context: BrowserContext, sign_in: Callable[[User], None], sana: User, ada: User
) -> None:
    cache.clear()
    sign_in(sana)
    page.goto("/accounts/devices/")
    page.get_by_label("What do you call it?").fill("Till 2")
    page.get_by_role("button", name="Register this device").click()
    expect(page.get_by_role("heading", name="This is “Till 2” of Harbour Street")).to_be_visible()
    sign_in(ada)
    page.goto("/encounters/")
    page.locator("details.account > summary").click()
    page.get_by_role("link", name="Your PIN on this tablet").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.locator("[name=pin]").fill("2580")
    page.get_by_label("The same once more").fill("2580")
    page.get_by_role("button", name="Keep this PIN").click()
    expect(page.locator(".note.success")).to_contain_text("That is your PIN on “Till 2” now.")
    assert DevicePin.objects.get().user == ada


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_pages_of_a_tablet_are_accessible_and_never_scroll_sideways(
    page: Page,
    context: BrowserContext,
    sign_in: Callable[[User], None],
    assert_accessible: Callable[[], None],
    tablet: Any,
    pins: dict[str, DevicePin],
    sana: User,
    width: int,
    theme: Literal["light", "dark"],
) -> None:
    def look(address: str) -> None:
        page.goto(address)
        look_again()

    def look_again() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_accessible()

    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    context.add_cookies([tablet])
    look("/accounts/login/")
    page.get_by_role("radio", name="Ben").check()
    look_again()
    sign_in(sana)
    look("/accounts/devices/")
    for summary in page.locator("main details.more > summary").all():
        summary.click()
    look_again()
    page.goto("/accounts/reauthenticate/?next=/accounts/pin/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    look("/accounts/pin/")
    page.get_by_label("The same once more").fill("1234")
    page.locator("[name=pin]").fill("1234")
    page.get_by_role("button", name="Keep this PIN").click()
    expect(page.locator(".invalid-feedback")).to_be_visible()
    look_again()
