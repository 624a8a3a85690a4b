"""Writers that wait for SQLite's lock hold nothing that its holder may need."""

import gc
import threading
import time
from contextlib import closing, suppress

import pytest
from django.db import OperationalError, connection, transaction
from django.db.backends.sqlite3.base import DatabaseWrapper as DjangosWrapper

from microconnect.patient_sqlite3.base import DatabaseWrapper
from microconnect.people.models import Team
from tests.factories import TeamFactory

pytestmark = [
    pytest.mark.usefixtures("transactional_db"),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has locks of another kind"),
]


def _connected(kind, timeout):
    settings = connection.settings_dict
    return kind({**settings, "OPTIONS": {**settings["OPTIONS"], "timeout": timeout}}, "default")


@pytest.fixture
def uncollected():
    """Only what is made from here on is collected: walking all that a long test run holds takes longer than the wait."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def _seconds_of_collecting_while_another_waits(kind):
    """The lock is held here; a thread tries in vain, which leaves its cursor in a traceback, and then tries again."""
    waits = threading.Event()

    def try_twice():
        with closing(_connected(kind, timeout=1.0)) as wrapper:
            for _ in range(2):
                with suppress(OperationalError):
                    wrapper.cursor().execute("BEGIN IMMEDIATE")
                waits.set()

    with transaction.atomic():
        thread = threading.Thread(target=try_twice)
        thread.start()
        waits.wait(10)
        time.sleep(0.2)
        began = time.perf_counter()
        gc.collect()
        took = time.perf_counter() - began
    thread.join()
    return took


def test_the_holder_of_the_lock_collects_garbage_without_waiting_for_who_waits(uncollected):
    assert _seconds_of_collecting_while_another_waits(DatabaseWrapper) < 0.5


def test_control_with_djangos_own_the_holder_waits_for_who_waits(uncollected):
    assert _seconds_of_collecting_while_another_waits(DjangosWrapper) > 0.5


@pytest.mark.parametrize("held_for", [0.2, 1.5])
def test_a_writer_waits_as_long_as_its_timeout_says(held_for):
    refused: list[str] = []
    waited: list[float] = []

    def write():
        began = time.monotonic()
        with closing(_connected(DatabaseWrapper, timeout=0.7)) as wrapper:
            try:
                wrapper.cursor().execute("UPDATE people_team SET name = 'Quay'")
            except OperationalError as error:
                refused.append(str(error))
        waited.append(time.monotonic() - began)

    team = TeamFactory(name="Harbour")
    with transaction.atomic():
        Team.objects.filter(pk=team.pk).update(name="Harbour Street")
        thread = threading.Thread(target=write)
        thread.start()
        time.sleep(held_for)
    thread.join()
    assert refused == ([] if held_for < 0.7 else ["database is locked"])
    assert min(held_for, 0.7) - 0.1 < waited[0]
    team.refresh_from_db()
    assert team.name == ("Quay" if held_for < 0.7 else "Harbour Street")


def test_other_troubles_are_told_at_once():
    began = time.monotonic()
    with pytest.raises(OperationalError, match="no such table"):
        connection.cursor().execute("SELECT * FROM nowhere")
    with pytest.raises(OperationalError, match="no such table"):
        connection.cursor().executemany("INSERT INTO nowhere VALUES (%s)", [(1,), (2,)])
    assert time.monotonic() - began < 0.5
