"""The worker is killed three times while it scores again: afterwards every assessment carries the new version, each once."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.faults.server.house import ROOT, House, _run
from tests.faults.server.publication import ENCOUNTERS

KILLS = 3
PATIENCE = 120  # seconds
OF_THE_VERSION = "guideline_version_id IS NOT NULL"


@pytest.fixture
def house(opened) -> House:
    house: House = opened()
    house.stop()
    _run(["-m", "tests.faults.server.publication", "begin"], house._environment())
    return house


def test_every_assessment_is_scored_again_once_whenever_the_worker_dies(house):
    done = 0
    for _kill in range(KILLS):
        worker = _worker(house)
        done = _wait_for(house, more_than=done)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(PATIENCE)
        assert _status(house) == "running"
        assert _of_the_version(house) < ENCOUNTERS
        _run(["-m", "tests.faults.server.publication", "resume"], house._environment())
    house.manage("db_worker", "--batch", "--interval", "0", "--no-startup-delay")
    assert _status(house) == "done"
    assert _of_the_version(house) == ENCOUNTERS
    [(kept, encounters)] = house.database.query(
        "SELECT count(*), count(DISTINCT encounter_id) FROM coaching_earlierscore"
    )
    assert kept == encounters == ENCOUNTERS / 3
    [(done, total)] = house.database.query("SELECT done, total FROM jobs_job")
    assert done == total


def _worker(house: House) -> subprocess.Popen[bytes]:
    command = [sys.executable, "manage.py", "db_worker", "--interval", "0.1", "--no-startup-delay"]
    with (house.folder / "worker.log").open("ab") as log:
        return subprocess.Popen(
            command, cwd=ROOT, env=house._environment(), stdout=log, stderr=log, start_new_session=True
        )


def _wait_for(house: House, *, more_than: int) -> int:
    """Until this run has stored something more; returns how many assessments carry the version."""
    give_up_at = time.monotonic() + PATIENCE
    while (done := _of_the_version(house)) <= more_than:
        assert time.monotonic() < give_up_at, (house.folder / "worker.log").read_text()
        time.sleep(0.02)
    return done


def _of_the_version(house: House) -> int:
    return house.count("coaching_assessment", OF_THE_VERSION)


def _status(house: House) -> str:
    return str(house.database.query("SELECT status FROM jobs_job")[0][0])
