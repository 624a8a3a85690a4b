"""The guidelines in a browser: told as one types, tried before they count, and accessible."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from coaching.guidelines.services import drafting
from microconnect.people.models import User
from tests.factories import GuidelineFactory, publish_draft

SignIn = Callable[[User], None]


@pytest.fixture
def you_lot(transactional_db: None) -> None:
    GuidelineFactory(title="You lot", phrases="you lot", suggestion="“the four of you”")
    publish_draft()


def test_a_greeting_out_of_bounds_is_told_as_it_is_typed(
    page: Page, sign_in: SignIn, assert_accessible: Callable[[], None], ada: User, you_lot: None
) -> None:
    sign_in(ada)
    page.goto("/log/")
    page.locator("[name=greeting]").fill("What can I get you lot?")
    expect(page.locator("#greeting-check")).to_contain_text("Try: “the four of you”")
    assert_accessible()
    page.locator("[name=greeting]").fill("Good morning")
    expect(page.locator("#greeting-check")).to_be_empty()


def test_the_check_sends_the_greeting_and_nothing_else_of_the_form(
    page: Page, sign_in: SignIn, ada: User, you_lot: None
) -> None:
    sign_in(ada)
    page.goto("/log/")
    with page.expect_request("**/guidelines/check/") as sent:
        page.locator("[name=greeting]").fill("Hello there")
    names = {part.split("=")[0] for part in (sent.value.post_data or "").split("&")}
    assert names <= {"greeting", "channel", "team"}


def test_greetings_are_tried_as_they_are_typed(
    page: Page, sign_in: SignIn, assert_accessible: Callable[[], None], ivy: User, you_lot: None
) -> None:
    sign_in(ivy)
    page.goto("/guidelines/")
    page.locator("[name=greeting]").fill("Hello\nHello you lot")
    expect(page.locator("#tried mark")).to_have_count(2)
    expect(page.locator("#tried li").first).to_contain_text("In bounds.")
    assert_accessible()


def test_what_is_tried_against_the_published_ones_is_not_kept_in_the_draft(
    page: Page, sign_in: SignIn, ivy: User, you_lot: None
) -> None:
    drafting.begin(by=ivy)
    sign_in(ivy)
    page.goto("/guidelines/")
    expect(page.locator("#tried li")).to_have_count(2)
    expect(page.get_by_role("button", name="Keep as a case")).to_have_count(0)


def test_a_phone_tries_a_greeting_above_the_list_and_a_case_has_labels_of_its_own(
    page: Page, sign_in: SignIn, assert_accessible: Callable[[], None], ivy: User, you_lot: None
) -> None:
    drafting.begin(by=ivy)
    sign_in(ivy)
    page.goto("/guidelines/draft/")
    above, below = page.locator("#try-heading").bounding_box(), page.locator(".guideline").first.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] < below["y"]
    page.get_by_text("Add one").click()
    page.locator("form").filter(has=page.get_by_role("button", name="Keep it")).get_by_text("Greeting").click()
    page.keyboard.type("Hello you two")
    expect(page.locator("input:focus")).to_have_value("Hello you two")
    assert_accessible()


def test_writing_a_guideline_is_accessible_also_when_it_is_refused(
    page: Page, sign_in: SignIn, assert_accessible: Callable[[], None], ivy: User
) -> None:
    drafting.begin(by=ivy)
    sign_in(ivy)
    page.goto("/guidelines/draft/add/")
    assert_accessible()
    page.get_by_role("button", name="Save in the draft").click()
    expect(page.get_by_text("Give it a name that people will recognise.")).to_be_visible()
    assert_accessible()


def test_how_scoring_works_is_accessible(
    page: Page, sign_in: SignIn, assert_accessible: Callable[[], None], ada: User
) -> None:
    sign_in(ada)
    page.goto("/practices/#personal_greeting")
    expect(page.get_by_role("heading", name="Make the greeting your own")).to_be_in_viewport()
    page.get_by_text("More examples").first.click()
    assert_accessible()
