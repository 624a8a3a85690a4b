"""Without network: the log screen, today's list and one's promises work, and nobody else reads what is kept."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Error, Page, expect

from interactions.models import Encounter
from microconnect.people.models import User
from tests.factories import EncounterFactory, GuidelineFactory, PromiseFactory, SituationFactory, publish_draft

WORDS = "Morning Maria! Did the lake freeze over?"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Everything in IndexedDB as it lies there, boxes and all, in one string.
RAW = """async () => {
  const opened = await new Promise((done) => (indexedDB.open("microconnect").onsuccess = (e) => done(e.target.result)));
  const dump = [];
  for (const name of opened.objectStoreNames) {
    const asked = opened.transaction(name).objectStore(name).getAll();
    dump.push(...(await new Promise((done) => (asked.onsuccess = () => done(asked.result)))));
  }
  opened.close();
  const readable = (key, value) => {
    if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
    if (value instanceof CryptoKey) return `key, extractable ${value.extractable}`;
    return value;
  };
  return JSON.stringify(dump, readable);
}"""


HAS_KIT = """() => new Promise((done) => {
  indexedDB.open("microconnect").onsuccess = ({ target: { result: opened } }) => {
    const asked = opened.transaction("kits").objectStore("kits").count();
    asked.onsuccess = () => { opened.close(); done(asked.result > 0); };
  };
})"""


@pytest.fixture
def phone(context: BrowserContext, sign_in: Callable[[User], None], ada: User) -> Iterator[Page]:
    """Ada's phone, with the shell on it and no network. A refused request is no complaint here, an error in a script is."""
    sign_in(ada)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/log/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    while not page.evaluate(HAS_KIT):
        page.wait_for_timeout(50)
    context.set_offline(True)
    page.goto("/log/")
    yield page
    assert not errors


def _log(page: Page, words: str = WORDS) -> None:
    page.get_by_label("What did you say first?").fill(words)
    page.get_by_role("radio", name="Sorted").check()
    page.get_by_role("button", name="Save", exact=True).click()


def _go(page: Page, address: str) -> None:
    """A page that hears just now that its person is here no longer loads anew, and that ends another way of leaving it."""
    with suppress(Error):
        page.goto(address)
    page.goto(address)


def _accessible(page: Page) -> None:
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()


def _raw(page: Page) -> str:
    raw: str = page.evaluate(RAW)
    return raw


def test_saved_offline_is_said_shown_and_sent_when_the_network_is_back(phone: Page, context: BrowserContext) -> None:
    _log(phone)
    panel = phone.locator("#saved")
    expect(panel).to_contain_text("Saved. Nicely done.")
    expect(panel).to_contain_text(WORDS)
    expect(panel).to_contain_text("goes out as soon as there is a connection")
    expect(phone.locator("#waiting")).to_contain_text("1 waiting")
    _accessible(phone)
    assert not Encounter.objects.exists()
    phone.wait_for_timeout(1_500)  # a sooner answer takes one straight to what the words showed
    context.set_offline(False)
    expect(phone.locator("#waiting")).to_be_hidden()
    expect(panel.get_by_role("link", name="See what your words showed")).to_be_visible()
    assert Encounter.objects.get().greeting == WORDS


def test_log_another_keeps_the_channel_and_nothing_else(phone: Page) -> None:
    phone.get_by_role("radio", name="By phone").check()
    _log(phone)
    phone.get_by_role("link", name="Log another").click()
    expect(phone.get_by_label("What did you say first?")).to_have_value("")
    expect(phone.get_by_role("radio", name="By phone")).to_be_checked()
    expect(phone.get_by_role("radio", name="Sorted")).not_to_be_checked()
    _log(phone, "Hello Tom")
    expect(phone.locator("#waiting")).to_contain_text("2 waiting")


def test_undo_offline_gives_the_words_back(phone: Page, context: BrowserContext) -> None:
    _log(phone)
    phone.locator("#saved").get_by_role("button", name="Undo").click()
    expect(phone.get_by_label("What did you say first?")).to_have_value(WORDS)
    context.set_offline(False)
    phone.wait_for_timeout(500)
    expect(phone.locator("#waiting")).to_be_hidden()
    assert not Encounter.objects.exists()


