"""How second opinions are learnt: a logistic model on top of the rule's own verdict, from open text alone.

Plain Python with a fixed order, so that the same data and rules give the same weights to the last digit.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from coaching.engine.signals.registry import SIGNALS
from coaching.engine.text import read
from coaching.evaluation.counting import Counts
from coaching.evaluation.files import Slice
from coaching.evaluation.second_opinion import Weights, odds_of, terms
from coaching.evaluation.sources import SOURCES

# What each is learnt from. Chosen by cross-validation there and by what it does to text of other kinds: see
# docs/decisions/0009-second-opinions.md for those that were not.
LEARNT_FROM: Mapping[str, tuple[str, ...]] = {
    "check_details": ("sgd",),
    "closing": ("sgd", "multidogo_customer"),
    "greeting": ("multidogo_customer",),
}
_FOLDS = 5
_SEED = 20261121
_ROUNDS = 15
_RATE = 0.1  # of AdaGrad
_SHRINKAGE = 0.002  # ridge, an update
_SEEN_OFTEN = 4  # texts in which a term must stand
_FAINTEST = 0.15  # log odds under which a term is left out
_LEAST_TRUST = 0.1  # in the rule, log odds
_ENOUGH = 1e-3  # error of a row that is learnt


@dataclass(frozen=True, slots=True)
class Lesson:
    """One labelled text: its terms, what the rule says, and what is so."""

    group: str
    terms: tuple[str, ...]
    is_found: bool
    is_so: bool


@dataclass(frozen=True, slots=True)
class Learnt:
    """Weights, with how rule and weights did on groups that they were not learnt from."""

    weights: Weights
    rows: int
    rule: Counts
    combined: Counts


def learn(slices: Sequence[Slice], label: str) -> Learnt:
    """Learn a label's second opinion from these slices. ValueError when the words of one are not open."""
    closed = [each.name for each in slices if not SOURCES[each.name].is_open]
    if closed:
        raise ValueError(f"Weights that ship are learnt from open text alone, not from {', '.join(closed)}.")
    lessons = [lesson for each in slices for lesson in _lessons(each, label)]
    return Learnt(
        weights=_fit(lessons),
        rows=len(lessons),
        rule=Counts.of((lesson.is_so, lesson.is_found) for lesson in lessons),
        combined=Counts.of(_cross_validated(lessons)),
    )


def _lessons(labelled: Slice, label: str) -> Iterator[Lesson]:
    detect = SIGNALS[label].detect
    for row in labelled.rows:
        for said in row.said if label in row.annotated else ():
            yield Lesson(row.group, tuple(terms(read(said.text))), bool(detect(said)), label in row.gold)


def _cross_validated(lessons: Sequence[Lesson]) -> Iterator[tuple[bool, bool]]:
    """What is so and what is found, each group judged by weights that never saw it."""
    for fold in range(_FOLDS):
        weights = _fit([lesson for lesson in lessons if _fold(lesson.group) != fold])
        for lesson in lessons:
            if _fold(lesson.group) == fold:
                yield lesson.is_so, odds_of(weights, lesson.terms, is_found=lesson.is_found) > 0


def _fold(group: str) -> int:
    return int(sha256(f"fold {group}".encode()).hexdigest(), 16) % _FOLDS


def _fit(lessons: Sequence[Lesson]) -> Weights:
    """AdaGrad over the log loss, with the rule's own log odds as a fixed offset."""
    found, passed_over = _trust(lessons)
    known = _seen_often(lessons)
    rows = [
        (found if lesson.is_found else passed_over, tuple(filter(known.__contains__, lesson.terms)), lesson.is_so)
        for lesson in lessons
    ]
    weights = dict.fromkeys(sorted(known), 0.0)
    steps = dict.fromkeys(weights, 0.01)
    order = random.Random(_SEED)  # noqa: S311 (the same order every time is the point)
    for _ in range(_ROUNDS):
        order.shuffle(rows)
        for offset, row_terms, is_so in rows:
            _update(weights, steps, row_terms, _error(offset, weights, row_terms, is_so))
    kept = {term: round(weight, 2) for term, weight in weights.items() if abs(weight) >= _FAINTEST}
    return Weights(round(found, 2), round(passed_over, 2), kept)


def _error(offset: float, weights: Mapping[str, float], row_terms: Iterable[str], is_so: bool) -> float:
    odds = offset + sum(weights[term] for term in row_terms)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - is_so


def _update(weights: dict[str, float], steps: dict[str, float], row_terms: Iterable[str], error: float) -> None:
    if abs(error) < _ENOUGH:
        return
    for term in row_terms:
        slope = error + _SHRINKAGE * weights[term]
        steps[term] += slope * slope
        weights[term] -= _RATE * slope / math.sqrt(steps[term])


def _trust(lessons: Iterable[Lesson]) -> tuple[float, float]:
    """Log odds that a thing is so where the rule found it, and where it did not; on unknown words the rule decides."""
    counts = Counts.of((lesson.is_so, lesson.is_found) for lesson in lessons)
    found = math.log((counts.found + 1) / (counts.wrong + 1))
    passed_over = math.log((counts.missed + 1) / (counts.passed + 1))
    return max(found, _LEAST_TRUST), min(passed_over, -_LEAST_TRUST)


def _seen_often(lessons: Iterable[Lesson]) -> set[str]:
    times = Counter(term for lesson in lessons for term in lesson.terms)
    return {term for term, often in times.items() if often >= _SEEN_OFTEN}
