"""Changing an encounter on two devices: both texts stand on the page, and one of them is chosen."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from interactions.models import Encounter
from interactions.services import edit_encounter
from microconnect.people.models import Team, User
from tests.factories import EncounterFactory

PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1440, "height": 900}


@pytest.fixture
def differing(page: Page, sign_in: Callable[[User], None], ada: User, harbour: Team) -> Page:
    """Ada opened the page here, changed the encounter on her phone, and then saved here."""
    encounter = EncounterFactory(person=ada, team=harbour, greeting="Hello you")
    sign_in(ada)
    page.goto(f"/encounters/{encounter.public_id}/edit/")
    facts = {
        "greeting": "Morning Maria! Did the lake freeze over in the end?",
        "feeling_after": 5,
        "outcome": "passed_on",
        "passed_to": "Otto",
        "reset_taken": True,
    }
    edit_encounter(by=ada, encounter=encounter, facts=facts, revision=1, now=datetime.now(UTC))
    page.get_by_label("What did you say first?").fill("Morning Maria, in out of the rain?")
    page.get_by_role("button", name="Save the change").click()
    expect(page.locator("#look-again")).to_contain_text("changed on your other device")
    return page


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_texts_can_be_read(differing: Page, assert_accessible: Callable[[], None], screen, theme) -> None:
    differing.set_viewport_size(screen)
    differing.emulate_media(color_scheme=theme, reduced_motion="reduce")
    differing.wait_for_timeout(500)  # until everything has its new colour
    assert_accessible()
    expect(differing.get_by_label("What did you say first?")).to_have_value("Morning Maria, in out of the rain?")
    for told in ("Did the lake freeze over", "delighted", "Passed on", "Otto", "yes"):
        expect(differing.locator(".elsewhere", has_text=told)).to_be_visible()


def test_of_each_answer_the_one_that_was_chosen_is_saved(differing: Page) -> None:
    differing.locator(".elsewhere", has_text="Passed on").get_by_label("Use this one").check()
    differing.get_by_role("button", name="Save the change").click()
    expect(differing.locator("#notes")).to_contain_text("Changed.")
    stored = Encounter.objects.get()
    assert (stored.greeting, stored.outcome) == ("Morning Maria, in out of the rain?", "passed_on")


def test_enter_in_a_field_saves_and_chooses_nothing(differing: Page) -> None:
    differing.get_by_label("Order or case number").or_(differing.get_by_label("who took it")).last.press("Enter")
    expect(differing.locator("#notes")).to_contain_text("Changed.")
    assert Encounter.objects.get().outcome == "sorted"
