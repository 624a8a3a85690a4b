"""Bars that figures must reach: `--fail-under service=0.93`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coaching.evaluation.results import MEANS, Results

_BAR = re.compile(r"\s*([\w:-]+)\s*=\s*(0(?:\.\d+)?|1(?:\.0+)?|\.\d+)\s*")


class UnknownBar(ValueError):
    """A bar that can't be read, or is set for something that was not measured."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The least macro-F1 of a mean, of a label in every slice that has it, or of a label in one slice."""

    name: str
    least: float


@dataclass(frozen=True, slots=True)
class Reached:
    """A bar and what was measured against it."""

    bar: Bar
    measured: str
    value: float

    @property
    def is_held(self) -> bool:
        return self.value >= self.bar.least


def parse_bar(text: str) -> Bar:
    """Read NAME=0.92. Raises UnknownBar."""
    match = _BAR.fullmatch(text)
    if match is None:
        raise UnknownBar(f"“{text}” is no bar. Write NAME=0.92, a share between 0 and 1.")
    return Bar(match[1], float(match[2]))


def reached(bar: Bar, results: Results) -> list[Reached]:
    """What was measured of the thing a bar is set for. Raises UnknownBar when that is nothing."""
    values = [Reached(bar, name, value) for name, value in _measured(bar.name, results)]
    if values:
        return values
    if bar.name in MEANS:
        needed = ", ".join(f"{name}:{label}" for name, label in MEANS[bar.name])
        raise UnknownBar(f"--fail-under {bar.name} needs all of {needed}.")
    known = sorted({label for labels in results.figures.values() for label in labels})
    raise UnknownBar(
        f"--fail-under {bar.name}: nothing of this name was measured. Known: {', '.join([*MEANS, *known])},"
        " and a slice before a label (slice:label)."
    )


def _measured(name: str, results: Results) -> Iterator[tuple[str, float]]:
    mean = results.means.get(name)
    if mean is not None:
        yield name, mean
    for slice_name, labels in results.figures.items():
        for label, figures in labels.items():
            if name in (label, f"{slice_name}:{label}"):
                yield f"{slice_name}:{label}", figures.counts.macro_f1
