"""Everything one evaluation found, ready to be told as text, JSON, CSV or a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from coaching.evaluation.agreement import agreement
from coaching.evaluation.counting import Counts
from coaching.evaluation.detecting import Detected, Engine, Outcome, detect, is_detected
from coaching.evaluation.errors import Error, worst
from coaching.evaluation.evidence import token_f1
from coaching.evaluation.files import Data
from coaching.evaluation.intervals import Interval, macro_f1_interval

ALL = "all"
SEED = 20261121

# The means that bars are set for: slice and label of what goes into each.
MEANS: dict[str, tuple[tuple[str, str], ...]] = {
    "service": (
        *(
            ("bt_oasis_turns", label)
            for label in ("greeting", "apology", "gratitude", "ownership_any", "hold_notice", "offer_help", "closing")
        ),
        ("sgd", "confirm_done"),
        ("sgd", "anything_else"),
    ),
    "epitome": tuple(("epitome", label) for label in ("emotional_reaction", "interpretation", "exploration")),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """How well one label was read in one slice. `unproven` is what was found without words that show it: must be 0."""

    counts: Counts
    interval: Interval | None
    token_f1: float | None
    unproven: int


@dataclass(slots=True)
class Results:
    """One evaluation, of one part of the data.

    `figures` and `errors` go by slice and label; `agreement` is alpha by slice and label; `unmeasured` the labels of
    each slice that nothing detects. `detected` is kept so that other parts can be counted without reading again.
    """

    data: Data
    engine: Engine
    part: str
    detected: list[Detected] = field(default_factory=list)
    figures: dict[str, dict[str, Figures]] = field(default_factory=dict)
    errors: dict[str, dict[str, list[Error]]] = field(default_factory=dict)
    agreement: dict[str, dict[str, float | None]] = field(default_factory=dict)
    unmeasured: dict[str, list[str]] = field(default_factory=dict)

    @property
    def means(self) -> dict[str, float | None]:
        """Mean macro-F1 of the service practices and of EPITOME; None where any of their labels is not measured."""
        return {name: self._mean(parts) for name, parts in MEANS.items()}

    @property
    def texts(self) -> int:
        return sum(each.texts for each in self.detected)

    @property
    def texts_per_second(self) -> float:
        """Texts through all the signals asked of them, a second of processor time."""
        seconds = sum(each.seconds for each in self.detected)
        return self.texts / seconds if seconds else 0.0

    def _mean(self, parts: Sequence[tuple[str, str]]) -> float | None:
        known = [self.figures.get(name, {}).get(label) for name, label in parts]
        measured = [figures.counts.macro_f1 for figures in known if figures]
        return fmean(measured) if len(measured) == len(parts) else None


def evaluate(
    data: Data,
    *,
    engine: Engine,
    wanted: Callable[[str], bool] = lambda label: True,
    part: str = ALL,
    resamples: int = 0,
    errors: int = 0,
) -> Results:
    """Measure every wanted label of the data that the engine has a signal for."""
    results = Results(data, engine, part)
    for labelled in data.slices:
        labels = tuple(filter(wanted, labelled.labels))
        results.detected.append(detect(labelled, labels, engine))
        results.unmeasured[labelled.name] = [label for label in labels if not is_detected(label)]
        results.agreement[labelled.name] = agreement(labelled)
    _count(results, resamples, errors)
    return results


def of_part(results: Results, part: str, *, resamples: int = 0) -> Results:
    """The same evaluation counted over another part of the data."""
    other = Results(results.data, results.engine, part, results.detected)
    _count(other, resamples, errors=0)
    return other


def _count(results: Results, resamples: int, errors: int) -> None:
    for detected in results.detected:
        for label, outcomes in detected.outcomes.items():
            chosen = [each for each in outcomes if results.part in (ALL, each.row.part)]
            if not chosen:
                continue
            seed = f"{SEED} {detected.name} {label}"
            results.figures.setdefault(detected.name, {})[label] = _figures(chosen, resamples, seed)
            if errors:
                results.errors.setdefault(detected.name, {})[label] = worst(chosen, errors)


def _figures(outcomes: list[Outcome], resamples: int, seed: str) -> Figures:
    answers = ((each.row.group, each.is_so, each.is_found) for each in outcomes)
    return Figures(
        counts=Counts.of((each.is_so, each.is_found) for each in outcomes),
        interval=macro_f1_interval(answers, resamples, seed),
        token_f1=token_f1(outcomes),
        unproven=sum(each.is_found and not each.is_proven for each in outcomes),
    )
