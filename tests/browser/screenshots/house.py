"""A house to photograph: a copy of the demo in a temporary folder, a few people with nothing yet, and a server."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_ROOT = Path(__file__).parents[3]
_PATIENCE = 60  # seconds until the server has to answer


@dataclass(frozen=True, slots=True)
class House:
    """Where it is served, the session of each person in it, and by which name scenes call what has a number."""

    url: str
    sessions: dict[str, str]
    paths: dict[str, str]


@contextmanager
def opened(folder: Path, *, copy_of: Path | None, encounters: int) -> Iterator[House]:
    """Serve the demo on a free loopback port while the block runs; `copy_of` is an SQLite file and stays as it is."""
    database = folder / "house.sqlite3"
    os.environ.update(
        {
            "DEMO": "1",
            "DATABASE_URL": f"sqlite:///{database}",
            "DJANGO_SETTINGS_MODULE": "microconnect.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }
    )
    if copy_of:
        _copy(copy_of, database)
        _manage("migrate", "--verbosity", "0")
    else:
        _manage("migrate", "--verbosity", "0")
        _manage("fill_demo", "--encounters", str(encounters))
    sessions, paths = _furnish()
    with _served(log=folder / "server.log") as url:
        yield House(url, sessions, paths)


def _copy(source: Path, target: Path) -> None:
    """SQLite's own backup, which also takes along what is still in the write-ahead log."""
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _manage(*words: str) -> None:
    subprocess.run([sys.executable, "manage.py", *words], cwd=_ROOT, check=True)  # noqa: S603 - our own command


def _furnish() -> tuple[dict[str, str], dict[str, str]]:
    """Add a shop where nothing has happened yet, a change of the guidelines under way, and sign everybody in."""
    import django

    django.setup()
    from django.urls import reverse

    from coaching.digests.stopping import stop_token
    from microconnect.notices.models import MailKind
    from microconnect.people.models import Role, User
    from tests.browser.screenshots.changing import jobs_in_each_state, second_version, third_in_draft
    from tests.factories import MembershipFactory, NoticeFactory, TeamFactory, UserFactory

    kiosk = TeamFactory(name="Quay Kiosk", slug="quay-kiosk")
    people = {name: User.objects.get(email=f"{name}@demo.example") for name in ("ada", "sana", "ivy")}
    people["noor"] = UserFactory(name="Noor Haddad")
    people["otis"] = UserFactory(name="Otis Bell")
    people["tess"] = UserFactory(name="Tess Marlow")
    MembershipFactory(user=people["noor"], team=kiosk)
    MembershipFactory(user=people["otis"], team=kiosk, role=Role.SUPERVISOR)
    MembershipFactory(user=people["tess"], team=kiosk)
    NoticeFactory(person=people["tess"], body="New: never say “you people”.\nSay “the four of you”.")
    second_version(by=people["ivy"])
    paths = third_in_draft(by=people["ivy"]) | jobs_in_each_state(by=people["ivy"])
    stop = reverse("digests:stop", args=[stop_token(people["ada"], MailKind.OWN_WEEK)])
    return {name: _session(user) for name, user in people.items()}, {**paths, "digests-stop": stop}


def _session(user: object) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@contextmanager
def _served(log: Path) -> Iterator[str]:
    """gunicorn on a port that nobody can take in between: it is handed the open socket."""
    with socket.create_server(("127.0.0.1", 0)) as door, log.open("wb") as said:
        number = door.fileno()
        command = [sys.executable, "-m", "gunicorn", "microconnect.wsgi", "--threads", "4", "--bind", f"fd://{number}"]
        quiet = ["--no-control-socket", "--log-level", "warning"]
        server = subprocess.Popen([*command, *quiet], cwd=_ROOT, pass_fds=[number], stderr=said)  # noqa: S603
        url = f"http://127.0.0.1:{door.getsockname()[1]}"
        try:
            _wait_for(f"{url}/health/", server, log)
            yield url
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    give_up_at = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < give_up_at:
        try:
            with urlopen(address, timeout=_PATIENCE):  # noqa: S310 - a loopback address of our own
                return
        except URLError:
            time.sleep(0.2)
    raise SystemExit("The server did not start. It said:\n" + log.read_text(errors="replace"))
