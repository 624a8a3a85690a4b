"""Signals by their labels: real practices, and the very functions that those practices use."""

import ast
from pathlib import Path

import pytest

from coaching.engine.practices import BY_KEY
from coaching.engine.signals.registry import SIGNALS, OfText, labels_of

ENGINE = Path(__file__).parents[3] / "coaching" / "engine"


def _reached(module: str, known: set[str]) -> set[str]:
    """The modules of the engine that a module uses, and what those use."""
    if module in known or not module.startswith("coaching.engine."):
        return known
    known.add(module)
    place = ENGINE / module.removeprefix("coaching.engine.").replace(".", "/")
    source = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    tree = ast.parse(source.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            _reached(node.module, known)
    return known


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=SIGNALS)
def test_a_signal_feeds_practices_that_there_are(signal):
    assert signal.practices
    assert set(signal.practices) <= set(BY_KEY)


@pytest.mark.parametrize("signal", [each for each in SIGNALS.values() if isinstance(each.detect, OfText)],
                         ids=lambda signal: signal.label)  # fmt: skip
def test_what_is_measured_is_what_scoring_uses(signal):
    for practice in signal.practices:
        reached = _reached(f"coaching.engine.practices.{practice}", set())
        assert signal.detect.detect.__module__ in reached


def test_the_labels_of_a_practice_are_known():
    assert labels_of("confirmation") == ("confirm_done", "anything_else")
    assert labels_of("reset") == ()
