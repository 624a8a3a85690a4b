"""The files that the shell is made of, and the version that they make together."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

STYLES = (
    "vendor/bootstrap/bootstrap-subset.min.css",
    *(
        f"css/{name}.css"
        for name in (
            "tokens", "fonts", "base", "layout", "controls", "forms", "words", "components", "charts", "pages", "log",
            "guidelines", "offline", "print",
        )
    ),
)  # fmt: skip
SCRIPTS = (
    "django_htmx/htmx-2.min.js",
    *(
        f"js/{name}.js"
        for name in (
            "theme-early", "theme", "menu", "requests", "log", "here", "store", "vault", "person", "kit", "outbox",
            "drafts", "waiting", "leaving", "offline", "fields", "keeping", "ages",
            "bounds", "greeting-check", "filling", "news",
        )
    ),
)  # fmt: skip
PICTURES = ("img/favicon.svg", "img/icons.svg")
FONTS = ("fonts/figtree-latin.woff2", "fonts/newsreader-latin.woff2")
SHELL_ASSETS = (*STYLES, *SCRIPTS, *PICTURES, *FONTS)

_TEMPLATES = (
    "interactions",
    "offline",
    "includes",
    "widgets",
    "components",
    "coaching/guidelines",
    "notices",
    "base.html",
)


def version() -> str:
    """Twelve characters that change with any file of the shell, the pages' templates among them."""
    return _read() if settings.DEBUG else _read_once()


def _read() -> str:
    digest = hashlib.sha256()
    for content in [*map(_asset, SHELL_ASSETS), *_templates()]:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:12]


_read_once = cache(_read)


def _asset(path: str) -> bytes:
    found = finders.find(path)
    if found:
        return Path(found).read_bytes()
    with staticfiles_storage.open(path) as collected:
        return bytes(collected.read())


def _templates() -> list[bytes]:
    root = settings.BASE_DIR / "templates"
    places = [root / name for name in _TEMPLATES]
    files = [file for place in places for file in (sorted(place.rglob("*.html")) if place.is_dir() else [place])]
    return [file.read_bytes() for file in files]
