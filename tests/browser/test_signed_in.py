"""The way in that all browser tests share: a session cookie, a phone's screen, a quiet console."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from microconnect.people.models import User


def test_signed_in_person_comes_to_an_accessible_first_page(
    page: Page, sign_in: Callable[[User], None], assert_accessible: Callable[[], None], ada: User
) -> None:
    sign_in(ada)
    page.goto("/")
    expect(page.locator("h1")).to_be_visible()
    assert_accessible()


def test_nobody_in_particular_comes_to_the_sign_in_page(page: Page) -> None:
    page.goto("/")
    expect(page.locator("input[type=password]")).to_be_visible()
