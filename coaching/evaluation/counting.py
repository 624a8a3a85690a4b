"""Right and wrong answers counted, and the shares made of them, each between 0 and 1."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers of a yes-or-no question: found rightly, found wrongly, missed, and rightly passed over."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    passed: int = 0

    @classmethod
    def of(cls, answers: Iterable[tuple[bool, bool]]) -> Self:
        """Count pairs of what is so and what was found."""
        counted = {(True, True): 0, (False, True): 0, (True, False): 0, (False, False): 0}
        for is_so, is_found in answers:
            counted[is_so, is_found] += 1
        return cls(*counted.values())

    @property
    def n(self) -> int:
        return self.found + self.wrong + self.missed + self.passed

    @property
    def positives(self) -> int:
        return self.found + self.missed

    @property
    def accuracy(self) -> float:
        return share(self.found + self.passed, self.n)

    @property
    def precision(self) -> float:
        return share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float:
        return share(self.found, self.positives)

    @property
    def f1(self) -> float:
        return f1(self.found, self.wrong, self.missed)

    @property
    def macro_f1(self) -> float:
        """The mean of the F1 of "yes" and the F1 of "no"; a class that nobody has or gives counts 0."""
        return (self.f1 + f1(self.passed, self.missed, self.wrong)) / 2

    def of_majority(self) -> "Counts":
        """What somebody counts who always gives the more frequent answer."""
        negatives = self.n - self.positives
        if self.positives > negatives:
            return Counts(found=self.positives, wrong=negatives)
        return Counts(missed=self.positives, passed=negatives)


def f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall."""
    return share(2 * right, 2 * right + wrong + missed)


def share(part: int, whole: int) -> float:
    """A part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0
