"""What a practice is: one way of acting from the documents, with how it is judged and how it is explained."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from coaching.engine.facts import EncounterFacts
from coaching.engine.finding import Finding


class Phase(StrEnum):
    """The four phases, in the order a person lives them."""

    GREETING = "greeting"
    EMPATHY = "empathy"
    RESOLUTION = "resolution"
    FOLLOW_THROUGH = "follow_through"


@dataclass(frozen=True, slots=True)
class Example:
    """A line people might log, in `field`, with what else was logged in `facts`.

    In `shows` the evidence stands in [[double brackets]]; in `misses` the words look close and nothing must
    be found.
    """

    text: str
    field: str = "greeting"
    facts: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice of the catalogue.

    Args:
        key: stable name, as in the catalogue ("personal_greeting").
        name: what people call it ("Make the greeting your own").
        phase: where in the encounter it belongs.
        source: short names and titles of the documents it comes from.
        what: one or two sentences: what it is.
        why: one or two sentences: why it matters.
        how_scored: one to three plain sentences: what gives 100, 50, 0, and what leaves it not judged.
        try_saying: one thing to try next, in words one could say.
        landed: the headline when it was shown ("The greeting was yours").
        weight: of the shipped scorecard.
        is_bonus: adds points, never takes any.
        is_critical: under 50 caps the encounter.
        shows, misses: examples that are also its tests.
        judge: the rule itself: facts in, one finding out.
    """

    key: str
    name: str
    phase: Phase
    source: str
    what: str
    why: str
    how_scored: str
    try_saying: str
    landed: str
    weight: int
    shows: tuple[Example, ...]
    misses: tuple[Example, ...]
    judge: Callable[[EncounterFacts], Finding]
    is_bonus: bool = False
    is_critical: bool = False
