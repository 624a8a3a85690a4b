"""A stage for what can happen to a tablet in a shop: its browser, the network it is on, the people who use it."""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from interactions.models import Encounter
from microconnect.people.models import User
from tests.browser import chromium
from tests.faults.outbox.network import Proxy
from tests.faults.outbox.phone import Phone

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Minutes become seconds: how long the outbox waits after a failure, and until it gives a request up. And whoever logs
# stays on the log screen, as somebody does who has the next customer waiting.
SHORTER = [
    ("outbox.js", "const PATIENCE = 15_000;", "const PATIENCE = 1_500;"),
    ("outbox.js", "const FIRST_PAUSE = 2_000;", "const FIRST_PAUSE = 200;"),
    ("outbox.js", "const LONGEST_PAUSE = 5 * 60_000;", "const LONGEST_PAUSE = 1_000;"),
    ("log.js", "const SOON = 1_500;", "const SOON = 0;"),
]


@dataclass
class Stage:
    """A shop's tablet, the network it is on, and the people who use it."""

    phone: Phone
    network: Proxy
    ada: User
    ben: User
    random: random.Random
    within: float = 30  # seconds until the outbox has to be empty
    logged: list[str] = field(default_factory=list)

    def words(self, count: int) -> list[str]:
        """So many greetings, none like another, remembered as what has to arrive."""
        names = self.random.sample(range(10_000), count)
        new = [f"Morning number {name}! Did the lake freeze over?" for name in names]
        self.logged += new
        return new

    def sign_in(self, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = "sessionid"
        self.phone.cookies = [{"name": name, "value": client.cookies[name].value, "url": self.network.url}]
        if hasattr(self.phone, "context"):
            self.phone.context.add_cookies(self.phone.cookies)

    def go_offline(self) -> None:
        """For the page by emulation, which does not reach a service worker: for that, nobody answers."""
        self.network.refusing = True
        self.phone.context.set_offline(True)

    def go_online(self) -> None:
        self.network.refusing = False
        self.phone.context.set_offline(False)

    def start(self) -> None:
        """Ada signs in, and her phone has what it needs to go on alone."""
        self.sign_in(self.ada)
        self.phone.open()
        self.phone.make_ready()

    def everything_arrived_once(self) -> None:
        """Rows are what was logged, each once, all Ada's; and the outbox is empty."""
        self.phone.wait_until_sent(self.within)
        self.each_is_stored_once()

    def each_is_stored_once(self) -> None:
        stored = list(Encounter.objects.values_list("greeting", "person"))
        assert sorted(stored) == sorted((words, self.ada.pk) for words in self.logged)


@pytest.fixture
def stage(
    transactional_db: None,
    live_server: LiveServer,
    playwright: Playwright,
    settings: Settings,
    tmp_path: Path,
    ada: User,
    ben: User,
) -> Iterator[Stage]:
    if chromium.find() is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(chromium.INSTALL_HINT)
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    with Proxy(int(live_server.url.rsplit(":", 1)[1])) as network:
        for path, old, new in SHORTER:
            network.rewrite(path, old, new)
        phone = Phone(playwright, tmp_path / "phone", network.url)
        yield Stage(phone, network, ada, ben, random.Random(0))
        phone.close()
