"""Pictures of every page, on a phone and on a laptop, light and dark: `python -m tests.browser.screenshots`.

They go to var/screenshots, with an index. A page that scrolls sideways or complains in its console is named,
and makes the command fail.
"""

import argparse
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright

from tests.browser import chromium
from tests.browser.screenshots.house import House, opened
from tests.browser.screenshots.scenes import SCENES, Scene

Theme = Literal["light", "dark"]
_ROOT = Path(__file__).parents[3]
_PATIENCE = 15_000  # milliseconds
_THEMES: tuple[Theme, ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Screen:
    name: str
    width: int
    height: int
    scale: int = 1


_SCREENS = (Screen("phone", 390, 844, scale=2), Screen("laptop", 1440, 900))
_README = {
    ("log-in-bounds", "phone", "light"),
    ("feedback", "phone", "dark"),
    ("team", "laptop", "light"),
    ("guidelines-draft-tried", "laptop", "light"),
    ("guidelines-look", "laptop", "light"),
    ("scorecard-draft", "laptop", "light"),
}


def main() -> int:
    options = _options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the server and the copy go also when somebody ends this
    executable = chromium.find()
    if executable is None:
        sys.exit(chromium.INSTALL_HINT)
    options.to.mkdir(parents=True, exist_ok=True)
    scenes = [scene for scene in SCENES if not options.only or scene.name in options.only]
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        opened(Path(folder), copy_of=options.database, encounters=options.encounters) as house,
    ):
        browser = playwright.chromium.launch(executable_path=executable, args=chromium.FLAGS)
        troubles = [_tell(scene, _taken(browser, house, scene, options)) for scene in scenes]
    _write_index(options.to)
    return 1 if any(troubles) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots", description=__doc__)
    parser.add_argument("only", nargs="*", metavar="PAGE", help="these pages only (default: all)")
    parser.add_argument("--database", type=Path, help="a demo in SQLite to copy (default: a new one is filled)")
    parser.add_argument("--encounters", type=int, default=8_000, help="in a new demo (default: 8000)")
    parser.add_argument("--to", type=Path, default=_ROOT / "var" / "screenshots", help="default: var/screenshots")
    parser.add_argument("--readme", action="store_true", help="put those of the README in docs/screenshots too")
    return parser.parse_args()


def _taken(browser: Browser, house: House, scene: Scene, options: argparse.Namespace) -> list[str]:
    """Photograph one scene on all screens; what went wrong, in words."""
    troubles: list[str] = []
    for screen, theme in product(_SCREENS, _THEMES):
        with _at(browser, house, scene, screen, theme) as (page, complaints):
            name = f"{scene.name}-{screen.name}-{theme}.png"
            if page.evaluate("document.documentElement.scrollWidth") > screen.width:
                complaints.append("scrolls sideways")
            if options.readme and (scene.name, screen.name, theme) in _README:
                page.screenshot(path=_ROOT / "docs" / "screenshots" / name, animations="disabled")
            if scene.whole:
                _unroll(page, screen)
            page.screenshot(path=options.to / name, animations="disabled")
            troubles += [f"{screen.name} {theme}: {complaint}" for complaint in complaints]
    return troubles


@contextmanager
def _at(browser: Browser, house: House, scene: Scene, screen: Screen, theme: Theme) -> Iterator[tuple[Page, list[str]]]:
    """The page when its scene has been played, and what its console complained of."""
    with browser.new_context(
        base_url=house.url,
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=screen.scale,
        color_scheme=theme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/London",
    ) as context:
        if scene.person:
            context.add_cookies([{"name": "sessionid", "value": house.sessions[scene.person], "url": house.url}])
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.extend(_complaint_in(message)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(house.paths.get(scene.path, scene.path))
        try:
            scene.play(page)
        except Error as error:
            complaints.append(f"could not be played: {error.message.splitlines()[0]}")
        page.wait_for_load_state("networkidle")
        page.evaluate("scrollTo(0, 0); document.fonts.ready")
        yield page, complaints


def _unroll(page: Page, screen: Screen) -> None:
    """A window as tall as the page, so that what sticks to the window's edge sticks to the page's."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": screen.width, "height": max(height, screen.height)})


def _complaint_in(message: ConsoleMessage) -> list[str]:
    # Pages that refuse say so with a status of 4xx, which is what they are here for, and so is being offline.
    expected = (
        "Failed to load resource: the server responded with a status of 4",
        "Failed to load resource: net::",
        "htmx:",
    )
    return [message.text] if message.type == "error" and not message.text.startswith(expected) else []


def _tell(scene: Scene, troubles: list[str]) -> list[str]:
    sys.stdout.write(f"{scene.name:32}{'; '.join(troubles) or 'fine'}\n")
    sys.stdout.flush()
    return troubles


def _write_index(folder: Path) -> None:
    """In Markdown, which any editor shows with its pictures."""
    pictures = sorted(picture.name for picture in folder.glob("*.png"))
    lines = ["# Screenshots", "", *(f"## {name}\n\n![{name}]({name})\n" for name in pictures)]
    (folder / "index.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
