"""The bad network does what it is told: otherwise the scripts that use it would prove nothing."""

import threading
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.faults.outbox.network import Proxy

LOST = "the connection is gone"
SCRIPT = b'const LOCK = "outbox";'


class _Shop(ThreadingHTTPServer):
    """A server that says the same to everybody, and remembers what it heard."""

    def __init__(self):
        self.heard: list[tuple[str, str]] = []
        super().__init__(("127.0.0.1", 0), _Answers)


class _Answers(BaseHTTPRequestHandler):
    server: _Shop

    def _answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.heard.append((self.command, self.path))
        self.send_response(201 if self.command == "POST" else 200)
        self.send_header("Content-Length", str(len(SCRIPT)))
        self.end_headers()
        self.wfile.write(SCRIPT)

    do_GET = do_POST = _answer  # noqa: N815 - names of http.server

    def log_message(self, *_words):
        """Quiet."""


@pytest.fixture
def shop():
    server = _Shop()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def network(shop):
    with Proxy(shop.server_port) as network:
        yield network


def _ask(network, method="POST", path="/log/", body="public_id=a", patience=5.0):
    """The answer's status and content, or what went wrong."""
    with closing(HTTPConnection(network.url.removeprefix("http://"), timeout=patience)) as connection:
        try:
            connection.request(method, path, body)
            response = connection.getresponse()
            return response.status, response.read()
        except TimeoutError:
            return "nothing came", b""
        except (OSError, HTTPException):
            return LOST, b""


def _statuses(network, count):
    return [_ask(network)[0] for _ in range(count)]


def test_a_good_network_passes_everything_on_and_counts_what_was_sent(network, shop):
    assert _statuses(network, 2) == [201, 201]
    assert _ask(network, body="public_id=b")[0] == 201
    assert _ask(network, "GET", "/log/") == (200, SCRIPT)
    assert network.sent == {"a": 2, "b": 1}
    assert shop.heard == [("POST", "/log/")] * 3 + [("GET", "/log/")]


def test_what_is_out_of_reach_says_nothing_and_hears_nothing(network, shop):
    network.refusing = True
    assert _ask(network, "GET", "/log/")[0] == LOST
    assert shop.heard == []
    network.refusing = False
    assert _statuses(network, 1) == [201]


def test_a_server_that_is_down_looks_the_same(network, shop):
    shop.shutdown()
    shop.server_close()
    assert _statuses(network, 1) == [LOST]


def test_a_cut_answer_is_one_that_the_server_gave(network, shop):
    network.fault = lambda number: "cut" if number % 3 == 0 else "pass"
    assert _statuses(network, 6) == [201, 201, LOST] * 2
    assert len(shop.heard) == 6


def test_a_busy_answer_is_one_that_the_server_never_heard(network, shop):
    network.fault = lambda number: "busy" if number == 1 else "pass"
    assert _statuses(network, 2) == [503, 201]
    assert len(shop.heard) == 1
    assert _ask(network, "GET", "/static/js/outbox.js")[0] == 200  # pages and scripts come through


def test_an_answer_that_is_held_does_not_come_while_somebody_waits(network, shop):
    network.fault = lambda number: "hold"
    began = time.monotonic()
    assert _ask(network, patience=0.5)[0] == "nothing came"
    assert time.monotonic() - began >= 0.5
    assert len(shop.heard) == 1


def test_a_script_is_rewritten_on_its_way_and_what_was_not_found_is_told(network):
    network.rewrite("outbox.js", '"outbox"', '"another"')
    network.rewrite("outbox.js", "a guard that is not there", "")
    assert _ask(network, "GET", "/static/js/store.js")[1] == SCRIPT
    assert network.guards_left == ['"outbox"', "a guard that is not there"]
    assert _ask(network, "GET", "/static/js/outbox.js?v=1")[1] == b'const LOCK = "another";'
    assert network.guards_left == ["a guard that is not there"]
