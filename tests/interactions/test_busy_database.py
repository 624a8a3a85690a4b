"""A locked database: try again, then say so with 503 and when to come back, and keep the text in the page."""

import sqlite3
import threading
import uuid
from contextlib import closing

import pytest
from django.db import OperationalError, connection

from interactions.models import Encounter
from interactions.retrying import retrying
from tests.factories import EncounterFactory, PromiseFactory

pytestmark = pytest.mark.usefixtures("transactional_db")


def test_a_write_is_tried_again():
    attempts = []

    def write():
        attempts.append(1)
        if len(attempts) < 3:
            raise OperationalError("database is locked")
        return "stored"

    assert retrying(write) == "stored"
    assert len(attempts) == 3


def test_the_last_failure_goes_on_its_way():
    def write():
        raise OperationalError("database is locked")

    with pytest.raises(OperationalError):
        retrying(write)


@pytest.fixture
def locked():
    """Another process holds SQLite's write lock, or PostgreSQL's table."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.MonkeyPatch.context() as patch:
                patch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.05)
                yield
            other.execute("ROLLBACK")
    else:
        held, done = threading.Event(), threading.Event()
        holder = threading.Thread(target=_hold_table, args=(held, done))
        holder.start()
        held.wait()
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '50ms'")
        yield
        with connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout")
        done.set()
        holder.join()


def _hold_table(held: threading.Event, done: threading.Event) -> None:
    from django.db import connections, transaction

    try:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            cursor.execute("LOCK TABLE interactions_encounter, interactions_promise IN SHARE MODE")
            held.set()
            done.wait(30)
    finally:
        connections["default"].close()


def test_a_locked_database_keeps_the_text_in_the_page(as_user, ada, request):
    client = as_user(ada)
    sent = {"public_id": str(uuid.uuid4()), "channel": "face", "outcome": "sorted", "greeting": "Morning Maria"}
    request.getfixturevalue("locked")
    response = client.post("/log/", sent)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    page = response.content.decode()
    assert "Morning Maria" in page
    assert sent["public_id"] in page
    assert not Encounter.objects.exists()


def test_an_edit_that_finds_the_database_locked_keeps_the_text_too(as_user, ada, harbour, request):
    encounter = EncounterFactory(person=ada, team=harbour)
    client = as_user(ada)
    sent = {"channel": "face", "outcome": "sorted", "greeting": "Morning Maria", "revision": 1}
    request.getfixturevalue("locked")
    response = client.post(f"/encounters/{encounter.public_id}/edit/", sent)
    assert response.status_code == 503
    assert "Morning Maria" in response.content.decode()
    assert "press Save again" in response.content.decode()


def test_a_script_that_keeps_a_promise_is_told_when_to_come_back(as_user, ada, harbour, request):
    promise = PromiseFactory(encounter=EncounterFactory(person=ada, team=harbour))
    client = as_user(ada)
    request.getfixturevalue("locked")
    response = client.post(f"/promises/{promise.public_id}/keep/", headers={"Accept": "application/json"})
    assert (response.status_code, response.json()) == (503, {"code": "busy"})
    assert int(response["Retry-After"]) > 0
