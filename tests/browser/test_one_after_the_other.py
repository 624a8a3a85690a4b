"""One after the other: two people on one tablet, one person who comes back; nothing of one becomes the other's, or is lost."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, Page, Route, expect

from interactions.models import Encounter, OutboxKey
from interactions.services import undo_encounter
from microconnect.people.models import User
from tests.browser.test_offline import HAS_KIT
from tests.factories import MembershipFactory, SituationFactory, TeamFactory

WORDS = "Ada's own words, about Maria"

# As after a database was restored from before the key was made: the device has another key than the one of its rows.
ANOTHER_KEY = """async () => {
  const opened = await new Promise((done) => (indexedDB.open("microconnect").onsuccess = (e) => done(e.target.result)));
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const writing = opened.transaction("facts", "readwrite");
  const facts = writing.objectStore("facts");
  facts.get("here").onsuccess = (e) => facts.put({ id: e.target.result.id, key }, "here");
  await new Promise((done) => (writing.oncomplete = done));
  opened.close();
}"""


NOBODY_IS_HERE = """async () => {
  const opened = await new Promise((done) => (indexedDB.open("microconnect").onsuccess = (e) => done(e.target.result)));
  const writing = opened.transaction("facts", "readwrite");
  writing.objectStore("facts").delete("here");
  await new Promise((done) => (writing.oncomplete = done));
  opened.close();
}"""


@pytest.fixture
def hers(context: BrowserContext, sign_in: Callable[[User], None], ada: User) -> Page:
    """Ada's own phone, with the shell on it."""
    sign_in(ada)
    return _ready(context.new_page())


@pytest.fixture
def shared(context: BrowserContext, tablet: Any, pins: dict[str, Any]) -> Page:
    """The team's tablet; Ada came in by her PIN."""
    context.add_cookies([tablet])
    page = context.new_page()
    page.goto("/accounts/login/")
    _come_in(page, "Ada")
    return _ready(page)