def test_what_was_typed_is_there_again_after_a_crash(phone: Page) -> None:
    phone.get_by_label("What did you say first?").fill(WORDS)
    phone.locator("[name=feeling_before][value='2']").check()
    phone.get_by_text("Add their story").click()
    phone.get_by_label("How did you say goodbye?").fill("Give my best to the lake")
    phone.wait_for_timeout(300)
    second = phone.context.new_page()
    phone.close()
    second.goto("/log/")
    expect(second.locator("#restored")).to_contain_text("Nothing was lost.")
    expect(second.get_by_label("What did you say first?")).to_have_value(WORDS)
    expect(second.locator("[name=feeling_before][value='2']")).to_be_checked()
    expect(second.get_by_label("How did you say goodbye?")).to_have_value("Give my best to the lake")
    second.get_by_role("button", name="Start over").click()
    expect(second.get_by_label("What did you say first?")).to_have_value("")
    expect(second.locator("#restored")).to_be_hidden()


def test_a_second_tab_leaves_the_first_ones_draft_alone(phone: Page) -> None:
    phone.get_by_label("What did you say first?").fill(WORDS)
    phone.wait_for_timeout(300)
    second = phone.context.new_page()
    second.goto("/log/")
    second.wait_for_timeout(500)
    expect(second.get_by_label("What did you say first?")).to_have_value("")


def test_what_is_missing_is_said_without_the_server(phone: Page) -> None:
    phone.get_by_label("What did you say first?").fill(WORDS)
    phone.get_by_text("You and the clock").click()
    phone.get_by_label("They waited (minutes)").fill("ages")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#look-again")).to_contain_text("Nothing you wrote is lost.")
    expect(phone.get_by_text("How did it end? One tap is enough.")).to_be_visible()
    expect(phone.get_by_text("Write minutes, such as 2, 1.5 or 1:30.")).to_be_visible()
    expect(phone.locator("#saved")).to_be_hidden()
    _accessible(phone)


def test_what_the_server_refuses_comes_back_into_the_form(phone: Page, context: BrowserContext) -> None:
    phone.get_by_text("You and the clock").click()
    phone.get_by_label("When was it?").fill("1999-12-31T23:59")
    _log(phone)
    expect(phone.locator("#saved")).to_be_visible()
    phone.goto("/promises/")
    context.set_offline(False)
    waiting = phone.locator("#waiting")
    expect(waiting).to_contain_text("Needs a look")
    waiting.locator("summary").click()
    expect(waiting).to_contain_text(WORDS)
    waiting.get_by_role("link", name="Look at it again").click()
    expect(phone.get_by_label("What did you say first?")).to_have_value(WORDS)
    expect(phone.get_by_text("That is before the year 2000.")).to_be_visible()
    phone.get_by_label("When was it?").fill("")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#notes")).to_contain_text("Saved.")
    assert Encounter.objects.get().greeting == WORDS


@pytest.fixture
def a_day_at_work(ada: User, harbour: Any) -> None:
    now = datetime.now(UTC)
    SituationFactory(name="Return without receipt")
    told = EncounterFactory(person=ada, team=harbour, greeting="Hello Ines, how was Lisbon?", occurred_at=now)
    PromiseFactory(encounter=told, what="Ring about the blue kettle", due_at=now + timedelta(hours=3))


def test_todays_list_and_promises_are_there_and_a_promise_is_kept(
    a_day_at_work: None, phone: Page, context: BrowserContext
) -> None:
    expect(phone.locator("[data-due-soon]")).to_contain_text("Ring about the blue kettle")
    phone.get_by_text("Who it was and what about").click()
    phone.get_by_label("What was it about?").select_option(label="Return without receipt")
    _log(phone)
    phone.goto("/encounters/")
    expect(phone.locator("main")).to_contain_text("No connection.")
    expect(phone.get_by_role("listitem").filter(has_text="Hello Ines")).to_be_visible()
    expect(phone.get_by_role("listitem").filter(has_text=WORDS)).to_contain_text("waiting to send")
    _accessible(phone)
    phone.goto("/promises/")
    promise = phone.locator("main").get_by_role("listitem").filter(has_text="Ring about the blue kettle")
    promise.get_by_role("button", name="Kept it").click()
    expect(phone.locator("main")).to_contain_text("Kept. That is what people remember.")
    _accessible(phone)
    context.set_offline(False)
    expect(phone.locator("#waiting")).to_be_hidden()
    logged = Encounter.objects.get(greeting=WORDS)
    assert logged.situation is not None
    assert Encounter.objects.get(greeting__startswith="Hello Ines").promises.get().is_kept


