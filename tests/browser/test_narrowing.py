"""A team's page is narrowed without being loaded anew, and the way back leads back."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.coaching.dashboards.rows import logged

HARBOUR = "/teams/harbour-street/"


def test_a_choice_swaps_the_figures_and_back_brings_them_back(page: Page, sign_in, sana, ada, harbour) -> None:
    today = datetime.now(UTC).date()
    logged(ada, harbour, today, [90] * 6)
    logged(ada, harbour, today, [50] * 6, channel="ear")
    sign_in(sana)
    page.goto(HARBOUR)
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="By phone").first.click()
    expect(page).to_have_url(re.compile(r"\?channel=ear$"))
    expect(page.locator(".tiles")).to_contain_text("6 more than")
    page.go_back()
    expect(page.locator(".tiles")).to_contain_text("12 more than")
    assert page.evaluate("window.stayed")


def test_days_that_cannot_be_shown_are_said_beside_the_form(page: Page, sign_in, sana, ada, harbour) -> None:
    logged(ada, harbour, datetime.now(UTC).date(), [90] * 6)
    sign_in(sana)
    page.goto(HARBOUR)
    page.get_by_role("link", name="Situation, person, days, comparison…").click()
    page.get_by_label("From the week of").fill("2026-02-02")
    page.get_by_label("To the week of").fill("2026-01-05")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_text("The last day comes before the first. Swap the two.")).to_be_visible()
    expect(page.get_by_label("From the week of")).to_have_value("2026-02-02")
