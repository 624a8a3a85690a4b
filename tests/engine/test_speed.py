"""Time grows with the text and never faster: whatever is typed, an answer comes at once."""

import json
import os
import subprocess
import sys

import pytest

MOST_FOR_A_LONG_TEXT = 0.1
MOST_FOR_TEN_THOUSAND = 0.05
MOST_FOR_AN_ENCOUNTER = 0.004


@pytest.fixture(scope="module")
def measured() -> dict:
    """Processor seconds, measured without coverage's tracer."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-m", "tests.engine.stopwatch"]
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603 (our own words)
    figures: dict = json.loads(run.stdout)
    return figures


def test_twenty_thousand_characters_of_anything_take_less_than_a_tenth_of_a_second(measured: dict) -> None:
    slow = {what: seconds for what, seconds in measured["long"].items() if seconds >= MOST_FOR_A_LONG_TEXT}

    assert slow == {}


def test_a_usual_encounter_takes_a_small_part_of_a_request(measured: dict) -> None:
    assert measured["short"] < MOST_FOR_AN_ENCOUNTER


def test_ten_thousand_guidelines_take_less_than_a_twentieth_of_a_second(measured: dict) -> None:
    assert measured["guidelines"] < MOST_FOR_TEN_THOUSAND


def test_words_again_and_again_take_no_longer(measured: dict) -> None:
    assert measured["repeated"] < MOST_FOR_A_LONG_TEXT
