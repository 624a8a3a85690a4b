"""The log page on a phone: nothing is logged twice, nothing typed is lost, nothing is out of reach."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from interactions.models import Encounter
from microconnect.people.models import User

SMALL: ViewportSize = {"width": 320, "height": 568}
PHONE: ViewportSize = {"width": 390, "height": 844}

# Whether the bar that Save stands on covers nothing of what has the focus.
IS_UNCOVERED = """() => {
  const focused = document.activeElement;
  const box = (focused.closest('.choice') ?? focused).getBoundingClientRect();
  return focused.closest('.save-bar') || box.bottom <= document.querySelector('.save-bar').getBoundingClientRect().top;
}"""

# Whether what has the focus, or what is drawn in its place, has an outline.
IS_FOCUS_SEEN = """() => {
  const focused = document.activeElement;
  const drawn = focused.closest('.choice')?.querySelector('.chip, .face, span') ?? focused;
  return getComputedStyle(drawn).outlineStyle !== 'none';
}"""


@pytest.fixture
def log(page: Page, sign_in: Callable[[User], None], ada: User) -> Page:
    sign_in(ada)
    page.goto("/log/")
    return page


def test_a_double_press_on_save_makes_one_encounter(log: Page) -> None:
    _greet(log, "Morning Maria!")
    log.get_by_role("button", name="Save").dblclick()
    expect(log.locator(".said")).to_be_visible()
    assert Encounter.objects.count() == 1


def test_going_back_and_saving_the_same_again_makes_no_second_one(log: Page) -> None:
    _greet(log, "Morning Maria!")
    _save(log)
    first = log.url
    log.go_back()
    expect(log.get_by_label("What did you say first?")).to_have_value("Morning Maria!")
    _save(log)
    assert log.url == first
    assert Encounter.objects.count() == 1


def test_going_back_and_saving_other_words_asks_first(log: Page) -> None:
    _greet(log, "Morning Maria!")
    _save(log)
    log.go_back()
    _greet(log, "Afternoon Tom!")
    log.get_by_role("button", name="Save").click()
    expect(log.get_by_role("alert")).to_contain_text("Save again to keep these as a second encounter.")
    _save(log)
    assert set(Encounter.objects.values_list("greeting", flat=True)) == {"Morning Maria!", "Afternoon Tom!"}


def test_what_is_refused_keeps_its_words_and_shows_where_to_look(log: Page) -> None:
    log.get_by_label("What did you say first?").fill("Morning Maria!")
    log.get_by_text("You and the clock").click()
    log.get_by_label("They waited (minutes)").fill("ages")
    log.get_by_role("button", name="Save").click()
    expect(log.get_by_role("alert")).to_contain_text("Nothing you wrote is lost.")
    expect(log.get_by_label("What did you say first?")).to_have_value("Morning Maria!")
    expect(log.get_by_text("How did it end? One tap is enough.")).to_be_visible()
    expect(log.get_by_label("They waited (minutes)")).to_have_value("ages")
    expect(log.get_by_text("Write minutes, such as 2, 1.5 or 1:30.")).to_be_visible()
    expect(log.get_by_label("How did you say goodbye?")).to_be_hidden()


def test_a_promise_for_tomorrow_waits_among_the_promises_and_is_kept_with_a_tap(log: Page) -> None:
    _greet(log, "Morning Maria!")
    expect(log.get_by_label("What did you promise?")).to_be_hidden()
    log.get_by_role("radio", name="Tomorrow").check()
    log.get_by_label("What did you promise?").fill("Ring about the blue kettle")
    _save(log)
    log.goto("/promises/")
    promise = log.get_by_role("listitem").filter(has_text="Ring about the blue kettle")
    promise.get_by_role("button", name="Kept it").click()
    expect(log.locator("#notes")).to_contain_text("Kept. That is what people remember.")
    expect(log.get_by_role("heading", name="Kept", exact=True)).to_be_visible()


def test_the_keyboard_alone_reaches_every_answer_and_saves(log: Page) -> None:
    for summary in log.locator("details.more > summary").all():
        summary.press("Enter")
    log.locator("#main").focus()
    reached = set()
    while (name := _next_by_tab(log)) != "save":
        if log.evaluate(IS_FOCUS_SEEN):
            reached.add(name)
        if name == "outcome":
            log.keyboard.press("Space")
    assert reached >= _answers(log), _answers(log) - reached
    log.keyboard.press("Enter")
    expect(log.locator("#notes")).to_contain_text("Saved.")
    assert Encounter.objects.get().outcome == "sorted"


@pytest.mark.parametrize("screen", [PHONE, SMALL], ids=["phone", "small"])
def test_save_stays_in_reach_and_covers_nothing_that_has_the_focus(log: Page, screen: ViewportSize) -> None:
    log.set_viewport_size(screen)
    save = log.get_by_role("button", name="Save")
    expect(save).to_be_in_viewport(ratio=1)
    for summary in log.locator("details.more > summary").all():
        summary.press("Enter")
    log.locator("#main").focus()
    while _next_by_tab(log) != "save":
        expect(save).to_be_in_viewport(ratio=1)
        log.wait_for_function(IS_UNCOVERED, timeout=5_000)


def test_nothing_jumps_when_an_answer_is_chosen(log: Page) -> None:
    question = log.get_by_text("Did you promise anything?")
    before = question.bounding_box()
    log.get_by_role("radio", name="Took two goes").check()
    assert question.bounding_box() == before


def _greet(page: Page, words: str) -> None:
    page.get_by_label("What did you say first?").fill(words)
    page.get_by_role("radio", name="Sorted").check()


def _save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile(r"/encounters/[0-9a-f-]{36}/$"))


def _next_by_tab(page: Page) -> str:
    """Go on with the Tab key; the name of what has the focus now, "save" for the button."""
    page.keyboard.press("Tab")
    name: str = page.evaluate(
        "document.activeElement.closest('.save-bar') ? 'save' : document.activeElement.name ?? ''"
    )
    return name


def _answers(page: Page) -> set[str]:
    """The names of all that can be answered on the page as it stands."""
    names = page.locator("form[data-log] :is(input, textarea, select):not([type=hidden])").evaluate_all(
        "inputs => inputs.filter(input => input.checkVisibility()).map(input => input.name)"
    )
    return set(names)
