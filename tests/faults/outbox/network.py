"""A network between a browser and the server that fails as it is told: on loopback, one thread a connection.

`refusing` is a server that cannot be reached; `fault` decides for each POST to /log/ what happens to it; `rewrite` replaces a
piece of a script on its way, which is how a test takes a guard away.
"""

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal, Self, cast
from urllib.parse import parse_qs

Fault = Literal["pass", "busy", "broken", "cut", "hold"]
PATIENCE = 30  # seconds that an answer which never comes is held
_NOT_PASSED_ON = {"connection", "keep-alive", "transfer-encoding", "content-length", "server", "date"}


class Proxy:
    """`with Proxy(port) as proxy`: what the browser calls is at `proxy.url`."""

    def __init__(self, upstream: int) -> None:
        self.upstream = upstream
        self.refusing = False
        self.fault: Callable[[int], Fault] = lambda number: "pass"
        self.sent: Counter[str] = Counter()  # public id -> how often it came to be sent
        self.rewritten: Counter[str] = Counter()
        self.released = threading.Event()
        self._rewrites: list[tuple[str, str, str]] = []
        self._posts = 0
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.proxy = self
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def rewrite(self, path: str, old: str, new: str) -> None:
        """In the script that `path` ends with, put `new` in the place of `old`."""
        self._rewrites.append((path, old, new))

    def fault_of(self, method: str, path: str, body: bytes) -> Fault:
        if method != "POST" or path != "/log/":
            return "pass"
        with self._lock:
            self._posts += 1
            self.sent.update(parse_qs(body.decode()).get("public_id", []))
            return self.fault(self._posts)

    def rewritten_body(self, path: str, body: bytes) -> bytes:
        for ending, old, new in self._rewrites:
            if path.endswith(ending) and old.encode() in body:
                body = body.replace(old.encode(), new.encode())
                self.rewritten[old] += 1
        return body

    @property
    def guards_left(self) -> list[str]:
        """What was to be taken away and never came by: then a test proves nothing."""
        return [old for _, old, _ in self._rewrites if not self.rewritten[old]]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    proxy: Proxy

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is what this is for."""


class _Handler(BaseHTTPRequestHandler):
    def handle_one_request(self) -> None:
        if cast("_Server", self.server).proxy.refusing:
            self.close_connection = True
            return
        super().handle_one_request()

    def _pass_on(self) -> None:
        proxy = cast("_Server", self.server).proxy
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = proxy.fault_of(self.command, self.path, body)
        if fault == "busy":
            self._answer(503, [("Retry-After", "1"), ("Content-Type", "application/json")], b'{"code": "busy"}')
            return
        if fault == "broken":
            self._answer(500, [("Content-Type", "text/html")], b"<h1>Something went wrong</h1>")
            return
        try:
            status, headers, answer = self._ask(proxy.upstream, body)
        except (OSError, HTTPException):
            return
        if fault == "hold":
            proxy.released.wait(PATIENCE)
        if fault == "pass" and not proxy.refusing:
            self._answer(status, headers, proxy.rewritten_body(self.path.split("?")[0], answer))

    do_GET = do_HEAD = do_POST = _pass_on  # noqa: N815 - names of http.server

    def _ask(self, port: int, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
            return self._answer_of(connection, body)

    def _answer_of(self, connection: HTTPConnection, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _NOT_PASSED_ON}
        headers |= {"Connection": "close", "Accept-Encoding": "identity"}
        connection.request(self.command, self.path, body or None, headers)
        response = connection.getresponse()
        return response.status, response.getheaders(), response.read()

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in _NOT_PASSED_ON:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Quiet."""
