"""gunicorn with the settings of production, and a client that is signed in there."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from microconnect.people.models import User
from tests.benchmarks.pages import cpu

WORKERS, THREADS = 1, 4
_CSRF = "b" * 32
_PATIENCE = 60.0


@contextmanager
def gunicorn() -> Iterator["Served"]:
    """Serve until the end of the block, with our own environment."""
    port = _free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", "microconnect.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"),
        *("--workers", str(WORKERS), "--threads", str(THREADS), "--log-level", "warning", "--timeout", "600"),
    ]
    process = subprocess.Popen(command, env=os.environ.copy())
    try:
        served = Served(process.pid, port)
        served.wait()
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


@dataclass(slots=True)
class Answer:
    """What came back: the status, how long the first byte and the whole took, and how much it was."""

    status: int
    first_byte: float
    seconds: float
    size: int
    lines: int


@dataclass(slots=True)
class Served:
    """A running server: `pid` is gunicorn's arbiter, the parent of its workers."""

    pid: int
    port: int

    @property
    def worker(self) -> int:
        return cpu.children(self.pid)[0]

    def wait(self) -> None:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                if self.ask("/health/").status == 200:
                    return
            except OSError:
                if time.monotonic() > until:
                    raise
            time.sleep(0.2)

    def ask(self, address: str, session: str = "", form: dict[str, str] | None = None) -> Answer:
        """GET, or POST of a form, as the person whose session it is; the whole answer is read."""
        body = urlencode({**form, "csrfmiddlewaretoken": _CSRF}) if form is not None else None
        headers = {"Cookie": f"sessionid={session}; csrftoken={_CSRF}", "Accept": "text/html"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        started = time.monotonic()
        connection.request("POST" if body else "GET", address, body, headers)
        answer = connection.getresponse()
        first = answer.read(1)
        first_byte = time.monotonic() - started
        size, lines = len(first), first.count(b"\n")
        while part := answer.read(65_536):
            size, lines = size + len(part), lines + part.count(b"\n")
        connection.close()
        return Answer(answer.status, first_byte, time.monotonic() - started, size, lines)


def session_of(email: str) -> str:
    """Sign somebody in: a session in the database, as the sign-in page makes it."""
    user = User.objects.get(email=email)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
