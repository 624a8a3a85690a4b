"""`assess_encounters --every`: again and again beside the server, until it is asked to end."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import OperationalError, connections

from coaching.assessments import waiting
from coaching.assessments.models import Assessment
from coaching.management.commands import assess_encounters
from coaching.management.commands.assess_encounters import Turn
from coaching.progress import ProgressBar
from tests.factories import EncounterFactory

ROOT = Path(__file__).parents[3]


@pytest.fixture
def end():
    """`end(number, after=seconds)`: this process is sent the signal, as systemd or Ctrl-C would."""
    timers: list[threading.Timer] = []

    def end(number: signal.Signals, after: float) -> None:
        timers.append(threading.Timer(after, os.kill, [os.getpid(), number]))
        timers[-1].start()

    yield end
    for timer in timers:
        timer.join()


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_scores_what_is_there_and_ends_when_asked(ada, harbour, end, number):
    EncounterFactory(person=ada, team=harbour)
    before, began = signal.getsignal(number), time.monotonic()
    end(number, after=0.5)
    call_command("assess_encounters", every=600)
    assert Assessment.objects.count() == 1
    assert time.monotonic() - began < 10
    assert signal.getsignal(number) == before


@pytest.mark.usefixtures("transactional_db")
def test_it_comes_back_for_what_happens_later(ada, harbour, end):

    def log() -> None:
        EncounterFactory(person=ada, team=harbour)
        connections["default"].close()

    later = threading.Timer(1, log)
    later.start()
    end(signal.SIGTERM, after=7)
    call_command("assess_encounters", every=5)
    later.join()
    assert Assessment.objects.count() == 1


@pytest.fixture
def wholes(monkeypatch) -> list[bool]:
    """For each look at what waits, whether it was the whole."""
    looks: list[bool] = []

    def assess(*, only_latest: bool, **how: object) -> int:
        looks.append(not only_latest)
        return 0

    monkeypatch.setattr(assess_encounters, "assess_all", assess)
    return looks


def test_every_encounter_is_looked_at_first_and_once_a_day_and_else_the_latest(wholes, now):
    turn = Turn(bar=ProgressBar(io.StringIO(), "Assessed"))
    for hours in (0, 1, 23, 24, 25):
        with time_machine.travel(now + timedelta(hours=hours), tick=False):
            turn(lambda: False)
    assert wholes == [True, False, False, True, False]


def test_a_whole_look_that_failed_is_made_again(wholes, monkeypatch):
    turn = Turn(bar=ProgressBar(io.StringIO(), "Assessed"))
    with monkeypatch.context() as broken:
        broken.setattr(assess_encounters, "assess_all", _out_of_reach)
        with pytest.raises(OperationalError):
            turn(lambda: False)
    turn(lambda: False)
    assert wholes == [True]


def _out_of_reach(**how: object) -> int:
    raise OperationalError("server closed the connection unexpectedly")


@pytest.mark.django_db
def test_once_only_the_latest_are_looked_at_where_that_is_wanted(ada, harbour, monkeypatch, capsys):
    old = EncounterFactory(person=ada, team=harbour)
    EncounterFactory(person=ada, team=harbour)
    monkeypatch.setattr(waiting, "STRETCH", 1)
    call_command("assess_encounters", latest=True)
    assert capsys.readouterr().out == "1 assessed.\n"
    call_command("assess_encounters")
    assert Assessment.objects.filter(encounter=old).exists()


def test_the_latest_every_so_often_is_refused_with_what_to_do():
    with pytest.raises(CommandError, match="leave --latest out"):
        call_command("assess_encounters", every=60, latest=True)


def test_more_often_than_every_five_seconds_is_refused():
    with pytest.raises(CommandError, match="5 seconds or more"):
        call_command("assess_encounters", every=4)


def test_a_database_out_of_reach_is_logged_and_tried_again_until_it_is_asked_to_end():
    environment = {
        **os.environ,
        "DEMO": "0",
        "SECRET_KEY": "of no importance here",
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere",
    }
    command = [sys.executable, "manage.py", "assess_encounters", "--every", "5"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        told = [next(line for line in process.stdout if "assessing_put_off" in line) for _turn in range(2)]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert all("again_in_seconds=5" in line for line in told)