@pytest.fixture
def you_lot(transactional_db: None) -> None:
    GuidelineFactory(title="You lot", phrases="you lot", reason="It makes a crowd.", suggestion="“the four of you”")
    GuidelineFactory(title="The weather", phrases="come dry", strength="encouraged", match="words")
    publish_draft()


def test_a_greeting_is_checked_and_the_guidelines_are_read_offline(you_lot: None, phone: Page) -> None:
    hint = phone.locator("#greeting-check")
    phone.get_by_label("What did you say first?").press_sequentially("What can I get you lot?", delay=5)
    expect(hint).to_contain_text("It makes a crowd.")
    expect(hint).to_contain_text("Try: “the four of you”")
    expect(phone.locator("#notes")).not_to_contain_text("did not get through")
    phone.get_by_label("What did you say first?").fill("Hello, did you come home dry?")
    expect(hint).to_contain_text("In bounds.")
    _accessible(phone)
    phone.goto("/guidelines/")
    expect(phone.get_by_role("heading", name="You lot")).to_be_visible()
    expect(phone.get_by_role("heading", name="The weather")).to_be_visible()
    _accessible(phone)


def test_any_other_page_says_that_it_needs_a_connection(phone: Page) -> None:
    phone.goto("/me/")
    expect(phone.get_by_role("heading", name="This page needs a connection")).to_be_visible()
    _accessible(phone)


# ---- Whose it is


def test_nothing_that_was_written_lies_there_readable(a_day_at_work: None, phone: Page) -> None:
    _log(phone)
    expect(phone.locator("#saved")).to_be_visible()
    phone.get_by_role("link", name="Log another").click()
    phone.get_by_label("What did you say first?").fill("Hello Tom, still in draft")
    phone.wait_for_timeout(300)
    raw = _raw(phone)
    assert len(json.loads(raw)) >= 4
    for words in ("Maria", "Tom", "Ines", "Ada", "kettle", "greeting"):
        assert words not in raw
    assert "key, extractable false" in raw
    assert "Maria" not in json.dumps(phone.evaluate("({...localStorage, ...sessionStorage})"))


def _sign_out(page: Page) -> None:
    page.locator("details.account > summary").click()
    page.get_by_role("button", name="Sign out").click()


def test_signing_out_asks_and_keeps(
    phone: Page, context: BrowserContext, sign_in: Callable[[User], None], ada, ben
) -> None:
    _log(phone)
    _sign_out(phone)
    dialog = phone.get_by_role("dialog")
    expect(dialog).to_contain_text("One encounter of yours is still on this device only.")
    _accessible(phone)
    dialog.get_by_role("button", name="Send it now").click()
    expect(dialog.get_by_role("alert")).to_contain_text("It could not be sent just now.")
    dialog.get_by_role("button", name="Keep it here for me").click()
    expect(phone.get_by_role("heading", name="Signed out")).to_be_visible()
    assert "key," not in _raw(phone)
    phone.goto("/log/")
    expect(phone.get_by_role("heading", name="Signed out")).to_be_visible()
    context.set_offline(False)
    phone.goto("/log/")
    expect(phone.locator("input[type=password]")).to_be_visible()  # the server heard of it before it showed a page
    expect(phone.get_by_text("One encounter is kept on this device")).to_be_visible()
    sign_in(ben)
    phone.goto("/log/")
    phone.wait_for_timeout(700)
    expect(phone.locator("#waiting")).to_be_hidden()
    assert not Encounter.objects.exists()
    sign_in(ada)
    phone.goto("/encounters/")
    expect(phone.locator("#waiting")).to_be_hidden(timeout=10_000)
    phone.wait_for_timeout(700)
    assert Encounter.objects.get().person == ada


def test_throwing_away_takes_a_typed_word(phone: Page, context: BrowserContext) -> None:
    _log(phone)
    _sign_out(phone)
    dialog = phone.get_by_role("dialog")
    dialog.get_by_text("Throw it away", exact=True).click()
    sure = dialog.get_by_role("button", name="Throw it away and sign out")
    expect(sure).to_be_disabled()
    dialog.get_by_label(re.compile("Type “discard”")).fill("discard")
    sure.click()
    expect(phone.get_by_role("heading", name="Signed out")).to_be_visible()
    assert "sealed" not in _raw(phone)


def test_sending_before_signing_out(phone: Page, context: BrowserContext) -> None:
    _log(phone)
    _sign_out(phone)
    context.set_offline(False)
    phone.get_by_role("button", name="Send it now").click()
    expect(phone.locator("input[type=password]")).to_be_visible()
    assert Encounter.objects.get().greeting == WORDS


