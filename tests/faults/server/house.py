"""A real server for one test: gunicorn in a process group of its own, with a database that nobody else uses.

It can be ended politely, killed with all its workers, and started again on the same port.
"""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.faults.server.databases import Database, make_template

ROOT = Path(__file__).parents[3]
_PATIENCE = 60  # seconds until a started server has to answer


class Person(NamedTuple):
    """Somebody in the house, and the session in which they are signed in."""

    pk: int
    email: str
    session: str


class Row(NamedTuple):
    """An encounter as it is stored."""

    public_id: str
    person: int
    revision: int
    greeting: str


@dataclass(frozen=True, slots=True)
class Template:
    """What every house of a run begins with."""

    database: Database
    people: dict[str, Person]
    environment: dict[str, str]


def build_template(folder: Path) -> Template:
    """Migrate, move the cast in, and collect the static files: once a run, in about ten seconds."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COV_")},
        "DJANGO_SETTINGS_MODULE": "microconnect.settings",
        "SECURE_COOKIES": "false",
        "STATIC_ROOT": str(folder / "static"),
    }
    people: dict[str, Person] = {}

    def furnish(url: str) -> None:
        _run(["manage.py", "migrate", "--verbosity", "0"], environment | {"DATABASE_URL": url})
        told = _run(["-m", "tests.faults.server.cast"], environment | {"DATABASE_URL": url})
        people.update({nickname: Person(*facts) for nickname, facts in json.loads(told).items()})

    _run(["manage.py", "collectstatic", "--noinput", "--verbosity", "0"], environment)
    return Template(make_template(folder, furnish), people, environment)


@dataclass(slots=True)
class House:
    """A server and its database. Use `opened` of conftest.py, which also closes it."""

    template: Template
    folder: Path
    application: str = "microconnect.wsgi"
    environment: dict[str, str] = field(default_factory=dict)
    database: Database = field(init=False)
    port: int = field(init=False)
    _server: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.database = self.template.database.copy(self.folder)
        self.port = _free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def people(self) -> dict[str, Person]:
        return self.template.people

    def start(self) -> None:
        """Serve, and come back when the house answers."""
        command = [sys.executable, "-m", "gunicorn", self.application, "--bind", f"127.0.0.1:{self.port}"]
        command += ["--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning"]
        command += ["--preload"]  # imports once for both workers: a test waits half as long
        with (self.folder / "server.log").open("ab") as log:
            self._server = subprocess.Popen(
                command, cwd=ROOT, env=self._environment(), stdout=log, stderr=log, start_new_session=True
            )
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.kill_group()
            raise

    def stop(self) -> None:
        """End it politely: what is under way is answered."""
        if self._server:
            self._server.terminate()
            self._server.wait(_PATIENCE)
            self._server = None

    def kill_group(self) -> None:
        """SIGKILL for the server and every worker of it at once; nothing is flushed, closed or answered."""
        if self._server:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait(_PATIENCE)
            self._wait_until_the_group_is_gone(self._server.pid)
            self._server = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def close(self) -> None:
        """The end of the test: no process and no database is left of it."""
        self.kill_group()
        self.database.drop()

    def manage(self, *words: str) -> str:
        """Run `manage.py words` on this house's database; returns what it prints."""
        return _run(["manage.py", *words], self._environment())

    def rows(self) -> list[Row]:
        """Every encounter that is stored, as the database itself tells it."""
        found = self.database.query(
            "SELECT public_id, person_id, revision, greeting FROM interactions_encounter ORDER BY id"
        )
        return [Row(str(uuid.UUID(str(public_id))), *rest) for public_id, *rest in found]

    def count(self, table: str, where: str = "1 = 1") -> int:
        return int(self.database.query(f"SELECT COUNT(*) FROM {table} WHERE {where}")[0][0])  # noqa: S608 - tests' own

    def log_of_server(self) -> str:
        return (self.folder / "server.log").read_text()

    def _environment(self) -> dict[str, str]:
        return self.template.environment | self.environment | {"DATABASE_URL": self.database.url}

    def _wait_until_it_answers(self) -> None:
        assert self._server
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline and self._server.poll() is None:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self._is_well():
                    return
            time.sleep(0.05)
        raise AssertionError(f"The server does not answer:\n{self.log_of_server()}")

    def _is_well(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", "/health/")
            return connection.getresponse().status == 200

    def _wait_until_the_group_is_gone(self, group: int) -> None:
        """Workers are reaped by whoever takes in orphans; until then one could still hold the port or a lock."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline and _living(group):
            time.sleep(0.02)


def _living(group: int) -> list[int]:
    """Processes of the group that are not mere zombies."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            state, _parent, of_group = stat.read_text().rpartition(")")[2].split()[:3]
            if int(of_group) == group and state not in {"Z", "X"}:
                found.append(int(stat.parent.name))
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _run(arguments: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
