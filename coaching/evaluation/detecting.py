"""The engine put to the labelled text: what each signal found in every row, and how fast."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coaching.engine.signals.registry import SIGNALS, Detector, Said
from coaching.engine.text import Spans
from coaching.evaluation.files import Slice
from coaching.evaluation.rows import Row
from coaching.evaluation.second_opinion import with_second_opinion

_WARM = Said("Good morning")  # builds the engine's tries before the clock runs


class Engine(StrEnum):
    """The rules alone, as scoring uses them, or with the second opinion of weights where a signal has one."""

    RULES = "rules"
    COMBINED = "combined"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One label in one row: whether it is so, and the evidence found in each of the row's texts."""

    row: Row
    label: str
    found: tuple[Spans, ...]

    @property
    def is_so(self) -> bool:
        return self.label in self.row.gold

    @property
    def is_found(self) -> bool:
        return any(self.found)

    @property
    def is_proven(self) -> bool:
        """Whether some of the evidence really stands in the text."""
        texts = zip(self.row.said, self.found, strict=True)
        return any(0 <= start < end <= len(said.text) for said, spans in texts for start, end in spans)


@dataclass(slots=True)
class Detected:
    """What was found in one slice, label by label, in how many texts, in how many seconds of processor time."""

    name: str
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    texts: int = 0
    seconds: float = 0.0


def detect(labelled: Slice, labels: tuple[str, ...], engine: Engine) -> Detected:
    """Look for these labels in every row. Labels that no signal detects are left out."""
    detectors = _detectors(labels, engine)
    detected = Detected(labelled.name, {label: [] for label in detectors})
    for detector in detectors.values():
        detector(_WARM)
    started = time.process_time()
    for row in labelled.rows if detectors else ():
        detected.texts += len(row.said)
        for label in detectors.keys() & row.annotated:
            found = tuple(detectors[label](said) for said in row.said)
            detected.outcomes[label].append(Outcome(row, label, found))
    detected.seconds = time.process_time() - started
    return detected


def is_detected(label: str) -> bool:
    """Whether the engine has a signal for a label."""
    return label in SIGNALS


def _detectors(labels: tuple[str, ...], engine: Engine) -> Mapping[str, Detector]:
    detectors = {label: SIGNALS[label].detect for label in labels if is_detected(label)}
    if engine is Engine.RULES:
        return detectors
    return {label: with_second_opinion(label, detect) for label, detect in detectors.items()}