def _ready(page: Page) -> Page:
    page.goto("/log/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    while not page.evaluate(HAS_KIT):
        page.wait_for_timeout(50)
    page.goto("/log/")
    expect(page.locator("details.account .avatar")).to_have_text("AO")
    return page


def _come_in(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).check()
    page.get_by_label("Your PIN").fill("2580")
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url("**/log/")


def _switch_to(page: Page, name: str) -> None:
    page.locator("details.account > summary").click()
    page.get_by_role("button", name="Switch person").click()
    _come_in(page, name)


def _write(page: Page, words: str) -> None:
    _greeting(page).fill(words)
    page.get_by_role("radio", name="Sorted").check()
    page.wait_for_timeout(200)


def _save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def _greeting(page: Page) -> Any:
    return page.get_by_label("What did you say first?")


# ---- Two people, one tablet


def test_a_page_left_open_is_no_longer_hers_when_somebody_else_comes(shared: Page, context: BrowserContext) -> None:
    _write(shared, WORDS)
    other = context.new_page()
    other.goto("/encounters/")
    _switch_to(other, "Ben")
    expect(shared.locator("details.account .avatar", has_text="AO")).to_have_count(0)
    assert WORDS not in shared.content()
    shared.goto("/log/")
    expect(shared.locator("details.account .avatar")).to_have_text("BL")
    expect(_greeting(shared)).to_have_value("")
    _switch_to(other, "Ada")
    shared.wait_for_timeout(1_000)
    written = [_greeting(page).input_value() for page in (shared, other) if _greeting(page).count()]
    assert written.count(WORDS) == 1, "her draft is back in one of her tabs"
    assert not Encounter.objects.exists()


def test_going_back_after_a_switch_shows_nothing_of_hers(shared: Page) -> None:
    _write(shared, WORDS)
    _switch_to(shared, "Ben")
    for _ in range(3):
        shared.go_back()
        shared.wait_for_timeout(600)
        assert WORDS not in shared.content()
        if _greeting(shared).count():
            expect(_greeting(shared)).not_to_have_value(WORDS)
    shared.goto("/log/")
    _write(shared, "Ben's words")
    _switch_to(shared, "Ada")
    shared.goto("/log/")
    expect(_greeting(shared)).to_have_value(WORDS)


def test_a_sign_in_that_is_over_lets_nobody_log_as_her(shared: Page, context: BrowserContext) -> None:
    Session.objects.all().delete()
    morning = context.new_page()
    morning.goto("/log/")
    expect(morning.get_by_role("radio", name="Ada")).to_be_visible()
    expect(_greeting(morning)).to_have_count(0)


# ---- One person who comes back


def test_what_was_taken_back_is_in_the_form_again(hers: Page) -> None:
    _write(hers, "Morning Mara!")
    _save(hers)
    hers.locator("#notes").get_by_role("button", name="Undo").click()
    expect(hers.locator("#notes")).to_contain_text("Taken back.")
    expect(_greeting(hers)).to_have_value("Morning Mara!")
    _write(hers, "Morning Maria!")
    _save(hers)
    expect(hers.locator("#notes")).to_contain_text("Saved.")
    assert Encounter.objects.get().greeting == "Morning Maria!"


def test_the_page_of_what_was_taken_back_saves_it_after_all_when_asked_twice(hers: Page) -> None:
    _write(hers, "Morning Mara!")
    _save(hers)
    hers.wait_for_url("**/encounters/*/")
    undo_encounter(
        by=Encounter.objects.get().person, public_id=Encounter.objects.get().public_id, now=datetime.now(UTC)
    )
    hers.go_back()
    expect(_greeting(hers)).to_have_value("Morning Mara!")
    _save(hers)
    expect(hers.locator("#look-again")).to_contain_text("You took this one back.")
    expect(_greeting(hers)).to_have_value("Morning Mara!")
    _save(hers)
    expect(hers.locator("#notes")).to_contain_text("Saved.")
    assert Encounter.objects.get().greeting == "Morning Mara!"


def test_loading_anew_keeps_what_was_typed_and_chosen(hers: Page, ada: User) -> None:
    SituationFactory(name="Repair")
    kiosk = MembershipFactory(user=ada, team=TeamFactory(name="Quay Kiosk", slug="quay-kiosk")).team
    hers.reload()
    hers.wait_for_timeout(700)
    hers.reload()
    _write(hers, WORDS)
    hers.get_by_text("Who it was and what about").click()
    hers.get_by_label("What was it about?").select_option(label="Repair")
    hers.get_by_label("Which team?").select_option(value=kiosk.slug)
    hers.wait_for_timeout(300)
    for come_back in (hers.reload, lambda: (hers.goto("/promises/"), hers.go_back())):
        come_back()
        expect(_greeting(hers)).to_have_value(WORDS)
        expect(hers.locator("[name=team]")).to_have_value(kiosk.slug)
        expect(hers.locator("[name=situation] option:checked")).to_have_text("Repair")


def test_an_old_draft_never_replaces_what_is_being_typed(hers: Page, context: BrowserContext) -> None:
    _write(hers, "Half a draft from this morning")
    hers.goto("/encounters/")
    hers.wait_for_load_state("networkidle")
    hers.evaluate(NOBODY_IS_HERE)
    hers.close()
    fresh = context.new_page()
    fresh.route("**/log/kit/", lambda route: _slowly(fresh, route))
    fresh.goto("/log/")  # from the server, and who is here is known when the kit has come
    _greeting(fresh).press_sequentially("Good morning Tom", delay=20)
    fresh.wait_for_timeout(5_000)
    expect(_greeting(fresh)).to_have_value("Good morning Tom")


def _slowly(page: Page, route: Route) -> None:
    page.wait_for_timeout(4_000)
    route.continue_()


def test_a_time_picked_before_no_promises_nothing_and_holds_nothing_up(hers: Page) -> None:
    hers.get_by_role("radio", name="Pick a time").check()
    hers.get_by_label("By when?").fill("2020-01-01T10:00")
    hers.locator("[name=promise_by][value='']").check()
    _write(hers, WORDS)
    _save(hers)
    expect(hers.locator("#notes")).to_contain_text("Saved.")
    assert not Encounter.objects.get().promises.exists()


def test_a_row_that_no_longer_opens_holds_nothing_up(hers: Page, context: BrowserContext, ada: User) -> None:
    context.set_offline(True)
    _write(hers, "Sealed with the old key")
    _save(hers)
    expect(hers.locator("#saved")).to_be_visible()
    OutboxKey.objects.filter(person=ada).delete()
    hers.evaluate(ANOTHER_KEY)
    context.set_offline(False)
    hers.goto("/encounters/")
    hers.wait_for_timeout(500)
    hers.goto("/log/")
    _write(hers, WORDS)
    _save(hers)
    expect(hers.locator("#notes")).to_contain_text("Saved.")
    assert Encounter.objects.get().greeting == WORDS
    waiting = hers.locator("#waiting")
    waiting.locator("summary").click()
    expect(waiting).to_contain_text("it cannot be opened here")


def test_signing_out_while_the_server_is_busy_is_made_up_for(hers: Page) -> None:
    hers.route("**/log/kit/", lambda route: route.fulfill(status=503, body="{}"))
    hers.locator("details.account > summary").click()
    hers.get_by_role("button", name="Sign out").click()
    expect(hers.locator("input[type=password]")).to_be_visible()
    hers.goto("/promises/")
    expect(hers.locator("input[type=password]")).to_be_visible()
