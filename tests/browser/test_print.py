"""Pages on paper: black on white whatever the theme, with what they are of, and without anything to press."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from coaching.demo.filling import fill
from interactions.models import Encounter
from microconnect.people.models import User

pytestmark = pytest.mark.either_database

PAPER_WIDTH = 718  # an A4 sheet within its margins, at 96 pixels an inch
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


@pytest.fixture
def shops(transactional_db: None) -> None:
    fill(encounters=300, seed=7, now=datetime.now(UTC), with_password=False, on_progress=lambda done, of: None)


def test_pages_in_the_dark_theme_are_printed_black_on_white(
    page: Page, sign_in: Callable[[User], None], shops: None
) -> None:
    sign_in(User.objects.get(email="sana@demo.example"))
    theirs = Encounter.objects.filter(team__slug="harbour-street").exclude(greeting="").newest_first()[0]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
    for address in ["/teams/harbour-street/", "/teams/", "/me/", "/encounters/", theirs.get_absolute_url()]:
        page.emulate_media(media="screen")
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        page.emulate_media(media="print")
        assert _style(page, "body", "backgroundColor") == WHITE, address
        assert _style(page, "body", "color") == BLACK, address
        for card in page.locator(".card:visible").all():
            assert card.evaluate("card => getComputedStyle(card).backgroundColor") == WHITE, address
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER_WIDTH, f"{address} is wider than paper"
        expect(page.locator("main .btn:visible")).to_have_count(0)


def test_a_team_on_paper_says_whose_it_is_and_of_which_weeks(
    page: Page, sign_in: Callable[[User], None], shops: None
) -> None:
    sign_in(User.objects.get(email="sana@demo.example"))
    page.goto("/teams/harbour-street/?weeks=13")
    expect(page.locator(".printed")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".printed")).to_contain_text("Harbour Street · the last 13 weeks · Sana Mirza ·")
    expect(page.locator(".printed")).to_contain_text(str(datetime.now(UTC).year))
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
    trend = page.locator(".chart-trend").bounding_box()
    assert trend is not None
    assert trend["width"] > PAPER_WIDTH / 2


def test_each_dashboard_on_paper_says_what_it_is_and_not_its_address(
    page: Page, sign_in: Callable[[User], None], shops: None
) -> None:
    sign_in(User.objects.get(email="sana@demo.example"))
    ada = User.objects.get(email="ada@demo.example")
    page.emulate_media(media="print")
    for address, words in {
        "fair/": "Consistent and fair · Harbour Street",
        "scripts/": "Scripts and variety · Harbour Street",
        f"people/{ada.pk}/": f"{ada} · Harbour Street · the last 4 weeks",
    }.items():
        page.goto(f"/teams/harbour-street/{address}")
        expect(page.locator(".printed")).to_contain_text(f"{words} · Sana Mirza ·")


def _style(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).evaluate(f"element => getComputedStyle(element).{name}"))
