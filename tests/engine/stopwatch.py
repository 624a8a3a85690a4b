"""Measures the engine in a process of its own, where no coverage tracer slows it down. Prints JSON.

Run it alone to see the figures: `.venv/bin/python -m tests.engine.stopwatch`.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from coaching.engine.assess import assess
from coaching.engine.facts import TEXT_FIELDS, EncounterFacts
from coaching.engine.guidelines import Guideline, verdict

LONG = 20_000
GOOD_ENOUGH = 0.05
TRIES = 6
UNITS = [
    *("sorry ", "a", " ", "'", "1", "12345 ", "🙂", "\n", "?", ".", "a'", "田", "nights ", "i will just "),
    *("let me ", "thank you for ", "your ", "don't ", "Hi Maria ", "he said ", "not ", "5 hours ", "have a "),
    *("what is it? ", "you must be so ", "enjoy the ", "I'm so happy for you and your dog, Maria. "),
]
_SHORT = {
    "greeting": "Morning Maria! Did the lake freeze over in the end? Come in and sit down while I look",
    "empathy": "Three hours in that queue with the little one, no wonder you’re worn out, and on a Friday",
    "resolution": "I’ll ring the depot myself and see where it is, because you fly on Friday. Home or shop?",
    "closing": "I've sent you the tracking number, has it come through? Have a great trip, best to the lake",
}


def long_texts() -> dict[str, float]:
    """Seconds of processor time for 20,000 characters of each unit in each field."""
    return {f"{unit!r} in {field}": _least(_long_text(unit, field)) for unit in UNITS for field in TEXT_FIELDS}


def many_guidelines() -> float:
    """Seconds for a greeting held against 10,000 guidelines of all kinds."""
    kinds = (
        ("phrase", "word{} you lot"),
        ("words", "you word{}"),
        ("near", "manyword{} you lot"),
        ("pattern", "you ... (word{0}|words{0})"),
    )
    rules = tuple(
        Guideline(str(n), "out", "never", match, (line.format(n),)) for n in range(2_500) for match, line in kinds
    )
    return _least(lambda nth: assess(EncounterFacts(greeting=f"What can I get you lot, {nth}?", guidelines=rules)))


def repeated_words() -> float:
    """Seconds for 4,000 characters of one word held against 50 guidelines of each kind that repeat it."""
    lines = [f"{'you lot ' * 14}{'lot' * (n % 2)}" for n in range(50)]
    rules = tuple(
        Guideline(f"{n}", "out", "never", match, (line,))
        for match in ("phrase", "words", "near", "pattern")
        for n, line in enumerate(lines)
    )
    return _least(lambda nth: verdict(f"{'you lot ' * 499}{nth}", rules))


def short_texts() -> float:
    """Seconds for one usual encounter with four new texts."""
    start = time.process_time()
    for nth in range(200):
        assess(_facts(**{field: f"{text} {nth}" for field, text in _SHORT.items()}))
    return (time.process_time() - start) / 200


def _facts(**facts: Any) -> EncounterFacts:
    return EncounterFacts(**facts)


def _long_text(unit: str, field: str) -> Callable[[int], object]:
    text = (unit * LONG)[: LONG - 1]
    return lambda nth: assess(_facts(customer_name="Maria", **{field: f"{text}{nth}"}))


def _least(work: Callable[[int], object]) -> float:
    """The best of a few tries: a busy machine makes each one slower, never quicker."""
    best = float("inf")
    for nth in range(TRIES):
        start = time.process_time()
        work(nth)
        best = min(best, time.process_time() - start)
        if best < GOOD_ENOUGH:
            break
    return best


if __name__ == "__main__":
    assess(EncounterFacts(greeting="warm up"))
    json.dump(
        {
            "short": min(short_texts() for _ in range(5)),
            "guidelines": many_guidelines(),
            "repeated": repeated_words(),
            "long": long_texts(),
        },
        sys.stdout,
    )
