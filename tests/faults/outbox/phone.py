"""A phone with a browser of its own: its files outlive the browser, and it can be ended as a battery ends it."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect

from tests.browser import chromium

PATIENCE = 30_000  # milliseconds in which the outbox has to be empty again

ROWS = """async () => {
  const opened = await new Promise((done) => (indexedDB.open("microconnect").onsuccess = (e) => done(e.target.result)));
  const asked = opened.transaction("rows").objectStore("rows").getAll();
  const rows = await new Promise((done) => (asked.onsuccess = () => done(asked.result)));
  opened.close();
  return rows.map(({ kind, state, owner }) => ({ kind, state, owner }));
}"""
IS_READY = """async () => navigator.serviceWorker.controller !== null && await new Promise((done) => {
  indexedDB.open("microconnect").onsuccess = ({ target: { result: opened } }) => {
    const asked = opened.transaction("kits").objectStore("kits").count();
    asked.onsuccess = () => { opened.close(); done(asked.result > 0); };
  };
})"""


class Phone:
    """`page` is the tab in front."""

    def __init__(self, playwright: Playwright, files: Path, url: str) -> None:
        self._playwright, self._url = playwright, url
        self.early_script = ""  # runs before any script of a page
        self.files = files
        self.cookies: list[Any] = []
        self.context: BrowserContext
        self.page: Page

    def open(self, address: str = "/log/") -> Page:
        """Start the browser with what it kept, and go there."""
        self.context = self._playwright.chromium.launch_persistent_context(
            self.files,
            executable_path=chromium.find(),
            args=chromium.FLAGS,
            base_url=self._url,
            viewport={"width": 390, "height": 844},
            locale="en-GB",
            timezone_id="Europe/London",
        )
        self.context.set_default_timeout(PATIENCE)
        if self.early_script:
            self.context.add_init_script(self.early_script)
        if self.cookies:
            self.context.add_cookies(self.cookies)
        self.page = self.context.pages[0]
        with suppress(Error):  # a server out of reach is some tests' business; the shell is there all the same
            self.page.goto(address)
        return self.page

    def make_ready(self) -> None:
        """Wait until the shell and the kit are on the phone, and open the log screen from there."""
        self.wait_for(IS_READY)
        self.page.goto("/log/")
        expect(self.page.locator("body")).to_have_attribute("data-shell", "log")

    def wait_for(self, condition: str) -> None:
        """Until a script's promise comes true; Playwright's own waiting takes the promise itself for true."""
        give_up_at = time.monotonic() + PATIENCE / 1000
        while not self._evaluated(condition):
            assert time.monotonic() < give_up_at, f"never came true: {condition}"
            self.page.wait_for_timeout(100)

    def _evaluated(self, script: str) -> Any:
        """None where the page is just going to another one."""
        with suppress(Error):
            return self.page.evaluate(script)
        return None

    def close(self) -> None:
        with suppress(Error):
            self.context.close()

    def kill(self) -> None:
        """SIGKILL to every process of this browser."""
        for process in self._processes():
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        give_up_at = time.monotonic() + 10
        while self._processes() and time.monotonic() < give_up_at:
            time.sleep(0.05)
        self.close()

    def _processes(self) -> list[int]:
        wanted = f"--user-data-dir={self.files}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            with suppress(OSError):
                if entry.name.isdigit() and wanted in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
        return found

    def write(self, words: str) -> None:
        """All of a log but Save."""
        self.page.get_by_label("What did you say first?").fill(words)
        self.page.locator("[name=outcome][value=sorted]").check()

    def press_save(self) -> None:
        self.page.get_by_role("button", name="Save", exact=True).click()

    def save(self) -> None:
        """Press Save and wait for "Saved": a moment before, the outbox may still be empty."""
        self.press_save()
        expect(self.page.locator("#saved, #notes .just-saved").first).to_be_visible()

    def log(self, words: str) -> None:
        self.write(words)
        self.save()

    def log_all(self, words: list[str]) -> None:
        """One after the other, as somebody does who has the next customer waiting."""
        for each in words:
            self.log(each)
            self.page.locator("#saved [data-another]").click()
            expect(self.page.get_by_label("What did you say first?")).to_have_value("")

    def rows(self) -> list[dict[str, str]]:
        while (rows := self._evaluated(ROWS)) is None:
            self.page.wait_for_timeout(100)
        return list(rows)

    def wait_for_rows(self, *states: str) -> None:
        """The outbox holds just rows in these states."""
        give_up_at = time.monotonic() + PATIENCE / 1000
        while (found := [row["state"] for row in self.rows()]) != list(states) and time.monotonic() < give_up_at:
            self.page.wait_for_timeout(100)
        assert found == list(states)

    def wait_until_sent(self, within: float = PATIENCE / 1000) -> None:
        """The outbox is empty within so many seconds."""
        give_up_at = time.monotonic() + within
        while (left := self.rows()) and time.monotonic() < give_up_at:
            self.page.wait_for_timeout(100)
        assert left == [], f"still in the outbox: {left}"