def test_an_administrator_saves_what_a_closed_account_left(
    phone: Page, context: BrowserContext, sign_in: Callable[[User], None], ada: User, ivy: User
) -> None:
    _log(phone)
    expect(phone.locator("#saved")).to_be_visible()
    User.objects.get_queryset().filter(pk=ada.pk).update(is_active=False)
    context.set_offline(False)
    expect(phone.locator("#saved")).to_contain_text("Your sign-in is over")
    sign_in(ivy)
    _go(phone, "/recovery/")
    left = phone.locator("main").get_by_role("listitem")
    expect(left).to_contain_text("1 kept")
    _accessible(phone)
    with phone.expect_download() as download:
        left.get_by_role("button", name="Save as a file").click()
    saved = json.loads(download.value.path().read_text())
    assert saved["person"] == "Ada Okafor"
    assert ["greeting", WORDS] in saved["kept"][0]["answers"]
    left.get_by_role("button", name="Remove it from here").click()
    expect(left).to_have_count(0)
    assert not Encounter.objects.exists()


def test_the_key_of_somebody_who_can_still_sign_in_stays_theirs(
    phone: Page, context: BrowserContext, sign_in: Callable[[User], None], ivy: User
) -> None:
    _log(phone)
    expect(phone.locator("#saved")).to_be_visible()
    sign_in(ivy)  # without Ada having signed out
    context.set_offline(False)
    _go(phone, "/recovery/")
    left = phone.locator("main").get_by_role("listitem")
    left.get_by_role("button", name="Save as a file").click()
    expect(left.get_by_role("alert")).to_contain_text("Ada Okafor can still sign in.")
    assert not Encounter.objects.exists()


def test_going_back_and_saving_other_words_asks_first_also_without_network(phone: Page) -> None:
    _log(phone)
    expect(phone.locator("#saved")).to_be_visible()
    phone.goto("/promises/")
    phone.go_back()
    _log(phone, "Hello Tom, how is the boiler?")
    expect(phone.get_by_role("alert")).to_contain_text("Save again to keep these as a second encounter.")
    phone.get_by_role("button", name="Save", exact=True).click()
    expect(phone.locator("#waiting")).to_contain_text("2 waiting")


def test_loading_the_page_anew_after_saved_begins_another(phone: Page) -> None:
    for words in (WORDS, "Hello Tom", "Hello Ines"):
        _log(phone, words)
        expect(phone.locator("#saved")).to_be_visible()
        phone.goto("/log/")
        phone.reload()
        expect(phone.get_by_label("What did you say first?")).to_have_value("")
    expect(phone.locator("#waiting")).to_contain_text("3 waiting")


# A row as format 1 wrote it, letter for letter: what a later release still has to send. Never change this.
ROW_OF_FORMAT_1 = """async (id) => {
  const opened = await new Promise((done) => (indexedDB.open("microconnect").onsuccess = (e) => done(e.target.result)));
  const here = await new Promise((done) => {
    opened.transaction("facts").objectStore("facts").get("here").onsuccess = (e) => done(e.target.result);
  });
  const fields = [
    ["public_id", id], ["team", ""], ["channel", "face"], ["greeting", "From an older release"], ["outcome", "sorted"],
    ["promise_by", ""], ["an_answer_of_then", "that nobody asks for any more"],
    ["device_at", "2026-11-26T09:30:00.000Z"], ["clock_offset_ms", "12"],
  ];
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(here.id) };
  const sealed = await crypto.subtle.encrypt(how, here.key, new TextEncoder().encode(JSON.stringify({ fields })));
  const row = { format: 1, kind: "log", id, owner: here.id, at: 1764149400000, state: "waiting", tries: 0, box: { iv, sealed } };
  const writing = opened.transaction("rows", "readwrite");
  writing.objectStore("rows").add(row);
  await new Promise((done) => (writing.oncomplete = done));
  opened.close();
}"""


def test_a_row_of_an_older_release_is_sent(phone: Page, context: BrowserContext) -> None:
    phone.evaluate(ROW_OF_FORMAT_1, "7c1f1e0e-9a53-4d9b-8f0e-8f6a3c1d2b11")
    phone.reload()
    expect(phone.locator("#waiting")).to_contain_text("1 waiting")
    context.set_offline(False)
    phone.reload()
    expect(phone.locator("#waiting")).to_be_hidden()
    phone.wait_for_timeout(300)
    assert Encounter.objects.get().greeting == "From an older release"
