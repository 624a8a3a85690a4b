"""The system's Chromium: where it is, and how it is started so that it bothers nobody's network."""

import os
import shutil

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-smooth-scrolling",  # where something is on the screen is looked at when it has come to rest
]
INSTALL_HINT = "No Chromium was found. On Debian: apt-get install chromium; elsewhere set CHROMIUM=/its/path."
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The executable: `$CHROMIUM`, else the first on the path; None where there is none."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)
