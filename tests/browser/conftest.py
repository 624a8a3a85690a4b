"""Tests in a real Chromium against a live server: `page.goto("/log/")` reaches it, `sign_in(user)` signs in.

A page that writes an error to the console (a script's, or a breach of the content policy) fails its test.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser import chromium

# Playwright's own event loop makes Django believe that every query here comes from asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# All of WCAG 2.2 AA: without its last tag the size of touch targets is never looked at.
TOKEN = "the token of till 2"
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the browser's tests, before -m chooses among them."""
    item.add_marker(pytest.mark.browser)
    item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests last: pytest gathers them around their browser, but they empty the tables."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    executable = chromium.find()
    if executable is None:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up(chromium.INSTALL_HINT)
    return {**browser_type_launch_args, "executable_path": executable, "args": chromium.FLAGS}


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    phone = {"width": 390, "height": 844}
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London", "viewport": phone}


@pytest.fixture(autouse=True)
def _cookies_over_plain_http(settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Playwright's page, on a phone's screen, which fails the test if something went wrong in its console."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.extend(_complaint_in(message)))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert not complaints, "The page's console says: " + "; ".join(complaints)


@pytest.fixture
def session_of(live_server: LiveServer) -> Callable[[Any], Any]:
    """`session_of(user)`: the cookie of somebody signed in, for any context."""

    def session_of(user: Any) -> Any:
        from django.conf import settings
        from django.test import Client

        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        return {"name": name, "value": client.cookies[name].value, "url": live_server.url}

    return session_of


@pytest.fixture
def sign_in(context: BrowserContext, session_of: Callable[[Any], Any]) -> Callable[[Any], None]:
    """`sign_in(user)`: by a session cookie, without the form."""

    def sign_in(user: Any) -> None:
        context.add_cookies([session_of(user)])

    return sign_in


@pytest.fixture
def till(transactional_db: None, harbour: Any, sana: Any) -> Any:
    from django.core.cache import cache

    from tests.factories import DeviceFactory

    cache.clear()  # allauth counts passwords there, by people's ids
    return DeviceFactory(name="Till 2", team=harbour, registered_by=sana, token=TOKEN)


@pytest.fixture
def pins(till: Any, ada: Any, ben: Any) -> dict[str, Any]:
    from tests.factories import DevicePinFactory

    return {"ada": DevicePinFactory(device=till, user=ada), "ben": DevicePinFactory(device=till, user=ben)}


@pytest.fixture
def tablet(till: Any, live_server: LiveServer) -> Any:
    """The tablet's cookie, for any context."""
    from microconnect.devices.cookies import COOKIE
    from tests.devices.tablets import cookie

    return {"name": COOKIE, "value": cookie(TOKEN), "url": live_server.url}


@pytest.fixture
def assert_accessible(page: Page) -> Callable[[], None]:
    """`assert_accessible()`: the page as it stands breaks no rule of WCAG 2.2 AA that a machine can check."""

    def assert_accessible() -> None:
        options = {"runOnly": {"type": "tag", "values": _WCAG}, "resultTypes": ["violations"]}
        results = Axe().run(page, options=options)
        assert results.violations_count == 0, results.generate_report()

    return assert_accessible


def _complaint_in(message: ConsoleMessage) -> list[str]:
    # An answer of 404 or 422 is a test's own business; it looks at the page.
    is_status = message.text.startswith("Failed to load resource: the server responded with a status of 4")
    return [message.text] if message.type == "error" and not is_status else []
